// The only file that knows libxlsxwriter and the only one with floating-point numbers, which is why
// it has more than 200 lines: what to write is decided elsewhere and tested without a file.
//
// Excel stores numbers as doubles. An amount is divided by 100 at the very last step; up to 10^15
// grosze that is exact to the grosz, and a larger amount is written as text.

#include <xlsxwriter.h>

#include <array>
#include <map>
#include <mutex>
#include <optional>

#include "euproj/base/texts.hpp"
#include "euproj/render/cell_text.hpp"
#include "render/clean_text.hpp"
#include "render/wrap_text.hpp"
#include "render/xlsx_style.hpp"
#include "render/xlsx_writer.hpp"

namespace euproj {
namespace {

constexpr std::int64_t most_exact = 1'000'000'000'000'000;
constexpr std::uint8_t paper_a4 = 9;
constexpr std::int32_t excel_day_of_1970 = 25'569;
constexpr std::int32_t first_safe_excel_day = 61;  // before it lies Excel's 29 February 1900
constexpr double line_height = 15.0;
constexpr double title_height = 21.0;
constexpr std::size_t most_comment_characters = 1'000;
constexpr std::size_t comment_columns = 44;  // of Tahoma 8, as comments are
constexpr std::uint16_t comment_width = 260;
constexpr std::size_t comment_line_height = 14;
constexpr std::size_t comment_margin = 10;

// Blue, orange, green of Okabe and Ito: told apart by the colour-blind and, by lightness, in grey.
constexpr std::array<lxw_color_t, 3> chart_colours = {0x0072B2, 0xE69F00, 0x009E73};
constexpr lxw_color_t thin_line = 0xBFBFBF;

/// Where a workbook is written out the library asks gmtime, whose answer all threads share, and
/// seeds the names of its temporary files without a lock: one thread at a time.
std::mutex writing_out;

/// Every return code of the library goes through here. Only XlsxWriter lets it out.
void check(lxw_error code) {
  if (code != LXW_NO_ERROR) throw XlsxFailure(lxw_strerror(code));
}

/// The number a spreadsheet stores; none for text, and for what a double does not hold exactly.
std::optional<double> stored_number(const CellValue& value) {
  const auto exact = [](std::int64_t units, double scale) -> std::optional<double> {
    if (units > most_exact || units < -most_exact) return std::nullopt;
    return static_cast<double>(units) / scale;
  };
  if (const auto* money = std::get_if<Money>(&value)) return exact(money->minor_units(), 100.0);
  if (const auto* percent = std::get_if<Percent>(&value)) {
    return exact(percent->hundredths, 10'000.0);
  }
  if (const auto* quantity = std::get_if<Quantity>(&value)) {
    return exact(quantity->scaled_units(), static_cast<double>(Quantity::scale));
  }
  if (const auto* day = std::get_if<Date>(&value)) {
    const auto serial = static_cast<std::int64_t>(day->serial()) + excel_day_of_1970;
    if (day->known() && serial >= first_safe_excel_day) return static_cast<double>(serial);
  }
  return std::nullopt;
}

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

  void add_sheet(const std::string& name) {
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
    for (const auto& [row, lines] : layout.tall_rows) {
      check(worksheet_set_row(sheet, row, line_height * static_cast<double>(lines), nullptr));
    }
    // A link writes its own text, so it comes before that of the cell.
    for (const SheetLink& link : layout.links) {
      const std::string target = "internal:" + link.target;
      check(worksheet_write_url_opt(sheet, link.row, link.column, target.c_str(), nullptr, "",
                                    nullptr));
    }
    for (const SheetCell& cell : layout.cells) {
      if (cell.part == SheetPart::title) {
        check(worksheet_set_row(sheet, cell.row, title_height, nullptr));
      }
      write_cell(sheet, cell);
    }
    for (const SheetComment& comment : layout.comments) add_comment(sheet, comment);
    for (const SheetCondition& condition : layout.conditions) add_condition(sheet, condition);
    if (layout.filter) {
      check(worksheet_autofilter(sheet, layout.filter->rows.first, 0, layout.filter->rows.last,
                                 layout.filter->last_column));
    }
    for (const SheetChart& chart : layout.charts) add_chart(sheet, name, chart);
    if (layout.frozen_rows > 0) worksheet_freeze_panes(sheet, layout.frozen_rows, 0);
    if (layout.is_plain) worksheet_gridlines(sheet, LXW_HIDE_ALL_GRIDLINES);
    print_setup(sheet, layout);
  }

  void define(const std::string& name, const std::string& cell) {
    check(workbook_define_name(book_, name.c_str(), ("=" + cell).c_str()));
  }

  void close() {
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

  void write_cell(lxw_worksheet* sheet, const SheetCell& cell) {
    lxw_format* shape = format(style_of(cell));
    if (cell.last_column > cell.column) {
      check(worksheet_merge_range(sheet, cell.row, cell.column, cell.row, cell.last_column, "",
                                  shape));
    }
    const std::optional<double> number = stored_number(cell.cell.value);
    const std::string formula = "=" + cell.formula;
    if (number && !cell.formula.empty()) {
      check(worksheet_write_formula_num(sheet, cell.row, cell.column, formula.c_str(), shape,
                                        *number));
    } else if (const auto* word = std::get_if<std::string>(&cell.cell.value);
               word != nullptr && !cell.formula.empty()) {
      check(worksheet_write_formula_str(sheet, cell.row, cell.column, formula.c_str(), shape,
                                        word->c_str()));
    } else if (number) {
      check(worksheet_write_number(sheet, cell.row, cell.column, *number, shape));
    } else {
      write_text(sheet, cell, shape);
    }
  }

  void write_text(lxw_worksheet* sheet, const SheetCell& cell, lxw_format* shape) {
    const std::string shown =
        fitting_text(clean_text(cell_text(cell.cell, cell.kind, document_.language),
                                LineBreaks::keep),
                     document_.language);
    if (shown.empty()) {
      check(worksheet_write_blank(sheet, cell.row, cell.column, shape));
    } else {
      check(worksheet_write_string(sheet, cell.row, cell.column, shown.c_str(), shape));
    }
  }

  void add_chart(lxw_worksheet* sheet, const std::string& sheet_name, const SheetChart& placed) {
    const Chart::Shape shape = placed.chart->shape;
    lxw_chart* chart = workbook_add_chart(book_, chart_type(shape));
    if (chart == nullptr) throw XlsxFailure("a chart could not be added");
    for (std::size_t i = 0; i < placed.series.size(); ++i) {
      add_series(chart, sheet_name, placed, i);
    }
    lxw_chart_font title_font{};
    title_font.size = 12;
    title_font.bold = LXW_TRUE;
    chart_title_set_name(chart, placed.chart->title.c_str());
    chart_title_set_name_font(chart, &title_font);
    const bool several = placed.series.size() > 1 || shape == Chart::Shape::pie;
    chart_legend_set_position(chart, several ? LXW_CHART_LEGEND_BOTTOM : LXW_CHART_LEGEND_NONE);
    if (shape == Chart::Shape::bars) {
      // In a bar chart the library's y axis is the one of the categories.
      chart_axis_set_reverse(chart->y_axis);  // the first row on top
      chart_axis_off(chart->x_axis);          // every bar says its value
      chart_axis_set_min(chart->x_axis, 0);
      if (placed.axis_end > 0) {
        chart_axis_set_max(chart->x_axis, static_cast<double>(placed.axis_end) / 10'000.0);
      }
      chart_axis_major_gridlines_set_visible(chart->x_axis, LXW_FALSE);
    } else if (shape != Chart::Shape::pie && !placed.series.empty()) {
      chart_axis_set_num_format(chart->y_axis, "#,##0");
      lxw_chart_line faint{};
      faint.color = 0xD9D9D9;
      faint.width = 0.75F;
      chart_axis_major_gridlines_set_line(chart->y_axis, &faint);
      chart_axis_set_label_position(chart->x_axis, LXW_CHART_AXIS_LABEL_POSITION_LOW);
    }
    std::string description = placed.chart->title;
    lxw_chart_options options{};
    options.x_scale = 1.5;  // of 480 by 288 pixels; a row has 20
    options.y_scale = static_cast<double>(placed.height) * 20.0 / 288.0;
    options.object_position = LXW_OBJECT_MOVE_DONT_SIZE;
    options.description = description.data();
    check(worksheet_insert_chart_opt(sheet, placed.row, 0, chart, &options));
  }

  static std::uint8_t chart_type(Chart::Shape shape) {
    switch (shape) {
      case Chart::Shape::bars:
        return LXW_CHART_BAR;
      case Chart::Shape::columns:
        return LXW_CHART_COLUMN;
      case Chart::Shape::lines:
        return LXW_CHART_LINE;
      case Chart::Shape::pie:
        return LXW_CHART_PIE;
    }
    return LXW_CHART_COLUMN;
  }

  static void add_series(lxw_chart* chart, const std::string& sheet, const SheetChart& placed,
                         std::size_t index) {
    const SheetSeries& shown = placed.series[index];
    lxw_chart_series* series = chart_add_series(chart, nullptr, nullptr);
    if (series == nullptr) throw XlsxFailure("a chart series could not be added");
    const RowSpan rows = placed.rows;
    chart_series_set_categories(series, sheet.c_str(), rows.first, placed.categories, rows.last,
                                placed.categories);
    chart_series_set_values(series, sheet.c_str(), rows.first, shown.column, rows.last,
                            shown.column);
    chart_series_set_name(series, shown.name.c_str());
    const lxw_color_t colour = chart_colours.at(index % chart_colours.size());
    if (placed.chart->shape == Chart::Shape::pie) return;
    if (placed.chart->shape == Chart::Shape::lines) {
      lxw_chart_line line{};
      line.color = colour;
      line.width = 2.25F;
      if (index > 0) {  // what the first is measured against
        line.dash_type = LXW_CHART_LINE_DASH_DASH;
        chart_series_set_line(series, &line);
        chart_series_set_marker_type(series, LXW_CHART_MARKER_NONE);
        return;
      }
      chart_series_set_line(series, &line);
      lxw_chart_fill fill{};
      fill.color = colour;
      chart_series_set_marker_type(series, LXW_CHART_MARKER_CIRCLE);
      chart_series_set_marker_fill(series, &fill);
      return;
    }
    lxw_chart_fill fill{};
    fill.color = colour;
    chart_series_set_fill(series, &fill);
    if (placed.chart->shape == Chart::Shape::bars) {
      chart_series_set_labels(series);
      chart_series_set_labels_num_format(series,
                                         shown.kind == ColumnKind::percent ? "0.00%" : "#,##0.##");
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
void XlsxWriter::add_sheet(const std::string& name) { book_->add_sheet(name); }
void XlsxWriter::write(std::size_t sheet, const SheetLayout& layout) {
  book_->write(sheet, layout);
}
void XlsxWriter::define(const std::string& name, const std::string& cell) {
  book_->define(name, cell);
}
void XlsxWriter::close() { book_->close(); }

}  // namespace euproj
