#pragma once
// The section of changes in closed periods: the figures, who makes the difference, the
// reconciliation. The JSON has every figure, a page those that a report begins with.

#include "euproj/report/figures.hpp"
#include "report/parts/typed_table.hpp"

namespace euproj::parts {

/// Of figures with seals.
[[nodiscard]] DocumentSection changes_section(const Figures& figures, const Words& words);

}  // namespace euproj::parts
