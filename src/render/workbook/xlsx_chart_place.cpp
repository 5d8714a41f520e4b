#include "render/workbook/xlsx_chart_place.hpp"

#include <algorithm>

#include "render/chart_points.hpp"

namespace euproj {
namespace {

constexpr std::uint32_t chart_height = 14;  // rows
constexpr std::uint32_t bars_least_height = 7;
constexpr std::uint32_t bars_margin = 4;
constexpr std::int64_t percent_for_words = 15;

std::optional<std::uint16_t> column_of(const Table& table, const std::string& id) {
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    if (table.columns[i].id == id) return static_cast<std::uint16_t>(i);
  }
  return std::nullopt;
}

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
  for (std::size_t i = 0; i < chart.series.size(); ++i) {
    if (const auto column = column_of(table, chart.series[i])) {
      const TableColumn& about = table.columns[*column];
      placed.series.push_back({series_name(chart, i, about), *column, about.kind});
    }
  }
  if (placed.series.empty()) return std::nullopt;
  placed.axis_end = axis_end(table, items, placed.series);
  return placed;
}

}  // namespace euproj
