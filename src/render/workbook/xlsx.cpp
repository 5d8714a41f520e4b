// The file of a workbook, by libxlsxwriter. More than 200 lines: one class that holds what the library
// made; what to write is decided elsewhere and tested without a file.

#include <algorithm>
#include <cstdio>
#include <map>
#include <mutex>
#include <optional>

#include "euproj/words/texts.hpp"
#include "render/cell_text.hpp"
#include "render/clean_text.hpp"
#include "render/text/wrap_text.hpp"
#include "render/workbook/xlsx_library.hpp"
#include "render/workbook/xlsx_long_rows.hpp"
#include "render/workbook/xlsx_number.hpp"
#include "render/workbook/xlsx_row_text.hpp"
#include "render/workbook/xlsx_style.hpp"

namespace euproj {
namespace {

constexpr std::uint8_t paper_a4 = 9;
constexpr std::size_t line_height = 15;
constexpr double title_height = 21.0;
constexpr std::size_t most_lines_of_a_row = 27;  // a row of Excel is at most 409 points high
constexpr std::size_t most_row_text = std::size_t{1} << 16;  // bytes before they go to the file
constexpr std::size_t most_comment_characters = 1'000;
constexpr std::size_t comment_columns = 44;  // of Tahoma 8, as comments are
constexpr std::uint16_t comment_width = 260;
constexpr std::size_t comment_line_height = 14;
constexpr std::size_t comment_margin = 10;

constexpr lxw_color_t thin_line = 0xBFBFBF;

/// Where a workbook is written out the library asks gmtime, whose answer all threads share, and
/// seeds the names of its temporary files without a lock: one thread at a time.
std::mutex writing_out;

}  // namespace

class XlsxWriter::Book {
 public:
  Book(const Document& document, std::int64_t stamp, const std::string& path)
      : document_(document) {
    lxw_workbook_options options{};
    options.use_zip64 = LXW_FALSE;
    book_ = workbook_new_opt(path.c_str(), &options);
    if (book_ == nullptr) throw XlsxFailure("libxlsxwriter could not make a workbook");
    properties(stamp);
  }
  ~Book() {
    if (book_ != nullptr) lxw_workbook_free(book_);
  }
  Book(const Book&) = delete;
  Book& operator=(const Book&) = delete;

  void add_sheet(const std::string& name, SheetSize size) {
    const std::lock_guard lock(writing_out);  // a sheet with long rows has a temporary file
    book_->options.constant_memory = size == SheetSize::long_rows ? LXW_TRUE : LXW_FALSE;
    lxw_worksheet* sheet = workbook_add_worksheet(book_, name.c_str());
    if (sheet == nullptr) throw XlsxFailure("a sheet could not be added: " + name);
    sheets_.emplace_back(sheet, name);
  }

  void write(std::size_t position, const SheetLayout& layout) {
    const auto& [sheet, name] = sheets_.at(position);
    for (std::size_t i = 0; i < layout.widths.size(); ++i) {
      const auto column = static_cast<lxw_col_t>(i);
      check(worksheet_set_column(sheet, column, column, static_cast<double>(layout.widths[i]),
                                 nullptr));
    }
    write_rows(sheet, layout);
    for (const SheetComment& comment : layout.comments) add_comment(sheet, comment);
    for (const SheetCondition& condition : layout.conditions) add_condition(sheet, condition);
    if (layout.filter) {
      check(worksheet_autofilter(sheet, layout.filter->rows.first, 0, layout.filter->rows.last,
                                 layout.filter->last_column));
    }
    for (const SheetChart& chart : layout.charts) add_chart(book_, sheet, name, chart);
    if (layout.frozen_rows > 0) worksheet_freeze_panes(sheet, layout.frozen_rows, 0);
    if (layout.is_plain) worksheet_gridlines(sheet, LXW_HIDE_ALL_GRIDLINES);
    print_setup(sheet, layout);
  }

  void define(const std::string& name, const std::string& cell) {
    check(workbook_define_name(book_, name.c_str(), ("=" + cell).c_str()));
  }

