// One class holds what the library made; what to write is decided elsewhere and tested without a
// file.

#include "render/workbook/writer.hpp"

#include <algorithm>
#include <cstdio>
#include <map>
#include <mutex>
#include <optional>
#include <set>

#include "euproj/words/texts.hpp"
#include "render/cell_text.hpp"
#include "render/clean_text.hpp"
#include "render/sheets/layout.hpp"
#include "render/sheets/row_cells.hpp"
#include "render/sheets/widths.hpp"
#include "render/text/wrap_text.hpp"
#include "render/workbook/charts.hpp"
#include "render/workbook/long_table.hpp"
#include "render/workbook/rows.hpp"
#include "render/workbook/style.hpp"

namespace euproj {
namespace {

constexpr std::uint8_t paper_a4 = 9;
constexpr double title_height = 21.0;
constexpr std::size_t max_comment_characters = 1'000;
constexpr std::size_t comment_columns = 44;  // of Tahoma 8, as comments are
constexpr std::uint16_t comment_width = 260;
constexpr std::size_t comment_line_height = 14;
constexpr std::size_t comment_margin = 10;

constexpr lxw_color_t thin_line = 0xBFBFBF;

/// Where a workbook is written out the library asks gmtime, whose answer all threads share, and
/// seeds the names of its temporary files without a lock: one thread at a time.
std::mutex writing_out;

}  // namespace

class WorkbookWriter::Book {
 public:
  Book(const Document& document, std::int64_t stamp) : document_(document) {
    if (!file_.ok()) throw WriteFailure("no temporary file can be made");
    lxw_workbook_options options{};
    options.use_zip64 = LXW_FALSE;
    book_ = workbook_new_opt(file_.path().c_str(), &options);
    if (book_ == nullptr) throw WriteFailure("libxlsxwriter could not make a workbook");
    properties(stamp);
  }
  ~Book() {
    if (book_ == nullptr) return;
    const std::lock_guard lock(writing_out);
    workbook_close(book_);  // the one public function that frees it
  }
  Book(const Book&) = delete;
  Book& operator=(const Book&) = delete;

  void add_sheet(const std::string& name) {
    lxw_worksheet* sheet = workbook_add_worksheet(book_, name.c_str());
    if (sheet == nullptr) throw WriteFailure("a sheet could not be added: " + name);
    sheets_.emplace_back(sheet, name);
  }

  void write(std::size_t position, const SheetLayout& layout) {
    const auto& [sheet, name] = sheets_.at(position);
    for (std::size_t i = 0; i < layout.widths.size(); ++i) {
      const auto column = static_cast<lxw_col_t>(i);
      check(worksheet_set_column(sheet, column, column, static_cast<double>(layout.widths[i]),
                                 nullptr));
    }
    if (!layout.charts.empty()) columns_beside(sheet, layout);
    write_cells(sheet, layout);
    for (const LongRows& rows : layout.long_rows) {
      LongTable& table =
          long_tables_[position].emplace_back(rows, layout.widths, document_.language);
      write_stand_ins(sheet, table);
    }
    for (const SheetComment& comment : layout.comments) add_comment(sheet, comment);
    for (const SheetCondition& condition : layout.conditions) add_condition(sheet, condition);
    if (layout.filter) {
      check(worksheet_autofilter(sheet, layout.filter->rows.first, 0, layout.filter->rows.last,
                                 layout.filter->last_column));
    }
    fold(sheet, layout);
    for (const SheetChart& chart : layout.charts) add_chart(book_, sheet, name, chart);
    if (layout.frozen_rows > 0) worksheet_freeze_panes(sheet, layout.frozen_rows, 0);
    if (layout.is_without_gridlines) worksheet_gridlines(sheet, LXW_HIDE_ALL_GRIDLINES);
    print_setup(sheet, layout);
  }

  void define(const std::string& name, const std::string& cell) {
    check(workbook_define_name(book_, name.c_str(), ("=" + cell).c_str()));
  }

  std::string finish() {
    pack();
    std::optional<std::string> package = file_.bytes();
    if (!package || package->empty()) throw WriteFailure("the workbook cannot be read back");
    if (!has_entire_parts(*package)) throw WriteFailure(cut_short());
    if (long_tables_.empty() && with_tails_.empty()) return *std::move(package);
    return edited(*package);
  }

 private:
  void pack() {
    lxw_workbook* closing = book_;
    book_ = nullptr;  // workbook_close frees it, also when it fails
    const std::lock_guard lock(writing_out);
    check(workbook_close(closing));
  }

