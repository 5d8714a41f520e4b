#include "euproj/calc/indicator_value.hpp"

#include "euproj/base/checked.hpp"
#include "euproj/calc/person_view.hpp"
#include "euproj/calc/units.hpp"
#include "euproj/core/rounding.hpp"

namespace euproj {
namespace {

/// One way to look at a series: up to a day, or within a period.
struct Span {
  Period period;
  bool of_period = false;

  [[nodiscard]] SexedQuantity of(const Series<SexedQuantity>& series) const {
    return of_period ? period_value(series, period) : series.at(period.last);
  }
  [[nodiscard]] CriterionCounts of(const Series<CriterionCounts>& series) const {
    CriterionCounts counts = series.at(period.last);
    if (of_period) counts += -series.at(period.first.plus_days(-1));
    return counts;
  }
};

/// Of `when: period` the persons supported in it, which no difference of series is.
SexedQuantity supported(const Dossier& dossier, const Indicator& indicator, Period period) {
  SexedQuantity sum;
  for_each_supported(dossier, indicator, period, [&](PersonIndex person) {
    const Sex sex = PersonView(dossier, dossier.people.persons[person]).sex();
    const Quantity one = Quantity::whole(1);
    sum += {one, sex == Sex::woman ? one : Quantity(), sex == Sex::man ? one : Quantity()};
  });
  return sum;
}

SexedQuantity value_of(const Dossier& dossier, const std::vector<IndicatorSeries>& indicators,
                       std::size_t position, const Span& span) {
  const Indicator& indicator = dossier.project.indicators[position];
  if (span.of_period && indicator.when == Indicator::When::supported) {
    return supported(dossier, indicator, span.period);
  }
  return span.of(indicators[position].values);
}

/// What a percentage is of.
struct Fraction {
  Quantity part;
  Quantity whole;
};

/// Of a criterion or a ratio; none: the indicator is no percentage.
std::optional<Fraction> fraction_of(const Dossier& dossier,
                                    const std::vector<IndicatorSeries>& indicators,
                                    std::size_t position, const Span& span) {
  const Indicator& indicator = dossier.project.indicators[position];
  if (indicator.criterion) {
    const CriterionCounts counts = span.of(indicators[position].criterion.front());
    return Fraction{Quantity::whole(counts.reached), Quantity::whole(counts.closed)};
  }
  if (indicator.count != Count::ratio) return std::nullopt;
  return Fraction{value_of(dossier, indicators, indicator.numerator, span).total,
                  value_of(dossier, indicators, indicator.denominator, span).total};
}

KnownSexes computed(const Dossier& dossier, const std::vector<IndicatorSeries>& indicators,
                    std::size_t position, const Span& span) {
  KnownSexes known;
  if (const auto fraction = fraction_of(dossier, indicators, position, span)) {
    known.total = ratio_value(fraction->part, fraction->whole);
  } else {
    const SexedQuantity value = value_of(dossier, indicators, position, span);
    known.total = value.total;
    if (indicators[position].sexes) {
      known.women = value.women;
      known.men = value.men;
    }
  }
  return known;
}

}  // namespace

KnownSexes cumulative_value(const Dossier& dossier, const std::vector<IndicatorSeries>& indicators,
                            std::size_t position, Date day) {
  return computed(dossier, indicators, position, {{day, day}, false});
}

std::optional<Quantity> value_to_compare(const Dossier& dossier,
                                         const std::vector<IndicatorSeries>& indicators,
                                         std::size_t position, Date day) {
  const Span span{{day, day}, false};
  const auto fraction = fraction_of(dossier, indicators, position, span);
  if (!fraction) return value_of(dossier, indicators, position, span).total;
  if (fraction->whole.is_zero()) return std::nullopt;
  constexpr Int128 hundred_percent = Int128{100} * Quantity::scale;
  Int128 part = checked_multiply(fraction->part.scaled_units(), hundred_percent);
  Int128 whole = fraction->whole.scaled_units();
  if (whole < 0) {
    part = -part;
    whole = -whole;
  }
  return Quantity::scaled(checked_narrow(divide(part, whole, Rounding::down)));
}

KnownSexes value_in(const Dossier& dossier, const std::vector<IndicatorSeries>& indicators,
                    std::size_t position, Period period) {
  return computed(dossier, indicators, position, {period, true});
}

namespace {

std::optional<Quantity> less(const std::optional<Quantity>& value,
                             const std::optional<Quantity>& other) {
  if (!value || !other) return std::nullopt;
  return *value - *other;
}

}  // namespace

std::vector<Declared> compute_declared(const Dossier& dossier,
                                       const std::vector<IndicatorSeries>& indicators, Date day) {
  const Logs& logs = dossier.logs;
  std::vector<Declared> all;
  for (std::uint32_t at = 0; at < logs.declarations.size(); ++at) {
    const DeclaredRow& row = logs.declarations[at];
    const Period period = dossier.project.claims.at(row.claim - 1).period;
    if (period.last > day) continue;
    const LogFile* const file = logs.file_of(row.origin);
    const bool of_period = file != nullptr && dossier.project.data[file->entry].of_period;
    Declared one{at, {row.total, row.women, row.men}, {}, {}};
    one.computed = of_period ? value_in(dossier, indicators, row.indicator, period)
                             : cumulative_value(dossier, indicators, row.indicator, period.last);
    one.difference = {less(one.declared.total, one.computed.total),
                      less(one.declared.women, one.computed.women),
                      less(one.declared.men, one.computed.men)};
    all.push_back(one);
  }
  return all;
}

}  // namespace euproj
