#include "euproj/calc/indicators.hpp"

#include <algorithm>
#include <numeric>

#include "euproj/calc/counting.hpp"

namespace euproj {
namespace {

SexedQuantity sexed(Quantity amount, Sex sex) {
  return {amount, sex == Sex::woman ? amount : Quantity(), sex == Sex::man ? amount : Quantity()};
}

SexedQuantity negative(const SexedQuantity& value) {
  SexedQuantity result;
  result -= value;
  return result;
}

void add_unit(Series<SexedQuantity>& series, const Unit& unit) {
  const SexedQuantity amount = sexed(unit.amount, unit.sex);
  for (const DaySpan& span : unit.counted.spans()) {
    series.add(span.from, amount);
    if (span.until != Date::never()) series.add(span.until, negative(amount));
  }
}

/// Measurements: each adds its value, or replaces the one before it by date and then by row. A
/// baseline enters no value (SPEC 4.11).
IndicatorSeries measured_series(const Dossier& dossier, std::size_t position) {
  const auto& rows = dossier.logs.measurements;
  std::vector<std::size_t> order;
  for (std::size_t at = 0; at < rows.size(); ++at) {
    if (rows[at].indicator == position) order.push_back(at);
  }
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return rows[a].date < rows[b].date; });

  IndicatorSeries result;
  result.sexes = !order.empty();
  SexedQuantity last;
  for (const std::size_t at : order) {
    const MeasurementRow& row = rows[at];
    result.sexes = result.sexes && row.women && row.men;
    SexedQuantity change{row.value.value_or(Quantity()), row.women.value_or(Quantity()),
                         row.men.value_or(Quantity())};
    const SexedQuantity now = change;
    if (dossier.project.indicators[position].take == Indicator::Take::last) change -= last;
    last = now;
    result.values.add(row.date, change);
  }
  result.values.finish();
  return result;
}

IndicatorSeries counted_series(const Dossier& dossier, const Indicator& indicator) {
  IndicatorSeries result;
  result.sexes = has_sexes(indicator.count);
  for_each_unit(dossier, indicator, [&](const Unit& unit) { add_unit(result.values, unit); });
  result.values.finish();
  return result;
}

}  // namespace

std::vector<IndicatorSeries> compute_indicators(const Dossier& dossier) {
  std::vector<IndicatorSeries> all;
  const auto& indicators = dossier.project.indicators;
  for (std::size_t i = 0; i < indicators.size(); ++i) {
    all.push_back(indicators[i].count == Count::measured ? measured_series(dossier, i)
                                                         : counted_series(dossier, indicators[i]));
  }
  return all;
}

SexedQuantity period_value(const Series<SexedQuantity>& series, Period period) {
  SexedQuantity value = series.at(period.last);
  value -= series.at(period.first.plus_days(-1));
  return value;
}

std::optional<Quantity> ratio_value(Quantity numerator, Quantity denominator) {
  const auto percent = percent_of(numerator.scaled_units(), denominator.scaled_units());
  if (!percent) return std::nullopt;
  return Quantity::scaled(percent->hundredths * (Quantity::scale / 100));
}

Series<SexedQuantity> compute_persons(const Dossier& dossier, const Condition& condition) {
  Indicator indicator;
  indicator.count = Count::persons;
  indicator.where = condition;
  return counted_series(dossier, indicator).values;
}

}  // namespace euproj
