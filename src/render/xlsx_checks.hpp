#pragma once
// The sheet of checks: what must agree, recomputed from the cells of the other sheets.

#include <string>
#include <vector>

#include "render/xlsx_layout.hpp"

namespace euproj {

/// Each check with its two sides and whether they agree; above them whether all do. As any section,
/// so that it looks like the others.
[[nodiscard]] DocumentSection checks_section(const Document& document);

struct SheetTable {
  std::string sheet;  // its name
  PlacedTable placed;
};

/// Turns the values into formulas over the cells of `tables`.
void add_check_formulas(const Document& document, const std::vector<SheetTable>& tables,
                        SheetLayout& checks);

}  // namespace euproj
