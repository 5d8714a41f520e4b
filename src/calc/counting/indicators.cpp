#include "euproj/calc/indicators.hpp"

#include <algorithm>
#include <numeric>

#include "calc/counting/counters.hpp"
#include "calc/counting/units.hpp"

namespace euproj {
namespace {

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
  return result;
}

}  // namespace

IndicatorCounter::IndicatorCounter(const Project& project, const Overlap& overlap)
    : common_(overlap) {
  for (std::size_t i = 0; i < project.indicators.size(); ++i) {
    const Indicator& indicator = project.indicators[i];
    if (!is_by_person(indicator.count)) continue;
    counted_.push_back({i, indicator.count, Question(indicator.where), {}, {}});
  }
}

void IndicatorCounter::Counted::add(const Unit& unit) {
  if (is_by_row(count)) {
    add_on(unit.counted, sexed(unit.amount, unit.sex), rows);
  } else {
    add_on(unit.counted, PersonChange::one(unit.sex), persons);
  }
}

/// Most rows are of another form: no unit is made of them.
void IndicatorCounter::Counted::add(PersonCase& of, const SupportFact& row) {
  if (!asked.takes_form(row.form)) return;
  visit_support_row(of, count, asked, row, 0, [&](const Unit& unit) { add(unit); });
}

void IndicatorCounter::add(PersonCase& of, PersonIndex index) {
  for (Counted& counted : counted_) {
    if (is_by_row(counted.count)) {
      for (const SupportFact& row : of.support()) counted.add(of, row);
      continue;
    }
    visit_units_of(of, index, counted.count, counted.asked, [&](const Unit& unit) {
      if (unit.counted.empty()) return;
      counted.add(unit);
      common_.add(counted.indicator, unit.counted);
    });
  }
  common_.end_person();
}

void IndicatorCounter::add_of_nobody(PersonCase& of, const SupportFact& row) {
  for (Counted& counted : counted_) {
    if (is_by_row(counted.count)) counted.add(of, row);
  }
}

void IndicatorCounter::add_to(std::vector<IndicatorSeries>& all, Overlap& overlap) const {
  for (const Counted& counted : counted_) {
    all[counted.indicator].values.add(counted.persons);
    all[counted.indicator].values.add(counted.rows);
    all[counted.indicator].sexes = has_sexes(counted.count);
  }
  common_.add_to(overlap);
}

IndicatorSeries count_apart(const Dossier& dossier, std::size_t position) {
  const Indicator& indicator = dossier.project.indicators[position];
  if (indicator.count == Count::measured) return measured_series(dossier, position);
  IndicatorSeries result;
  if (is_by_person(indicator.count)) return result;
  for_each_unit(dossier, indicator, [&](const Unit& unit) {
    add_on(unit.counted, sexed(unit.amount, unit.sex), result.values);
  });
  return result;
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

}  // namespace euproj
