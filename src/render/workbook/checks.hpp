#pragma once
// The sheet of checks: what must agree, recomputed from the cells of the other sheets.

#include <string>
#include <vector>

#include "render/workbook/layout.hpp"
#include "render/workbook/places.hpp"

namespace euproj {

/// Each check with its two sides and whether they agree; above them whether all do. As any section,
/// so that it looks like the others.
[[nodiscard]] DocumentSection checks_section(const Document& document);

/// Turns the values into formulas over the cells of the sheets, and the marks into conditions.
void add_check_formulas(const Document& document, const SheetPlaces& places, SheetLayout& checks);

/// Where the verdict on all of them stands.
[[nodiscard]] CellPosition verdict_position(const SheetLayout& checks);

/// Marks a verdict for what it says.
[[nodiscard]] std::vector<SheetCondition> verdict_conditions(RowSpan rows, std::uint16_t column);

}  // namespace euproj
