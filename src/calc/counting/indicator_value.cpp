#include "euproj/calc/indicator_value.hpp"

#include "euproj/calc/person_view.hpp"
#include "euproj/calc/units.hpp"

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

KnownSexes computed(const Dossier& dossier, const std::vector<IndicatorSeries>& indicators,
                    std::size_t position, const Span& span) {
  const Indicator& indicator = dossier.project.indicators[position];
  KnownSexes known;
  if (indicator.criterion) {
    known.total = criterion_value(span.of(indicators[position].criterion.front()));
  } else if (indicator.count == Count::ratio) {
    known.total = ratio_value(value_of(dossier, indicators, indicator.numerator, span).total,
                              value_of(dossier, indicators, indicator.denominator, span).total);
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

KnownSexes value_in(const Dossier& dossier, const std::vector<IndicatorSeries>& indicators,
                    std::size_t position, Period period) {
  return computed(dossier, indicators, position, {period, true});
}

}  // namespace euproj
