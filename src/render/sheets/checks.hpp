#pragma once
// The sheet of checks: what must agree, recomputed from the cells of the other sheets.

#include <string>
#include <vector>

#include "render/document_cells.hpp"
#include "render/sheets/layout.hpp"
#include "render/sheets/places.hpp"

namespace euproj {

/// Turns the values into formulas over the cells of the sheets, and the marks into conditions.
void add_check_formulas(const Document& document, const SheetPlaces& places, SheetLayout& checks);

/// Where the verdict on all of them stands.
[[nodiscard]] CellPosition verdict_position(const SheetLayout& checks);

/// Marks a verdict for what it says.
[[nodiscard]] std::vector<SheetCondition> verdict_conditions(RowSpan rows, std::uint16_t column);

}  // namespace euproj
