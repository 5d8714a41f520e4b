// One class places everything of a sheet, from the top: its steps share the current row.

#include "render/sheets/layout.hpp"

#include <algorithm>
#include <utility>

#include "render/cell_text.hpp"
#include "render/sheets/formulas.hpp"
#include "render/sheets/placed_charts.hpp"
#include "render/sheets/row_cells.hpp"
#include "render/sheets/widths.hpp"
#include "render/shown_table.hpp"

namespace euproj {
namespace {

// Of A4 landscape, between the margins.
constexpr std::size_t max_lines_on_page = 43;      // with letters of 8 points
constexpr std::size_t lines_of_a_page = 32;        // at full size
constexpr std::size_t characters_of_a_page = 109;  // across, at full size
constexpr std::uint16_t scale_with_charts =        // percent; they reach to the edge of the paper
    100 * characters_of_a_page / characters_of_paper;
constexpr std::uint32_t max_frozen_rows = 12;
constexpr std::uint16_t smallest_scale = 73;  // percent: letters of 8 points

constexpr std::size_t chart_gap = 16;  // pixels
constexpr std::size_t min_chart_width = 360;
constexpr std::size_t max_chart_width = 640;
constexpr std::size_t charts_in_a_row = 2;

class SheetWriter {
 public:
  SheetWriter(const Document& document, std::string title,
              std::vector<const DocumentSection*> sections)
      : document_(document), title_(std::move(title)), sections_(std::move(sections)) {
    for (const DocumentSection* section : sections_) {
      for (const Table& table : section->tables) {
        if (table.medium == Medium::text) continue;
        tables_.push_back({&table, 0});
        charts_.push_back(placed_charts(*section, table, document_.language));
      }
    }
  }

  SheetLayout layout() {
    measure();
    titles();
    facts(section());
    notes(section());
    choose_pages();
    for (std::size_t at = 0; at < tables_.size(); ++at) {
      ++row_;
      place_with_charts(tables_[at], charts_[at]);
    }
    freeze();
    choose_filter();
    return finished();
  }

  /// The headings once, then each section under its title.
  SheetLayout shared_layout() {
    measure();
    titles();
    ++row_;
    const std::uint32_t headings = row_;
    header(*tables_.front().table);
    layout_.repeated_rows = {headings, headings};
    layout_.frozen_rows = row_;
    for (const DocumentSection* each : sections_) section_part(*each);
    return finished();
  }

 private:
  const DocumentSection& section() const { return *sections_.front(); }

  SheetLayout finished() {
    layout_.tables = tables_;
    return std::move(layout_);
  }

  void section_part(const DocumentSection& part) {
    layout_.sections.push_back({&part, row_});
    const std::string title = outline_title(part);
    add(SheetPart::total, 0, last_column(), title);                // looks like one, and wraps
    note_height(title, width_between(0, last_column()) * 9 / 10);  // bold
    ++row_;
    const std::uint32_t first = row_;
    facts(part);
    notes(part);
    for (const Table& table : part.tables) {
      if (table.medium == Medium::text) continue;
      PlacedTable& placed = tables_.at(next_table_++);
      if (placed.table->row_count() == 0) {
        no_rows(*placed.table);
      } else {
        placed.header = row_ - 1;
        rows(placed, true);
      }
    }
    if (row_ > first) layout_.folded.push_back({first, row_ - 1});
    ++row_;
  }

  /// The section and what its first fact says: its name.
  std::string outline_title(const DocumentSection& part) const {
    if (part.facts.empty()) return part.title;
    const auto& [label, value] = part.facts.front();
    return part.title + "  " + cell_text(value, ColumnKind::text, document_.language);
  }

  std::uint16_t last_column() const {
    return static_cast<std::uint16_t>(layout_.widths.size() - 1);
  }

  void add(SheetPart part, std::size_t column, std::size_t last, Cell cell,
           ColumnKind kind = ColumnKind::text) {
    SheetCell placed;
    placed.row = row_;
    placed.column = static_cast<std::uint16_t>(column);
    placed.last_column = static_cast<std::uint16_t>(last);
    placed.part = part;
    placed.kind = kind;
    placed.cell = std::move(cell);
    layout_.cells.push_back(std::move(placed));
  }

