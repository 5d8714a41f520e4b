#pragma once
// The charts of a table, in cells of its sheet; where they stand on it, the layout says.

#include <vector>

#include "render/sheets/layout.hpp"

namespace euproj {

/// Those of the section that are of this table and have something to compare. `rows` counts from
/// the headings, which are row 0.
[[nodiscard]] std::vector<SheetChart> placed_charts(const DocumentSection& section,
                                                    const Table& table, Language language);

}  // namespace euproj
