#pragma once
// The figures of an effectiveness criterion, for the report and for its explanation.

#include <span>
#include <vector>

#include "euproj/calc/people_counts.hpp"
#include "euproj/report/criterion_figures.hpp"

namespace euproj {

/// `counts`: of all persons, then of each group of the criterion.
[[nodiscard]] std::vector<CriterionFigures> build_criterion(
    const Indicator& indicator, std::span<const CriterionCounts> counts);

}  // namespace euproj