  /// The package with what the library does not write: long tables, and numbers without a tail.
  std::string edited(std::string_view package) {
    PackageEditor editor(package);
    for (std::size_t sheet = 0; sheet < sheets_.size(); ++sheet) {
      const auto tables = long_tables_.find(sheet);
      const bool has_tails = with_tails_.contains(sheets_[sheet].first);
      if (tables == long_tables_.end() && !has_tails) continue;
      const std::string part = "xl/worksheets/sheet" + std::to_string(sheet + 1) + ".xml";
      const std::string written = editor.part(part);
      const std::string text = has_tails ? with_shortest_numbers(written) : written;
      TemporaryFile content;
      const auto write = [&](std::string_view piece) { content.write(piece); };
      if (tables == long_tables_.end()) {
        write(text);
      } else {
        write_with_rows(text, tables->second, write);
      }
      if (!content.is_entire()) throw WriteFailure(cut_short());
      editor.replace(part, std::move(content));
    }
    return editor.bytes();
  }

  std::string cut_short() const {
    return std::string(text(Text::workbook_cut, document_.language));
  }

  void properties(std::int64_t stamp) {
    std::string title =
        clean_text(document_.title + " – " + document_.subtitle, LineBreaks::as_blanks);
    std::string subject = clean_text(document_.subject, LineBreaks::as_blanks);
    std::string author = clean_text(document_.author, LineBreaks::as_blanks);
    title = cut_text(title, 120);
    subject = cut_text(subject, 120);
    author = cut_text(author, 120);
    std::string label = clean_text(document_.label, LineBreaks::as_blanks);
    lxw_doc_properties properties{};
    properties.title = title.data();
    properties.subject = subject.data();
    properties.author = author.data();
    if (!label.empty()) properties.category = label.data();
    properties.created = static_cast<time_t>(stamp);
    check(workbook_set_properties(book_, &properties));
  }

