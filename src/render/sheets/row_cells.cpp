#include "render/sheets/row_cells.hpp"

#include <algorithm>

#include "euproj/report/evidence.hpp"
#include "render/sheets/formulas.hpp"
#include "render/sheets/widths.hpp"

namespace euproj {
namespace {

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

}  // namespace

bool is_spacer(const Table& table, std::size_t column) {
  return table.columns[column].heading.empty();
}

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

}  // namespace euproj
