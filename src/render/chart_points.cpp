#include "render/chart_points.hpp"

#include <algorithm>

#include "euproj/base/checked.hpp"
#include "euproj/core/rounding.hpp"
#include "render/cell_text.hpp"
#include "render/shown_table.hpp"

namespace euproj {
namespace {

constexpr std::int64_t max_steps = 5;

std::optional<std::int64_t> units_of(const CellValue& value) {
  if (const auto* percent = std::get_if<Percent>(&value)) return percent->hundredths;
  if (const auto* money = std::get_if<Money>(&value)) return money->minor_units();
  if (const auto* quantity = std::get_if<Quantity>(&value)) return quantity->scaled_units();
  return std::nullopt;
}

std::int64_t one_of(ColumnKind kind) { return kind == ColumnKind::count ? Quantity::scale : 100; }

std::int64_t steps_in(Int128 distance, std::int64_t step) {
  return checked_narrow(divide(distance, step, Rounding::up));
}

}  // namespace

std::string series_name(const Chart& chart, std::size_t series, const TableColumn& column) {
  return series < chart.names.size() ? chart.names[series] : column.heading;
}

ChartPoints chart_points(const Chart& chart, const Table& table, Language language) {
  ChartPoints chosen;
  const auto category = column_of(table, chart.categories);
  if (!category) return chosen;
  std::vector<std::size_t> columns;
  for (std::size_t i = 0; i < chart.series.size(); ++i) {
    const auto column = column_of(table, chart.series[i]);
    if (!column) continue;
    columns.push_back(*column);
    const TableColumn& about = table.columns[*column];
    chosen.series.push_back({series_name(chart, i, about), about.kind, one_of(about.kind), {}});
  }
  for (const TableRow& row : table.rows) {
    if (row.role != RowRole::item) continue;
    const bool any = std::any_of(columns.begin(), columns.end(), [&](std::size_t column) {
      return units_of(row.cells[column].value).has_value();
    });
    if (!any) continue;
    chosen.categories.push_back(cell_text(row.cells[*category], ColumnKind::label, language));
    for (std::size_t i = 0; i < columns.size(); ++i) {
      const Cell& cell = row.cells[columns[i]];
      const auto units = units_of(cell.value);
      std::optional<ChartPoint> point;
      if (units) point = ChartPoint{*units, cell_text(cell, chosen.series[i].kind, language)};
      chosen.series[i].points.push_back(std::move(point));
    }
  }
  std::erase_if(chosen.series, [](const ChartSeries& series) {
    return std::none_of(series.points.begin(), series.points.end(),
                        [](const auto& point) { return point.has_value(); });
  });
  return chosen;
}

bool says_something(const ChartPoints& points) {
  if (points.categories.size() < 2) return false;
  return std::any_of(points.series.begin(), points.series.end(), [](const ChartSeries& series) {
    return std::any_of(series.points.begin(), series.points.end(),
                       [](const auto& point) { return point && point->units != 0; });
  });
}

ChartAxis chart_axis(std::int64_t min, std::int64_t max, std::int64_t one) {
  const Int128 low = std::min<std::int64_t>(min, 0);
  const Int128 high = std::max<std::int64_t>(max, 0);
  ChartAxis axis;
  // 1, 2, 5, 10, 20, 50 ... entire units, until few enough steps reach both ends.
  Int128 step = one;
  for (int turn = 0;
       steps_in(high, checked_narrow(step)) + steps_in(-low, checked_narrow(step)) > max_steps;
       ++turn) {
    step = turn % 3 == 1 ? step * 5 / 2 : step * 2;
  }
  axis.step = checked_narrow(step);
  axis.low = checked_narrow(-divide(-low, step, Rounding::up) * step);
  axis.high = checked_narrow(divide(high, step, Rounding::up) * step);
  if (axis.low == axis.high) axis.high = axis.step;
  return axis;
}

std::int64_t hundredths_of(std::int64_t part, std::int64_t total) {
  return checked_narrow(divide(checked_multiply(part, 100'00), total, Rounding::down));
}

}  // namespace euproj