  /// How wide the columns are, and on how many pages across they stand. A sheet that does not fit
  /// the paper in letters of 8 points goes on to a second page: its first column then stands on
  /// both, and titles and notes begin behind it and end with the first page, or paper would cut
  /// them.
  void measure() {
    std::vector<const Table*> tables;
    for (const PlacedTable& placed : tables_) tables.push_back(placed.table);
    SheetWidths widths = sheet_widths(section(), tables, document_.language);
    layout_.widths = std::move(widths.columns);
    const std::size_t printed = printed_characters(layout_.widths);
    if (printed > characters_of_paper) {
      layout_.pages_across =
          static_cast<std::uint16_t>((printed + characters_of_paper - 1) / characters_of_paper);
      layout_.scale = smallest_scale;
      first_text_column_ = 1;  // the first stands on each page across, and would cut texts
    }
    value_column_ = std::max(widths.value_column, first_text_column_ + 1);
    last_text_column_ = first_text_column_;
    std::vector<std::size_t> on_page(layout_.widths.begin(), layout_.widths.begin() + 1);
    for (std::size_t i = 1; i < layout_.widths.size(); ++i) {
      on_page.push_back(layout_.widths[i]);
      if (layout_.pages_across > 1 && printed_characters(on_page) > characters_of_paper - 2) break;
      last_text_column_ = i;
    }
  }

  void titles() {
    if (!document_.incomplete_mark.empty()) {
      add(SheetPart::incomplete, first_text_column_, first_text_column_, document_.incomplete_mark);
      ++row_;
    }
    add(SheetPart::title, first_text_column_, first_text_column_, title_);
    ++row_;
    if (layout_.pages_across > 1) {  // it would go on in the next page
      add(SheetPart::note, first_text_column_, last_text_column_, document_.subtitle);
      note_height(document_.subtitle, width_between(first_text_column_, last_text_column_));
    } else {
      add(SheetPart::subtitle, 0, 0, document_.subtitle);
    }
    layout_.frozen_rows = ++row_;
    layout_.repeated_rows = {0, row_ - 1};
  }

  std::size_t width_between(std::size_t first, std::size_t last) const {
    std::size_t width = 0;
    for (std::size_t i = first; i <= last; ++i) width += layout_.widths[i];
    return width;
  }

  void note_height(const std::string& content, std::size_t width) {
    const std::size_t lines = lines_in_cell(content, width);
    if (lines > 1) layout_.tall_rows.emplace_back(row_, lines);
  }

  void facts(const DocumentSection& of) {
    if (!of.facts.empty() && sections_.size() == 1) ++row_;
    for (const auto& [label, value] : of.facts) {
      add(SheetPart::fact_label, first_text_column_, value_column_ - 1, label);
      add(SheetPart::fact_value, value_column_, last_text_column_, value);
      const std::size_t lines = std::max(
          lines_in_cell(label, width_between(first_text_column_, value_column_ - 1)),
          lines_in_cell(cell_text(value, ColumnKind::text, document_.language),
                        width_between(value_column_, last_text_column_) * 9 / 10));  // bold
      if (lines > 1) layout_.tall_rows.emplace_back(row_, lines);
      ++row_;
    }
  }

  void notes(const DocumentSection& of) {
    for (const std::string& note : of.notes) {
      add(SheetPart::note, first_text_column_, last_text_column_, note);
      note_height(note, width_between(first_text_column_, last_text_column_));
      ++row_;
    }
  }

  void place(PlacedTable& placed) {
    const Table& table = *placed.table;
    if (!table.title.empty() && table.title != title_) {
      add(SheetPart::table_title, first_text_column_, first_text_column_, table.title);
      ++row_;
    }
    if (table.row_count() == 0) return no_rows(table);
    placed.header = row_;
    header(table);
    rows(placed, false);
  }

  void no_rows(const Table& table) {
    add(SheetPart::note, first_text_column_, last_text_column_, table.empty_note);
    note_height(table.empty_note, width_between(first_text_column_, last_text_column_));
    ++row_;
  }

  void header(const Table& table) {
    const std::size_t first_cell = layout_.cells.size();
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
      if (is_spacer(table, i)) continue;
      add(SheetPart::header, i, i, paper_heading(table.columns[i]), table.columns[i].kind);
    }
    end_header(first_cell);
  }

  void rows(const PlacedTable& placed, bool folded) {
    const Table& table = *placed.table;
    if (!table.lazy_rows.empty()) {
      layout_.long_rows.push_back({&table, row_, folded});
      row_ += static_cast<std::uint32_t>(table.lazy_rows.size());
      return;
    }
    for (std::size_t row = 0; row < table.rows.size(); ++row) place_row(table, row);
    for (SheetCondition& each : conditions_of(table, placed.header)) {
      layout_.conditions.push_back(std::move(each));
    }
  }

  void place_row(const Table& table, std::size_t row) {
    std::vector<SheetCell> cells;
    place_cells(table, table.rows[row], row_, cells);
    const std::size_t lines = lines_of_row(cells, layout_.widths);
    for (SheetCell& cell : cells) {
      cell.formula = cell_formula(table, row, cell.column, row_);
      if (is_watched(table.columns[cell.column])) cell.cell.tone = Tone::normal;
      layout_.cells.push_back(std::move(cell));
    }
    end_row(lines);
  }