  void close() {
    for (const auto& [sheet, name] : sheets_) {  // the library never asks
      std::FILE* const rows = sheet->optimize_tmpfile;
      if (rows == nullptr) continue;
      if (std::fflush(rows) != 0 || std::ferror(rows) != 0) {
        throw XlsxFailure(std::string(text(Text::workbook_cut, document_.language)));
      }
    }
    lxw_workbook* closing = book_;
    book_ = nullptr;  // workbook_close frees it, also when it fails
    const std::lock_guard lock(writing_out);
    check(workbook_close(closing));
  }

 private:
  void properties(std::int64_t stamp) {
    std::string title =
        clean_text(document_.title + " – " + document_.subtitle, LineBreaks::as_blanks);
    std::string subject = clean_text(document_.subject, LineBreaks::as_blanks);
    std::string author = clean_text(document_.author, LineBreaks::as_blanks);
    title = cut_text(title, 120);
    subject = cut_text(subject, 120);
    author = cut_text(author, 120);
    lxw_doc_properties properties{};
    properties.title = title.data();
    properties.subject = subject.data();
    properties.author = author.data();
    properties.created = static_cast<time_t>(stamp);
    check(workbook_set_properties(book_, &properties));
  }

  lxw_format* new_format() {
    lxw_format* made = workbook_add_format(book_);
    if (made == nullptr) throw XlsxFailure("no memory for a cell format");
    return made;
  }

  lxw_format* format(const CellStyle& style) {
    lxw_format*& known = formats_[style];
    if (known != nullptr) return known;
    known = new_format();
    if (!style.number_format.empty()) {
      format_set_num_format(known, style.number_format.c_str());
    }
    format_set_align(known, style.alignment == Alignment::left    ? LXW_ALIGN_LEFT
                            : style.alignment == Alignment::right ? LXW_ALIGN_RIGHT
                                                                  : LXW_ALIGN_CENTER);
    format_set_align(known, style.middle ? LXW_ALIGN_VERTICAL_CENTER : LXW_ALIGN_VERTICAL_TOP);
    if (style.wrapped) format_set_text_wrap(known);
    if (style.indented) format_set_indent(known, 1);
    if (style.bold) format_set_bold(known);
    if (style.underlined) format_set_underline(known, LXW_UNDERLINE_SINGLE);
    if (style.of_blocks) format_set_font_name(known, "Arial");
    if (style.size != 0) format_set_font_size(known, style.size);
    if (style.colour != 0) format_set_font_color(known, style.colour);
    if (style.line_above) {
      format_set_top(known, LXW_BORDER_MEDIUM);
      format_set_top_color(known, style.colour);
    }
    if (style.grid) {
      format_set_border(known, LXW_BORDER_THIN);
      format_set_border_color(known, thin_line);
    }
    if (style.fill != 0) {
      format_set_pattern(known, LXW_PATTERN_SOLID);
      format_set_bg_color(known, style.fill);
    }
    return known;
  }

  void add_comment(lxw_worksheet* sheet, const SheetComment& comment) {
    const std::string content =
        cut_text(clean_text(comment.text, LineBreaks::keep), most_comment_characters);
    const std::size_t lines = wrap_text(content, comment_columns).size();
    std::string author = document_.author;
    lxw_comment_options options{};
    options.author = author.data();
    options.width = comment_width;
    options.height = static_cast<std::uint16_t>(comment_margin + comment_line_height * lines);
    check(worksheet_write_comment_opt(sheet, comment.row, comment.column, content.c_str(),
                                      &options));
  }

  void add_condition(lxw_worksheet* sheet, const SheetCondition& condition) {
    lxw_format*& mark = marks_[condition.tone];
    if (mark == nullptr) {
      mark = new_format();
      format_set_bold(mark);
      format_set_font_color(mark, tone_colour(condition.tone));
    }
    std::string formula = "=" + condition.formula;
    lxw_conditional_format rule{};
    rule.type = LXW_CONDITIONAL_TYPE_FORMULA;
    rule.value_string = formula.data();
    rule.format = mark;
    check(worksheet_conditional_format_range(sheet, condition.rows.first, condition.first_column,
                                             condition.rows.last, condition.last_column, &rule));
  }

