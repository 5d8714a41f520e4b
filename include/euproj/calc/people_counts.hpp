#pragma once
// PeopleCounts: all that is counted of persons and their support, in one pass over them.
//
// A million persons and their ten million support rows are read once, for everything that is asked.

#include <vector>

#include "euproj/calc/breakdowns.hpp"
#include "euproj/calc/deadlines.hpp"
#include "euproj/calc/indicators.hpp"

namespace euproj {

struct PeopleCounts {
  std::vector<IndicatorSeries> indicators;  // in the order of Project::indicators
  Overlap overlap;                          // cumulative on the day
  std::vector<FormSeries> forms;            // by code of the form; [0] is unused
  PeopleSeries people;
  /// Those open on the day, from what is known on it: by last day, person in file order and
  /// indicator. One person may have two in one indicator when its outcomes have other terms.
  std::vector<OpenWindow> open_windows;
};

[[nodiscard]] PeopleCounts compute_people_counts(const Dossier& dossier, Date day,
                                                 std::size_t threads = 1);

}  // namespace euproj
