#include "render/workbook/xlsx_places.hpp"

#include <algorithm>
#include <optional>

#include "euproj/base/checked.hpp"
#include "render/shown_table.hpp"
#include "render/workbook/xlsx_formulas.hpp"

namespace euproj {

void SheetPlaces::add(SheetTable table) {
  std::string id = table.placed.table->id;
  tables_.emplace(std::move(id), std::move(table));
}

const SheetTable& SheetPlaces::table(const CellPlace& place) const {
  const auto found = tables_.find(place.table);
  if (found == tables_.end()) throw InternalError("a cell of a table that is on no sheet");
  return found->second;
}

bool SheetPlaces::has(const CellPlace& place) const {
  const auto found = tables_.find(place.table);
  return found != tables_.end() && place.row < found->second.placed.table->rows.size() &&
         column_of(*found->second.placed.table, place.column).has_value();
}

CellPosition SheetPlaces::position(const CellPlace& place) const {
  const PlacedTable& placed = table(place).placed;
  const std::optional<std::size_t> column = column_of(*placed.table, place.column);
  if (!column) throw InternalError("a cell of a column that is not there");
  return {placed.header + 1 + static_cast<std::uint32_t>(place.row),
          static_cast<std::uint16_t>(*column)};
}

const Cell& SheetPlaces::cell(const CellPlace& place) const {
  return table(place).placed.table->rows.at(place.row).cells.at(position(place).column);
}

ColumnKind SheetPlaces::kind(const CellPlace& place) const {
  return table(place).placed.table->columns.at(position(place).column).kind;
}

std::string SheetPlaces::name(const CellPlace& place) const {
  const CellPosition at = position(place);
  return sheet_prefix(table(place).sheet) + a1_name(at.row, at.column);
}

std::string SheetPlaces::absolute(const CellPlace& place) const {
  const CellPosition at = position(place);
  return sheet_prefix(table(place).sheet) + absolute_name(at.row, at.column);
}

std::string SheetPlaces::sum(const std::vector<CellPlace>& places) const {
  const auto apart = [](const CellPlace& a, const CellPlace& b) {
    return a.table != b.table || a.column != b.column || a.row + 1 != b.row;
  };
  const bool a_column =
      places.size() > 1 && std::adjacent_find(places.begin(), places.end(), apart) == places.end();
  if (a_column) {
    const std::string last = name(places.back());
    return "SUM(" + name(places.front()) + ":" + last.substr(last.rfind('!') + 1) + ")";
  }
  std::string sum;
  for (const CellPlace& place : places) sum += (sum.empty() ? "" : "+") + name(place);
  return sum;
}

}  // namespace euproj