  /// Row by row, from the top: of a sheet with long rows the library holds only the last one.
  void write_rows(lxw_worksheet* sheet, const SheetLayout& layout) {
    const std::map<std::uint32_t, std::size_t> tall(layout.tall_rows.begin(),
                                                    layout.tall_rows.end());
    std::multimap<std::uint32_t, const SheetLink*> links;
    for (const SheetLink& link : layout.links) links.emplace(link.row, &link);
    auto made = layout.long_rows.begin();
    std::optional<std::uint32_t> row;
    for (const SheetCell& cell : layout.cells) {
      for (; made != layout.long_rows.end() && made->first < cell.row; ++made) {
        write_long_rows(sheet, *made, layout.widths);
      }
      if (row != cell.row) {
        row = cell.row;
        if (const auto found = tall.find(cell.row); found != tall.end()) {
          set_height(sheet, cell.row, found->second);
        }
        // A link writes its own text, so it comes before that of the cell.
        const auto [first, last] = links.equal_range(cell.row);
        for (auto link = first; link != last; ++link) add_link(sheet, *link->second);
      }
      if (cell.part == SheetPart::title) {
        check(worksheet_set_row(sheet, cell.row, title_height, nullptr));
      }
      write_cell(sheet, cell);
    }
    for (; made != layout.long_rows.end(); ++made) write_long_rows(sheet, *made, layout.widths);
  }

  /// The last of them by the library, which learns by it how far the sheet goes.
  void write_long_rows(lxw_worksheet* sheet, const LongRows& rows,
                       const std::vector<std::size_t>& widths) {
    lxw_worksheet_write_single_row(sheet);  // the row above, which the library still holds
    const std::size_t count = rows.table->made.size();
    LaidOutRow placed;
    XlsxRowText row_text;
    std::vector<LastFormat> last(rows.table->columns.size());
    std::uint32_t at = rows.first;
    for (TableRow row : rows.table->made) {
      lay_out_row(*rows.table, std::move(row), widths, at, placed);
      const bool is_last = at - rows.first + 1 == count;
      if (is_last) {
        if (placed.lines > 1) set_height(sheet, at, placed.lines);
      } else {
        row_text.begin_row(at, placed.lines > 1 ? height_of(placed.lines) : 0);
      }
      for (const SheetCell& cell : placed.cells) {
        lxw_format* const shape = format_in_column(cell, last[cell.column]);
        if (is_last) {
          write_cell(sheet, cell, shape);
        } else {
          append_cell(row_text, cell, lxw_format_get_xf_index(shape));
        }
      }
      if (!is_last) row_text.end_row();
      if (is_last || row_text.text().size() >= most_row_text) {
        std::fwrite(row_text.text().data(), 1, row_text.text().size(), sheet->file);  // close() asks
        row_text.clear();
      }
      ++at;
    }
  }

  void append_cell(XlsxRowText& row, const SheetCell& cell, std::int32_t style) const {
    if (const std::optional<XlsxNumber> number = stored_number(cell.cell.value)) {
      row.number(cell.column, style, *number);
    } else if (const std::string shown = shown_text(cell); shown.empty()) {
      row.blank(cell.column, style);
    } else {
      row.words(cell.column, style, shown);
    }
  }

  /// Of the cell above, which nearly always is that of this one.
  struct LastFormat {
    std::size_t type = std::variant_npos;
    SheetPart part{};
    Tone tone{};
    lxw_format* format = nullptr;
  };

  lxw_format* format_in_column(const SheetCell& cell, LastFormat& last) {
    const CellValue& value = cell.cell.value;
    const auto* quantity = std::get_if<Quantity>(&value);
    const bool has_decimals =
        cell.cell.decimals > 0 ||
        (quantity != nullptr && Quantity::whole(quantity->whole_part()) != *quantity);
    if (has_decimals) return format(style_of(cell));  // as many as the number itself
    if (last.format == nullptr || last.type != value.index() || last.part != cell.part ||
        last.tone != cell.cell.tone) {
      last = {value.index(), cell.part, cell.cell.tone, format(style_of(cell))};
    }
    return last.format;
  }

  static void set_height(lxw_worksheet* sheet, std::uint32_t row, std::size_t lines) {
    check(worksheet_set_row(sheet, row, static_cast<double>(height_of(lines)), nullptr));
  }

