// Rows of `measurements`: values of indicators with `count: measured`.

#include "read/logs/row_readers.hpp"

#include "euproj/words/kinds.hpp"

namespace euproj {
namespace {

std::size_t read_indicator(RowCells& cells, const Project& project) {
  const std::string_view id = cells.text(Column::measurements_indicator);
  if (id.empty()) return 0;
  std::vector<std::string_view> measured;
  for (std::size_t i = 0; i < project.indicators.size(); ++i) {
    const Indicator& indicator = project.indicators[i];
    if (indicator.count == Count::measured) measured.push_back(indicator.id);
    if (indicator.id != id) continue;
    if (indicator.count != Count::measured) {
      cells.report(Kind::not_a_measured_indicator, Column::measurements_indicator, {indicator.id});
    }
    return i;
  }
  cells.report_unknown_code(Column::measurements_indicator, id, measured);
  return 0;
}

/// A value need not be given when both sexes are; when all are, it covers them.
void settle_value(RowCells& cells, MeasurementRow& row) {
  const bool value_blank = !cells.has(Column::measurements_value);
  const bool sexes_blank =
      !cells.has(Column::measurements_women) || !cells.has(Column::measurements_men);
  if (value_blank && sexes_blank) cells.report_row(Kind::no_measured_value);
  if (!row.women || !row.men) return;
  const Quantity both = *row.women + *row.men;
  if (value_blank) {
    row.value = both;
  } else if (row.value && *row.value < both) {
    cells.report(Kind::value_below_sexes, Column::measurements_value,
                 {row.value->text(), both.text()});
  } else if (row.value && *row.value > both) {
    cells.report(Kind::value_above_sexes, Column::measurements_value,
                 {row.value->text(), both.text()});
  }
}

}  // namespace

void read_measurement(RowCells& cells, const Project& project, Codes&, Logs& logs) {
  MeasurementRow row;
  row.origin = cells.origin();
  row.indicator = read_indicator(cells, project);
  row.date = cells.date(Column::measurements_date);
  row.value = cells.quantity(Column::measurements_value);
  row.women = cells.quantity(Column::measurements_women);
  row.men = cells.quantity(Column::measurements_men);
  settle_value(cells, row);
  if (cells.ok()) logs.measurements.push_back(row);
}

}  // namespace euproj
