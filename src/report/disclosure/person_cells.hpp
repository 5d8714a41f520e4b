#pragma once
// PersonCells: which persons stand behind which count of the figures.
//
// The second way to every count of persons: the figures come from series over days, this from one
// person at a time. Their sums must agree, or the report is not made.

#include <functional>
#include <vector>

#include "euproj/model/dossier.hpp"
#include "euproj/report/figures.hpp"
#include "report/disclosure/suppression.hpp"

namespace euproj {

struct PersonCells {
  CellTable table;
  std::vector<std::function<void()>> suppress;  // by cell: takes the figure away
};

/// `suppress` refers to the figures. Throws InternalError when a count is not the sum of its
/// persons.
[[nodiscard]] PersonCells build_person_cells(const Dossier& dossier, Figures& figures);

/// All of an indicator's values, and what they reach of the target.
void suppress_value(IndicatorFigures& indicator);

}  // namespace euproj
