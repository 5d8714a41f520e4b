#pragma once
// CriterionFigures: how far the persons of an effectiveness criterion have come
// (src/calc/README.md#criterion).

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "euproj/calc/people_counts.hpp"
#include "euproj/core/quantity.hpp"
#include "euproj/core/rate.hpp"
#include "euproj/model/indicator.hpp"

namespace euproj {

struct CriterionFigures {
  std::string id;  // of a group; empty: all persons
  LocalText name;
  Rate threshold;
  std::optional<std::int64_t> denominator;  // whose window has closed
  std::optional<std::int64_t> reached;      // of those
  std::optional<std::int64_t> open;         // who left, and whose window has not closed
  std::optional<Percent> percent;           // none: nobody's window has closed
  std::optional<Percent> best;              // all of `open` get there
  std::optional<Percent> worst;             // none gets there who has not yet
  std::optional<bool> met;
  bool suppressed = false;  // --small-cells: nothing of it is shown
};

/// `counts`: of all persons, then of each group of the criterion.
[[nodiscard]] std::vector<CriterionFigures> build_criterion(
    const Indicator& indicator, std::span<const CriterionCounts> counts);

}  // namespace euproj
