#include "render/workbook/xlsx_long_rows.hpp"

#include <algorithm>
#include <utility>

#include "render/workbook/letter_widths.hpp"
#include "render/workbook/xlsx_conditions.hpp"

namespace euproj {
namespace {

constexpr std::size_t most_rows_held = 2'000;

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

bool has_long_rows(const DocumentSection& section, const Table& table) {
  if (table.made.size() <= most_rows_held || !table.rows.empty()) return false;
  const bool looked_at =
      std::any_of(table.columns.begin(), table.columns.end(), [](const TableColumn& column) {
        return column.rule.kind != ColumnRule::Kind::none || is_watched(column);
      });
  return !looked_at && std::none_of(section.charts.begin(), section.charts.end(),
                                    [&](const Chart& chart) { return chart.table == table.id; });
}

void lay_out_row(const Table& table, TableRow row, const std::vector<std::size_t>& widths,
                 std::uint32_t at, LaidOutRow& into) {
  into.cells.clear();
  into.lines = 1;
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    if (table.columns[i].heading.empty()) continue;  // only keeps the columns of a sheet in line
    SheetCell& cell = into.cells.emplace_back();
    cell.row = at;
    cell.column = cell.last_column = static_cast<std::uint16_t>(i);
    cell.part = part_of(row.role);
    cell.kind = table.columns[i].kind;
    cell.cell = std::move(row.cells.at(i));
    if (cell.part == SheetPart::heading) continue;  // runs on into the cells beside it
    if (const auto* content = std::get_if<std::string>(&cell.cell.value)) {
      into.lines = std::max(into.lines, lines_in_cell(*content, widths[i]));
    }
  }
}

}  // namespace euproj
