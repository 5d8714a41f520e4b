// One class places everything of a sheet, from the top: its steps share the current row.

#include "render/workbook/layout.hpp"

#include <algorithm>
#include <utility>

#include "render/cell_text.hpp"
#include "render/chart_points.hpp"
#include "render/shown_table.hpp"
#include "render/workbook/formulas.hpp"
#include "render/workbook/widths.hpp"

namespace euproj {
namespace {

constexpr std::uint32_t chart_height = 14;  // rows
constexpr std::uint32_t min_bars_height = 7;
constexpr std::uint32_t bars_margin = 4;
constexpr std::int64_t percent_for_words = 15;

std::int64_t axis_end(const Table& table, std::uint32_t items,
                      const std::vector<SheetSeries>& series) {
  std::int64_t longest = 100'00;
  for (const SheetSeries& one : series) {
    for (std::uint32_t row = 0; row < items; ++row) {
      const CellValue& value = table.rows[row].cells.at(one.column).value;
      if (std::holds_alternative<std::monostate>(value)) continue;
      const auto* const percent = std::get_if<Percent>(&value);
      if (percent == nullptr || percent->hundredths < 0) return 0;
      longest = std::max(longest, percent->hundredths);
    }
  }
  return longest + longest / 100 * percent_for_words;
}

/// From the ids of a chart to the cells of its table. `header` is the row of the headings. None
/// when the table has no items or lacks a column.
std::optional<SheetChart> place_chart(const Chart& chart, const Table& table,
                                      std::uint32_t header) {
  const auto first_other =
      std::find_if(table.rows.begin(), table.rows.end(),
                   [](const TableRow& row) { return row.role != RowRole::item; });
  const auto items = static_cast<std::uint32_t>(first_other - table.rows.begin());
  const auto categories = column_of(table, chart.categories);
  if (items == 0 || !categories) return std::nullopt;

  SheetChart placed;
  placed.chart = &chart;
  placed.height = chart.shape == Chart::Shape::bars
                      ? std::max(min_bars_height, bars_margin + 2 * items)
                      : chart_height;
  placed.rows = {header + 1, header + items};
  placed.categories = static_cast<std::uint16_t>(*categories);
  for (std::size_t i = 0; i < chart.series.size(); ++i) {
    if (const auto column = column_of(table, chart.series[i])) {
      const TableColumn& about = table.columns[*column];
      placed.series.push_back(
          {series_name(chart, i, about), static_cast<std::uint16_t>(*column), about.kind});
    }
  }
  if (placed.series.empty()) return std::nullopt;
  placed.axis_end = axis_end(table, items, placed.series);
  return placed;
}

constexpr std::size_t max_rows_held = 2'000;

SheetPart part_of(RowRole role) {
  switch (role) {
    case RowRole::item:
      return SheetPart::item;
    case RowRole::heading:
      return SheetPart::heading;
    case RowRole::subtotal:
      return SheetPart::subtotal;
    case RowRole::total:
      return SheetPart::total;
  }
  return SheetPart::item;
}

// Of A4 landscape, between the margins; an axis of a chart then has letters of 7 points.
constexpr std::size_t max_lines_on_page = 46;
constexpr std::size_t lines_of_a_page = 32;        // at full size
constexpr std::size_t characters_of_a_page = 138;  // across
constexpr std::uint32_t max_frozen_rows = 12;

bool same_headings(const Table& a, const Table& b) {
  return std::equal(a.columns.begin(), a.columns.end(), b.columns.begin(), b.columns.end(),
                    [](const auto& x, const auto& y) { return x.heading == y.heading; });
}

/// A column without a heading only keeps the columns of a sheet in line; nothing is drawn there.
bool is_spacer(const Table& table, std::size_t column) {
  return table.columns[column].heading.empty();
}

class SheetWriter {
 public:
  SheetWriter(const Document& document, const DocumentSection& section)
      : document_(document), section_(section) {
    for (const Table& table : section.tables) {
      if (table.medium != Medium::text) tables_.push_back({&table, 0});
    }
  }

  SheetLayout layout() {
    measure();
    titles();
    facts();
    notes();
    for (PlacedTable& placed : tables_) {
      ++row_;
      place(placed);
    }
    freeze();
    choose_filter();
    charts();
    layout_.tables = tables_;
    return std::move(layout_);
  }

 private:
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

  void measure() {
    std::vector<const Table*> tables;
    for (const PlacedTable& placed : tables_) tables.push_back(placed.table);
    SheetWidths widths = sheet_widths(section_, tables, document_.language);
    layout_.widths = std::move(widths.columns);
    value_column_ = widths.value_column;
  }