  static std::size_t height_of(std::size_t lines) {
    return line_height * std::min(lines, most_lines_of_a_row);
  }

  static void add_link(lxw_worksheet* sheet, const SheetLink& link) {
    const std::string target = "internal:" + link.target;
    check(worksheet_write_url_opt(sheet, link.row, link.column, target.c_str(), nullptr, "",
                                  nullptr));
  }

  void write_cell(lxw_worksheet* sheet, const SheetCell& cell) {
    write_cell(sheet, cell, format(style_of(cell)));
  }

  void write_cell(lxw_worksheet* sheet, const SheetCell& cell, lxw_format* shape) {
    if (cell.last_column > cell.column) {
      check(worksheet_merge_range(sheet, cell.row, cell.column, cell.row, cell.last_column, "",
                                  shape));
    }
    const std::optional<XlsxNumber> number = stored_number(cell.cell.value);
    const std::string formula = "=" + cell.formula;
    if (number && !cell.formula.empty()) {
      check(worksheet_write_formula_num(sheet, cell.row, cell.column, formula.c_str(), shape,
                                        number->as_double()));
    } else if (const auto* word = std::get_if<std::string>(&cell.cell.value);
               word != nullptr && !cell.formula.empty()) {
      check(worksheet_write_formula_str(sheet, cell.row, cell.column, formula.c_str(), shape,
                                        word->c_str()));
    } else if (number) {
      check(worksheet_write_number(sheet, cell.row, cell.column, number->as_double(), shape));
    } else {
      write_text(sheet, cell, shape);
    }
  }

  [[nodiscard]] std::string shown_text(const SheetCell& cell) const {
    return fitting_text(clean_text(cell_text(cell.cell, cell.kind, document_.language),
                                   LineBreaks::keep),
                        document_.language);
  }

  void write_text(lxw_worksheet* sheet, const SheetCell& cell, lxw_format* shape) {
    const std::string shown = shown_text(cell);
    if (shown.empty()) {
      check(worksheet_write_blank(sheet, cell.row, cell.column, shape));
    } else {
      check(worksheet_write_string(sheet, cell.row, cell.column, shown.c_str(), shape));
    }
  }

  void print_setup(lxw_worksheet* sheet, const SheetLayout& layout) {
    worksheet_set_landscape(sheet);
    worksheet_set_paper(sheet, paper_a4);
    worksheet_fit_to_pages(sheet, 1, layout.on_one_page ? 1 : 0);
    worksheet_set_margins(sheet, 0.5, 0.5, 0.8, 0.7);
    check(worksheet_repeat_rows(sheet, layout.repeated_rows.first, layout.repeated_rows.last));
    std::string header = "&L&10" + page_header_text(document_.subtitle);
    if (!document_.incomplete_mark.empty()) {
      header = "&L&\"-,Bold\"&KC00000" + page_header_text(document_.incomplete_mark);
    }
    check(worksheet_set_header(sheet, header.c_str()));
    const std::string pages(text(Text::page_footer, document_.language));
    const std::string footer = "&L&10" + page_header_text(document_.subject) + "&C&10&A&R&10" + pages;
    check(worksheet_set_footer(sheet, footer.c_str()));
  }

  const Document& document_;
  lxw_workbook* book_ = nullptr;
  std::vector<std::pair<lxw_worksheet*, std::string>> sheets_;  // and formats: of the workbook
  std::map<CellStyle, lxw_format*> formats_;
  std::map<Tone, lxw_format*> marks_;
};

XlsxWriter::XlsxWriter(const Document& document, std::int64_t stamp, const std::string& path)
    : book_(std::make_unique<Book>(document, stamp, path)) {}
XlsxWriter::~XlsxWriter() = default;
void XlsxWriter::add_sheet(const std::string& name, SheetSize size) {
  book_->add_sheet(name, size);
}
void XlsxWriter::write(std::size_t sheet, const SheetLayout& layout) {
  book_->write(sheet, layout);
}
void XlsxWriter::define(const std::string& name, const std::string& cell) {
  book_->define(name, cell);
}
void XlsxWriter::close() { book_->close(); }

}  // namespace euproj
