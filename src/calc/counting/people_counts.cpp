#include "euproj/calc/people_counts.hpp"

#include <algorithm>
#include <optional>
#include <tuple>

#include "calc/counting/counters.hpp"
#include "calc/counting/open_windows.hpp"
#include "calc/counting/person_ranges.hpp"
#include "euproj/base/parallel.hpp"

namespace euproj {
namespace {

/// What some of the persons count for, or the rows of nobody who takes part.
struct Part {
  Part(const Dossier& dossier, const Overlap& overlap)
      : indicators(dossier.project, overlap), forms(dossier.codes), people(dossier.codes) {}

  IndicatorCounter indicators;
  FormCounter forms;
  PeopleCounter people;
  std::vector<OpenWindow> open_windows;
};

void count_persons(const Dossier& dossier, PersonRange range,
                   const std::vector<IndicatorWindows>& windows, Part& part) {
  PersonCase of(dossier);
  for (PersonIndex index = range.first; index < range.end; ++index) {
    of.read(&dossier.people.persons[index]);
    part.indicators.add(of, index);
    part.forms.add(of);
    part.people.add(of);
    for (const IndicatorWindows& each : windows) each.find(of, index, part.open_windows);
  }
}

void count_others(const Dossier& dossier, Part& part) {
  PersonCase nobody(dossier);
  visit_others(dossier, [&](const SupportFact& row, std::uint32_t) {
    part.indicators.add_of_nobody(nobody, row);
    part.forms.add(row);
  });
}

void join(const std::vector<std::optional<Part>>& parts, const Dossier& dossier,
          PeopleCounts& counts) {
  FormCounter forms(dossier.codes);
  PeopleCounter people(dossier.codes);
  for (const auto& part : parts) {
    part->indicators.add_to(counts.indicators, counts.overlap);
    forms.add(part->forms);
    people.add(part->people);
    counts.open_windows.insert(counts.open_windows.end(), part->open_windows.begin(),
                               part->open_windows.end());
  }
  for (IndicatorSeries& series : counts.indicators) series.values.finish();
  counts.forms = forms.finished();
  counts.people = people.finished();
  std::sort(counts.open_windows.begin(), counts.open_windows.end(),
            [](const OpenWindow& a, const OpenWindow& b) {
              return std::tie(a.last_day, a.person, a.indicator) <
                     std::tie(b.last_day, b.person, b.indicator);
            });
}

}  // namespace

PeopleCounts compute_people_counts(const Dossier& dossier, Date day, std::size_t threads) {
  PeopleCounts counts;
  counts.overlap = overlap_on(dossier.project, day);
  const std::size_t indicators = dossier.project.indicators.size();
  counts.indicators.resize(indicators);
  const std::vector<IndicatorWindows> windows = windows_of_all(dossier, day);
  const std::vector<PersonRange> ranges = person_ranges(dossier.people, threads);
  std::vector<std::optional<Part>> parts(ranges.size() + 1);
  // Those that need a pass of their own first, then the rows of nobody, then the persons.
  for_each_in_parallel(indicators + parts.size(), threads, [&](std::size_t piece) {
    if (piece < indicators) {
      counts.indicators[piece] = count_apart(dossier, piece);
      return;
    }
    const std::size_t at = piece - indicators;
    Part& part = parts[at].emplace(dossier, counts.overlap);
    if (at == 0) {
      count_others(dossier, part);
    } else {
      count_persons(dossier, ranges[at - 1], windows, part);
    }
  });
  join(parts, dossier, counts);
  return counts;
}

}  // namespace euproj