  void titles() {
    if (!document_.incomplete_mark.empty()) {
      add(SheetPart::incomplete, 0, 0, document_.incomplete_mark);
      ++row_;
    }
    add(SheetPart::title, 0, 0, section_.title);
    ++row_;
    add(SheetPart::subtitle, 0, 0, document_.subtitle);
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

  void facts() {
    if (!section_.facts.empty()) ++row_;
    for (const auto& [label, value] : section_.facts) {
      add(SheetPart::fact_label, 0, value_column_ - 1, label);
      add(SheetPart::fact_value, value_column_, last_column(), value);
      note_height(cell_text(value, ColumnKind::text, document_.language),
                  width_between(value_column_, last_column()));
      ++row_;
    }
  }

  void notes() {
    for (const std::string& note : section_.notes) {
      add(SheetPart::note, 0, last_column(), note);
      note_height(note, width_between(0, last_column()));
      ++row_;
    }
  }

  void place(PlacedTable& placed) {
    const Table& table = *placed.table;
    if (!table.title.empty()) {
      add(SheetPart::table_title, 0, 0, table.title);
      ++row_;
    }
    if (table.row_count() == 0) {
      add(SheetPart::note, 0, last_column(), table.empty_note);
      ++row_;
      return;
    }
    placed.header = row_;
    const std::size_t first_cell = layout_.cells.size();
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
      if (is_spacer(table, i)) continue;
      add(SheetPart::header, i, i, paper_heading(table.columns[i]), table.columns[i].kind);
    }
    end_header(first_cell);
    if (!table.lazy_rows.empty()) {
      layout_.long_rows.push_back({&table, row_});
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
      if (!same_headings(*first->table, *placed.table)) return;
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

  void charts() {
    for (const Chart& chart : section_.charts) {
      const auto placed =
          std::find_if(tables_.begin(), tables_.end(),
                       [&](const PlacedTable& each) { return each.table->id == chart.table; });
      if (placed == tables_.end()) continue;
      if (auto placed_chart = place_chart(chart, *placed->table, placed->header)) {
        layout_.charts.push_back(std::move(*placed_chart));
      }
    }
    choose_pages();
    for (SheetChart& chart : layout_.charts) {
      ++row_;
      if (!layout_.on_one_page) row_ += lines_to_next_page(chart.height);
      chart.row = row_;
      row_ += chart.height;
    }
  }

  std::size_t lines_above() const {
    std::size_t lines = row_;
    for (const auto& [row, height] : layout_.tall_rows) lines += height - 1;
    return lines;
  }

  /// A chart looks bad cut in two, so a sheet with charts goes on one page where it stays legible.
  void choose_pages() {
    std::size_t lines = lines_above();
    for (const SheetChart& chart : layout_.charts) lines += chart.height + 1;
    layout_.on_one_page = !layout_.charts.empty() && lines <= max_lines_on_page;
  }

  /// How many to leave free so that a chart is not cut; a sheet is scaled to the width of the page.
  std::uint32_t lines_to_next_page(std::size_t height) const {
    constexpr std::size_t inexact = 2;
    const std::size_t width = width_between(0, last_column());
    const std::size_t page =
        lines_of_a_page * std::max(width, characters_of_a_page) / characters_of_a_page;
    const std::size_t repeated = layout_.repeated_rows.last - layout_.repeated_rows.first + 1;
    const std::size_t above = lines_above();
    std::size_t end = page;
    while (end <= above) end += page - repeated;
    if (above + height + inexact <= end || height + inexact > page - repeated) return 0;
    return static_cast<std::uint32_t>(end - above + inexact);
  }

  const Document& document_;
  const DocumentSection& section_;
  std::vector<PlacedTable> tables_;
  std::size_t value_column_ = 1;  // where the values of facts begin
  std::uint32_t row_ = 0;
  SheetLayout layout_;
};

}  // namespace

bool has_long_rows(const DocumentSection& section, const Table& table) {
  if (table.lazy_rows.size() <= max_rows_held || !table.rows.empty()) return false;
  const bool looked_at =
      std::any_of(table.columns.begin(), table.columns.end(), [](const TableColumn& column) {
        return column.rule.kind != ColumnRule::Kind::none || is_watched(column);
      });
  return !looked_at && std::none_of(section.charts.begin(), section.charts.end(),
                                    [&](const Chart& chart) { return chart.table == table.id; });
}

void place_cells(const Table& table, TableRow row, std::uint32_t at, std::vector<SheetCell>& into) {
  into.clear();
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    if (is_spacer(table, i)) continue;
    SheetCell& cell = into.emplace_back();
    cell.row = at;
    cell.column = cell.last_column = static_cast<std::uint16_t>(i);
    cell.part = part_of(row.role);
    cell.kind = table.columns[i].kind;
    cell.cell = std::move(row.cells.at(i));
  }
}

std::size_t lines_of_row(const std::vector<SheetCell>& cells,
                         const std::vector<std::size_t>& widths) {
  std::size_t lines = 1;
  for (const SheetCell& cell : cells) {
    if (cell.part == SheetPart::heading) continue;  // runs on into the cells to its right
    if (const auto* content = std::get_if<std::string>(&cell.cell.value)) {
      lines = std::max(lines, lines_in_cell(*content, widths[cell.column]));
    }
  }
  return lines;
}

std::size_t row_height(std::size_t lines) {
  constexpr std::size_t line_height = 15;
  constexpr std::size_t max_lines_of_row = 27;  // a row of Excel is at most 409 points high
  return line_height * std::min(lines, max_lines_of_row);
}

SheetLayout lay_out_sheet(const Document& document, const DocumentSection& section) {
  return SheetWriter(document, section).layout();
}

}  // namespace euproj
