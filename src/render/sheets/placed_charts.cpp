#include "render/sheets/placed_charts.hpp"

#include <algorithm>
#include <optional>

#include "render/chart_points.hpp"
#include "render/shown_table.hpp"

namespace euproj {
namespace {

constexpr std::uint32_t chart_height = 14;  // rows
constexpr std::uint32_t min_bars_height = 7;
constexpr std::uint32_t bars_margin = 4;
constexpr std::int64_t percent_for_words = 25;

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

/// From the ids of a chart to the cells of its table. None when the table has no items or lacks a
/// column.
std::optional<SheetChart> placed_chart(const Chart& chart, const Table& table) {
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
  placed.rows = {1, items};
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

}  // namespace

std::vector<SheetChart> placed_charts(const DocumentSection& section, const Table& table,
                                      Language language) {
  std::vector<SheetChart> charts;
  for (const Chart& chart : section.charts) {
    if (chart.table != table.id || !says_something(chart_points(chart, table, language))) continue;
    if (auto placed = placed_chart(chart, table)) charts.push_back(std::move(*placed));
  }
  return charts;
}

}  // namespace euproj