  lxw_format* new_format() {
    lxw_format* format = workbook_add_format(book_);
    if (format == nullptr) throw WriteFailure("no memory for a cell format");
    return format;
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
        cut_text(clean_text(comment.text, LineBreaks::keep), max_comment_characters);
    const std::size_t lines = wrap_text(content, comment_columns).size();
    std::string author = document_.author;
    lxw_comment_options options{};
    options.author = author.data();
    options.width = comment_width;
    options.height = static_cast<std::uint16_t>(comment_margin + comment_line_height * lines);
    check(
        worksheet_write_comment_opt(sheet, comment.row, comment.column, content.c_str(), &options));
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

  void write_cells(lxw_worksheet* sheet, const SheetLayout& layout) {
    const std::map<std::uint32_t, std::size_t> tall(layout.tall_rows.begin(),
                                                    layout.tall_rows.end());
    std::multimap<std::uint32_t, const SheetLink*> links;
    for (const SheetLink& link : layout.links) links.emplace(link.row, &link);
    std::optional<std::uint32_t> row;
    for (const SheetCell& cell : layout.cells) {
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
  }

  /// For the rows of a long table: a cell for each style, and one where the rows end.
  void write_stand_ins(lxw_worksheet* sheet, const LongTable& table) {
    std::uint32_t row = table.first_row();
    for (const CellStyle& style : table.styles()) {
      check(worksheet_write_blank(sheet, row++, 0, format(style)));
    }
    check(worksheet_write_blank(sheet, table.last_row(), table.last_column(),
                                format(table.styles().front())));
  }

  static void set_height(lxw_worksheet* sheet, std::uint32_t row, std::size_t lines) {
    check(worksheet_set_row(sheet, row, static_cast<double>(row_height(lines)), nullptr));
  }

  /// Under charts beside the tables, so narrow that the last takes little more of the paper than
  /// its chart; what a program takes for the usual width differs.
  static void columns_beside(lxw_worksheet* sheet, const SheetLayout& layout) {
    constexpr std::size_t narrow = 2;
    const auto first = static_cast<lxw_col_t>(layout.widths.size());
    const std::size_t used = pixels_of(layout.widths);
    if (used >= pixels_of_paper) return;
    const auto count = static_cast<lxw_col_t>((pixels_of_paper - used) / pixels_of({narrow}) + 1);
    check(
        worksheet_set_column(sheet, first, static_cast<lxw_col_t>(first + count), narrow, nullptr));
  }

  /// An outline, open, whose rows belong to the one above them.
  static void fold(lxw_worksheet* sheet, const SheetLayout& layout) {
    if (layout.folded.empty()) return;
    const std::map<std::uint32_t, std::size_t> tall(layout.tall_rows.begin(),
                                                    layout.tall_rows.end());
    lxw_row_col_options inside{};
    inside.level = 1;
    for (const RowSpan rows : layout.folded) {
      const auto by_themselves =  // they say themselves that they are folded
          std::find_if(layout.long_rows.begin(), layout.long_rows.end(), [&](const LongRows& each) {
            return each.first >= rows.first && each.first <= rows.last;
          });
      const std::uint32_t end =
          by_themselves == layout.long_rows.end() ? rows.last + 1 : by_themselves->first;
      for (std::uint32_t row = rows.first; row < end; ++row) {
        const auto found = tall.find(row);
        const std::size_t lines = found == tall.end() ? 1 : found->second;
        check(worksheet_set_row_opt(sheet, row, static_cast<double>(row_height(lines)), nullptr,
                                    &inside));
      }
    }
    worksheet_outline_settings(sheet, LXW_TRUE, LXW_FALSE, LXW_TRUE, LXW_FALSE);
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
    const std::optional<StoredNumber> number = stored_number(cell.cell.value);
    const std::string formula = "=" + cell.formula;
    if (number && gets_a_tail(*number)) with_tails_.insert(sheet);
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

  void write_text(lxw_worksheet* sheet, const SheetCell& cell, lxw_format* shape) {
    const std::string shown = shown_text(cell, document_.language);
    if (shown.empty()) {
      check(worksheet_write_blank(sheet, cell.row, cell.column, shape));
    } else {
      check(worksheet_write_string(sheet, cell.row, cell.column, shown.c_str(), shape));
    }
  }

  void print_setup(lxw_worksheet* sheet, const SheetLayout& layout) {
    if (layout.is_portrait) {
      worksheet_set_portrait(sheet);
    } else {
      worksheet_set_landscape(sheet);
    }
    worksheet_set_paper(sheet, paper_a4);
    if (layout.scale != 0) {
      worksheet_set_print_scale(sheet, layout.scale);
      std::vector<lxw_row_t> breaks(layout.page_breaks.begin(), layout.page_breaks.end());
      breaks.push_back(0);  // ends the list
      if (breaks.size() > 1) check(worksheet_set_h_pagebreaks(sheet, breaks.data()));
    } else {
      worksheet_fit_to_pages(sheet, layout.pages_across, layout.on_one_page ? 1 : 0);
    }
    if (layout.pages_across > 1) {
      worksheet_print_across(sheet);
      check(worksheet_repeat_columns(sheet, 0, 0));
    }
    worksheet_set_margins(sheet, 0.5, 0.5, 0.8, 0.7);
    if (!layout.on_one_page) {
      check(worksheet_repeat_rows(sheet, layout.repeated_rows.first, layout.repeated_rows.last));
    }
    std::string header = "&L&10" + page_header_text(document_.subtitle);
    if (!document_.incomplete_mark.empty()) {
      header = "&L&\"-,Bold\"&KC00000" + page_header_text(document_.incomplete_mark);
    }
    if (!document_.label.empty()) {
      header += "&R&\"-,Bold\"&10&K000000" + page_header_text(document_.label);
    }
    check(worksheet_set_header(sheet, header.c_str()));
    const std::string pages(text(Text::page_footer, document_.language));
    const std::string footer =
        "&L&10" + page_header_text(document_.subject) + "&C&10&A&R&10" + pages;
    check(worksheet_set_footer(sheet, footer.c_str()));
  }

  const Document& document_;
  MemoryFile file_;
  lxw_workbook* book_ = nullptr;
  std::vector<std::pair<lxw_worksheet*, std::string>> sheets_;  // and formats: of the workbook
  std::map<CellStyle, lxw_format*> formats_;
  std::map<Tone, lxw_format*> marks_;
  std::map<std::size_t, std::vector<LongTable>> long_tables_;  // by sheet
  std::set<const lxw_worksheet*> with_tails_;                  // sheets
};

WorkbookWriter::WorkbookWriter(const Document& document, std::int64_t stamp)
    : book_(std::make_unique<Book>(document, stamp)) {}
WorkbookWriter::~WorkbookWriter() = default;
void WorkbookWriter::add_sheet(const std::string& name) { book_->add_sheet(name); }
void WorkbookWriter::write(std::size_t sheet, const SheetLayout& layout) {
  book_->write(sheet, layout);
}
void WorkbookWriter::define(const std::string& name, const std::string& cell) {
  book_->define(name, cell);
}
std::string WorkbookWriter::finish() { return book_->finish(); }

}  // namespace euproj
