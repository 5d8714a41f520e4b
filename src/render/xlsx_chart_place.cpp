#include "render/xlsx_chart_place.hpp"

#include <algorithm>

namespace euproj {
namespace {

constexpr std::uint32_t chart_height = 14;  // rows
constexpr std::uint32_t bars_least_height = 7;
constexpr std::uint32_t bars_margin = 4;

std::optional<std::uint16_t> column_of(const Table& table, const std::string& id) {
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    if (table.columns[i].id == id) return static_cast<std::uint16_t>(i);
  }
  return std::nullopt;
}

/// Whether every value of the columns is a percentage from 0 to 100.
bool is_within_whole(const Table& table, std::uint32_t items,
                     const std::vector<SheetSeries>& series) {
  for (const SheetSeries& one : series) {
    for (std::uint32_t row = 0; row < items; ++row) {
      const CellValue& value = table.rows[row].cells.at(one.column).value;
      if (std::holds_alternative<std::monostate>(value)) continue;
      const auto* const percent = std::get_if<Percent>(&value);
      if (percent == nullptr || percent->hundredths < 0 || percent->hundredths > 10'000) {
        return false;
      }
    }
  }
  return true;
}

}  // namespace

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
                      ? std::max(bars_least_height, bars_margin + 2 * items)
                      : chart_height;
  placed.rows = {header + 1, header + items};
  placed.categories = *categories;
  for (const std::string& id : chart.series) {
    if (const auto column = column_of(table, id)) {
      placed.series.push_back(
          {table.columns[*column].heading, *column, table.columns[*column].kind});
    }
  }
  if (placed.series.empty()) return std::nullopt;
  placed.within_whole = is_within_whole(table, items, placed.series);
  return placed;
}

}  // namespace euproj
