#include "euproj/calc/people_counts.hpp"

#include <algorithm>
#include <optional>
#include <tuple>

#include "calc/counting/counters.hpp"
#include "calc/counting/open_windows.hpp"
#include "calc/counting/unit_counter.hpp"
#include "euproj/base/parallel.hpp"

namespace euproj {
namespace {

/// Persons that one thread passes over, so that several can.
struct PersonRange {
  PersonIndex first = 0;
  PersonIndex end = 0;  // outside
};

/// All persons in order. More ranges than threads, since no two take the same time.
std::vector<PersonRange> person_ranges(const People& people, std::size_t threads) {
  constexpr std::size_t ranges_of_thread = 12;
  const std::size_t persons = people.persons.size();
  const std::size_t count = threads == 1 ? 1 : std::min(threads * ranges_of_thread, persons);
  std::vector<PersonRange> ranges;
  for (std::size_t i = 0; i < count; ++i) {
    ranges.push_back({static_cast<PersonIndex>(persons * i / count),
                      static_cast<PersonIndex>(persons * (i + 1) / count)});
  }
  return ranges;
}

/// What some of the persons count for, or the rows of non-participants.
struct Part {
  Part(const Dossier& dossier, const Overlap& overlap, Period period)
      : indicators(dossier.project, overlap, period),
        forms(dossier.codes, period),
        people(dossier.codes, period),
        units(dossier.project) {}

  IndicatorCounter indicators;
  FormCounter forms;
  PeopleCounter people;
  UnitCounter units;
  OpenWindows open_windows;
};

void count_persons(const Dossier& dossier, PersonRange range,
                   const std::vector<IndicatorWindows>& windows, Part& part) {
  PersonView person(dossier);
  for (PersonIndex index = range.first; index < range.end; ++index) {
    person.move_to(&dossier.people.persons[index]);
    part.indicators.add(person, index);
    part.forms.add(person);
    part.people.add(person);
    part.units.add(person, index);
    for (const IndicatorWindows& each : windows) each.find(person, index, part.open_windows);
  }
}

void count_non_participants(const Dossier& dossier, Part& part) {
  PersonView nobody(dossier);
  visit_non_participants(dossier, [&](const SupportFact& row, std::uint32_t at) {
    part.indicators.add_non_participant(nobody, row);
    part.forms.add(row);
    part.units.add_non_participant(nobody, row, at);
  });
}

/// Measured units are what the indicator's value changes by.
std::vector<UnitChange> measured_changes(const IndicatorSeries& series) {
  std::vector<UnitChange> changes;
  Quantity before;
  series.values.for_each_step([&](Date day, const SexedQuantity& sum) {
    changes.push_back({day, day, {sum.total - before, {}}});
    before = sum.total;
  });
  return changes;
}

void append(const std::vector<OpenWindow>& some, std::vector<OpenWindow>& all) {
  all.insert(all.end(), some.begin(), some.end());
}

void sort_by_day(std::vector<OpenWindow>& windows) {
  std::sort(windows.begin(), windows.end(), [](const OpenWindow& a, const OpenWindow& b) {
    return std::tie(a.last_day, a.person, a.indicator) <
           std::tie(b.last_day, b.person, b.indicator);
  });
}

void join(const std::vector<std::optional<Part>>& parts, const Dossier& dossier, Period period,
          PeopleCounts& counts) {
  FormCounter forms(dossier.codes, period);
  PeopleCounter people(dossier.codes, period);
  UnitCounter units(dossier.project);
  for (const auto& part : parts) {
    part->indicators.add_to(counts.indicators, counts.overlap);
    forms.add(part->forms);
    people.add(part->people);
    units.add(part->units);
    append(part->open_windows.gains, counts.open_windows.gains);
    append(part->open_windows.losses, counts.open_windows.losses);
  }
  for (IndicatorSeries& series : counts.indicators) {
    series.values.finish();
    if (series.incomplete) series.incomplete->finish();
  }
  counts.forms = forms.finished();
  counts.people = people.finished();
  counts.cost_units = units.finished();
  const std::vector<CountedUnit> counted = counted_units(dossier.project);
  for (std::size_t i = 0; i < counted.size(); ++i) {
    if (counted[i].of != UnitOf::measured) continue;
    counts.cost_units[i] = measured_changes(counts.indicators[counted[i].indicator]);
  }
  sort_by_day(counts.open_windows.gains);
  sort_by_day(counts.open_windows.losses);
}

}  // namespace

std::size_t age_band_of(std::optional<int> age) {
  if (!age) return age_bands.size();
  for (std::size_t band = 0; band < age_bands.size(); ++band) {
    if (*age >= age_bands[band].min && *age <= age_bands[band].max) return band;
  }
  return age_bands.size();
}

SexedQuantity period_value(const Series<SexedQuantity>& series, Period period) {
  SexedQuantity value = series.at(period.last);
  value -= series.at(period.first.plus_days(-1));
  return value;
}

SexedQuantity period_value(const IndicatorSeries& series, Period period) {
  return series.supported ? *series.supported : period_value(series.values, period);
}

std::optional<Quantity> ratio_value(Quantity numerator, Quantity denominator) {
  const auto percent = percent_of(numerator.scaled_units(), denominator.scaled_units());
  if (!percent) return std::nullopt;
  return Quantity::scaled(percent->hundredths * (Quantity::scale / 100));
}

std::optional<Quantity> criterion_value(const CriterionCounts& counts) {
  return ratio_value(Quantity::whole(counts.reached), Quantity::whole(counts.closed));
}

PeopleCounts compute_people_counts(const Dossier& dossier, Period period, std::size_t threads) {
  PeopleCounts counts;
  const Date day = period.last;
  counts.overlap = overlap_on(dossier.project, day);
  const std::size_t indicators = dossier.project.indicators.size();
  counts.indicators.resize(indicators);
  const std::vector<IndicatorWindows> windows = windows_of_all(dossier, day);
  const std::vector<PersonRange> ranges = person_ranges(dossier.people, threads);
  std::vector<std::optional<Part>> parts(ranges.size() + 1);
  // Those that need a pass of their own first, then the rows of non-participants, then the persons.
  for_each_in_parallel(indicators + parts.size(), threads, [&](std::size_t piece) {
    if (piece < indicators) {
      counts.indicators[piece] = count_apart(dossier, piece);
      return;
    }
    const std::size_t at = piece - indicators;
    Part& part = parts[at].emplace(dossier, counts.overlap, period);
    if (at == 0) {
      count_non_participants(dossier, part);
    } else {
      count_persons(dossier, ranges[at - 1], windows, part);
    }
  });
  join(parts, dossier, period, counts);
  return counts;
}

}  // namespace euproj