  /// Not every program fits the height of a row to wrapped text when it opens a file.
  void end_row(std::size_t lines) {
    if (lines > 1) layout_.tall_rows.emplace_back(row_, lines);
    ++row_;
  }

  void end_header(std::size_t first_cell) {
    std::size_t lines = 1;
    for (std::size_t i = first_cell; i < layout_.cells.size(); ++i) {
      const SheetCell& cell = layout_.cells[i];
      lines = std::max(lines, lines_in_cell(std::get<std::string>(cell.cell.value),
                                            layout_.widths[cell.column]));
    }
    end_row(lines);
  }

  /// The header stays in sight where it is true of all that scrolls below it.
  void freeze() {
    const PlacedTable* first = nullptr;
    for (const PlacedTable& placed : tables_) {
      if (placed.table->row_count() == 0) continue;
      if (first == nullptr) first = &placed;
      if (!have_same_headings(*first->table, *placed.table)) return;
    }
    if (first == nullptr) return;
    layout_.repeated_rows = {first->header, first->header};
    if (first->header < max_frozen_rows) layout_.frozen_rows = first->header + 1;
  }

  /// A sheet can have one filter: for its longest table.
  void choose_filter() {
    const PlacedTable* longest = nullptr;
    for (const PlacedTable& placed : tables_) {
      const std::size_t rows = placed.table->row_count();
      if (rows > 0 && (longest == nullptr || rows > longest->table->row_count())) {
        longest = &placed;
      }
    }
    if (longest == nullptr) return;
    const auto items = std::count_if(longest->table->rows.begin(), longest->table->rows.end(),
                                     [](const TableRow& row) { return row.role == RowRole::item; });
    const auto last = static_cast<std::uint32_t>(longest->table->lazy_rows.size() +
                                                 static_cast<std::size_t>(items));
    layout_.filter = SheetFilter{{longest->header, longest->header + last},
                                 static_cast<std::uint16_t>(longest->table->columns.size() - 1)};
  }

  std::size_t room_beside(const Table& table) const {
    if (layout_.pages_across > 1) return 0;
    const std::vector<std::size_t> widths(
        layout_.widths.begin(),
        layout_.widths.begin() + static_cast<std::ptrdiff_t>(table.columns.size()));
    const std::size_t used = pixels_of(widths) + chart_gap;
    return used < pixels_of_paper ? pixels_of_paper - used : 0;
  }

  /// The first chart beside the table where there is room; the others below, two in a row.
  void place_with_charts(PlacedTable& placed, std::vector<SheetChart>& found) {
    const Table& table = *placed.table;
    const std::size_t room = room_beside(table);
    const bool beside = !found.empty() && room >= min_chart_width;
    keep_together(beside ? std::max<std::size_t>(found.front().height + 4, min_rows_together(table))
                         : min_rows_together(table));
    place(placed);
    const std::uint32_t top =
        placed.header + 1;  // headings may stand on each page, charts must not
    for (SheetChart& chart : found) {
      chart.rows = {placed.header + chart.rows.first, placed.header + chart.rows.last};
    }
    std::size_t next = 0;
    if (beside) {
      SheetChart& chart = found[next++];
      chart.row = top;
      chart.left = pixels_of_paper - room;
      chart.width = std::min(room, max_chart_width);
      row_ = std::max(row_, top + chart.height);
      layout_.charts.push_back(std::move(chart));
    }
    while (next < found.size()) {
      const auto [count, height] = row_of_charts(found, next);
      ++row_;
      keep_together(height + 1);
      ++row_;
      const std::size_t room_below = last_text_pixel() - first_text_pixel();
      const std::size_t width =
          std::min((room_below - chart_gap * (count - 1)) / count, max_chart_width);
      for (std::size_t i = 0; i < count; ++i) {
        SheetChart& chart = found[next++];
        chart.row = row_;
        chart.left = first_text_pixel() + i * (width + chart_gap);
        chart.width = width;
        layout_.charts.push_back(std::move(chart));
      }
      row_ += height;
    }
  }

  /// Its title, its headings and a few rows.
  static std::size_t min_rows_together(const Table& table) {
    constexpr std::size_t few_rows = 6;
    return 3 + std::min(few_rows, table.row_count());
  }

  /// A chart in the first column would stand on each page across.
  std::size_t first_text_pixel() const {
    return first_text_column_ == 0 ? 0 : pixels_of({layout_.widths.front()});
  }

  std::size_t last_text_pixel() const {
    if (layout_.pages_across == 1) return pixels_of_paper;
    return pixels_of({layout_.widths.begin(),
                      layout_.widths.begin() + static_cast<std::ptrdiff_t>(last_text_column_ + 1)});
  }

