#include "euproj/calc/indicators.hpp"

#include <algorithm>
#include <numeric>

#include "calc/person_ranges.hpp"
#include "calc/units.hpp"
#include "euproj/base/parallel.hpp"

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

/// What the persons of one part count for.
struct PersonsPart {
  PersonsPart(std::size_t indicators, const Overlap& overlap)
      : series(indicators), common(overlap) {}

  std::vector<IndicatorSeries> series;  // of the indicators that are by person
  OverlapCounter common;
};

void count_persons(const Dossier& dossier, PersonRange range, PersonsPart& part) {
  const auto& indicators = dossier.project.indicators;
  PersonCase of(dossier);
  for (PersonIndex index = range.first; index < range.end; ++index) {
    of.read(&dossier.people.persons[index]);
    for (std::size_t i = 0; i < indicators.size(); ++i) {
      if (!is_by_person(indicators[i].count)) continue;
      visit_units_of(of, index, indicators[i], [&](const Unit& unit) {
        add_unit(part.series[i].values, unit);
        part.common.add(i, unit.counted);
      });
    }
    part.common.end_person();
  }
}

/// An indicator that no single person decides; also the rows of nobody.
void count_others(const Dossier& dossier, std::size_t position, Series<SexedQuantity>& series) {
  const Indicator& indicator = dossier.project.indicators[position];
  const auto add = [&](const Unit& unit) { add_unit(series, unit); };
  if (!is_by_person(indicator.count)) {
    for_each_unit(dossier, indicator, add);
  } else if (indicator.count == Count::hours || indicator.count == Count::headcount) {
    PersonCase of(dossier);
    visit_units_of_others(of, indicator, add);
  }
}

}  // namespace

std::vector<IndicatorSeries> compute_indicators(const Dossier& dossier, std::size_t threads) {
  Overlap nothing;
  return compute_indicators(dossier, nothing, threads);
}

std::vector<IndicatorSeries> compute_indicators(const Dossier& dossier, Overlap& overlap,
                                                std::size_t threads) {
  const auto& indicators = dossier.project.indicators;
  std::vector<IndicatorSeries> all(indicators.size());
  const std::vector<PersonRange> ranges = person_ranges(dossier.people, threads);
  std::vector<std::optional<PersonsPart>> parts(ranges.size());
  // One pass over the persons for all indicators; those that need a pass of their own first.
  for_each_in_parallel(indicators.size() + ranges.size(), threads, [&](std::size_t piece) {
    if (piece >= indicators.size()) {
      const std::size_t range = piece - indicators.size();
      count_persons(dossier, ranges[range], parts[range].emplace(indicators.size(), overlap));
    } else if (indicators[piece].count == Count::measured) {
      all[piece] = measured_series(dossier, piece);
    } else {
      count_others(dossier, piece, all[piece].values);
    }
  });
  for (const auto& part : parts) part->common.add_to(overlap);
  for (std::size_t i = 0; i < indicators.size(); ++i) {
    if (indicators[i].count == Count::measured) continue;
    for (const auto& part : parts) all[i].values.add(part->series[i].values);
    all[i].sexes = has_sexes(indicators[i].count);
    all[i].values.finish();
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

}  // namespace euproj