  std::size_t lines_above() const {
    std::size_t lines = row_;
    for (const auto& [row, height] : layout_.tall_rows) lines += height - 1;
    return lines;
  }

  /// What all tables and charts of the section take at most, one below the other; where that is
  /// more than `max`, some number above it.
  std::size_t lines_below(std::size_t max) const {
    std::size_t lines = 0;
    for (std::size_t at = 0; at < tables_.size() && lines <= max; ++at) {
      lines += lines_of(*tables_[at].table, charts_[at], max);
    }
    return lines;
  }

  std::size_t lines_of(const Table& table, const std::vector<SheetChart>& charts,
                       std::size_t max) const {
    std::size_t lines = table.row_count() + 4;
    if (lines > max) return lines;
    std::vector<SheetCell> cells;
    for (const TableRow& row : table.rows) {
      place_cells(table, row, 0, cells);
      lines += lines_of_row(cells, layout_.widths) - 1;
    }
    std::size_t next = 0;
    if (!charts.empty() && room_beside(table) >= min_chart_width) {
      lines = std::max<std::size_t>(lines, charts[next++].height + 4);
    }
    for (; next < charts.size(); next += charts_in_a_row) {
      lines += 2 + row_of_charts(charts, next).height;
    }
    return lines;
  }

  /// Those that stand beside each other, from `next` on.
  struct RowOfCharts {
    std::size_t count = 0;
    std::uint32_t height = 0;  // of the highest
  };
  static RowOfCharts row_of_charts(const std::vector<SheetChart>& charts, std::size_t next) {
    RowOfCharts row{std::min(charts_in_a_row, charts.size() - next), 0};
    for (std::size_t i = next; i < next + row.count; ++i) {
      row.height = std::max(row.height, charts[i].height);
    }
    return row;
  }

  bool has_charts() const {
    return std::any_of(charts_.begin(), charts_.end(),
                       [](const auto& charts) { return !charts.empty(); });
  }

  /// A sheet goes on one page where it stays legible. A chart looks bad cut in two: a longer sheet
  /// with charts is printed at a scale of which it is known where its pages end.
  void choose_pages() {
    layout_.on_one_page = layout_.pages_across == 1 &&
                          lines_above() + lines_below(max_lines_on_page) <= max_lines_on_page;
    if (layout_.on_one_page || layout_.pages_across > 1 || !has_charts()) return;
    layout_.scale = scale_with_charts;
  }

  /// A new page begins where so many lines would be cut by the end of this one.
  void keep_together(std::size_t lines) {
    if (layout_.scale == 0) return;
    const std::size_t page = lines_of_a_page * 100 / layout_.scale;
    constexpr std::size_t repeated = 3;
    constexpr std::size_t inexact = 3;  // a row is not cut by the end of a page, but moved
    const std::size_t above =
        lines_above() - page_begin_ + (layout_.page_breaks.empty() ? 0 : repeated);
    const bool is_begun = above < page || above % page > inexact;
    if (is_begun && above % page + lines + (above < page ? 0 : inexact) <= page) return;
    // Where a page has just ended, some rows go with what follows: it would be nearly empty.
    constexpr std::uint32_t some_rows = 8;
    std::uint32_t earliest = layout_.page_breaks.empty() ? 0 : layout_.page_breaks.back() + 1;
    for (const SheetChart& chart : layout_.charts) {  // which is not cut for it
      earliest = std::max(earliest, chart.row + chart.height + 1);
    }
    std::uint32_t first = row_;
    if (!is_begun && row_ > earliest + some_rows) first -= some_rows;
    page_begin_ = lines_above() - (row_ - first);
    for (const auto& [row, height] : layout_.tall_rows) {
      if (row >= first) page_begin_ -= height - 1;
    }
    layout_.page_breaks.push_back(first);
  }

  const Document& document_;
  std::string title_;
  std::vector<const DocumentSection*> sections_;
  std::vector<PlacedTable> tables_;
  std::size_t next_table_ = 0;                   // of a sheet that sections share
  std::vector<std::vector<SheetChart>> charts_;  // of each table
  std::size_t page_begin_ = 0;                   // lines above the page
  std::size_t first_text_column_ = 0;            // titles and notes: on the first page across
  std::size_t last_text_column_ = 0;
  std::size_t value_column_ = 1;  // where the values of facts begin
  std::uint32_t row_ = 0;
  SheetLayout layout_;
};

}  // namespace

SheetLayout lay_out_sheet(const Document& document, const DocumentSection& section) {
  return SheetWriter(document, section.title, {&section}).layout();
}

SheetLayout lay_out_sheet(const Document& document, const std::string& title,
                          const std::vector<const DocumentSection*>& sections) {
  return SheetWriter(document, title, sections).shared_layout();
}

}  // namespace euproj
