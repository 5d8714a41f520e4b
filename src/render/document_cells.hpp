#pragma once
// Cells that other parts of a document refer to, and the section of checks, which is made of them.

#include <optional>
#include <vector>

#include "euproj/report/document.hpp"

namespace euproj {

/// None where the document has no such cell.
[[nodiscard]] const Cell* find_cell(const Document& document, const CellPlace& place);
[[nodiscard]] ColumnKind kind_of_cell(const Document& document, const CellPlace& place);
/// None where the cell has another value, too.
[[nodiscard]] std::optional<Percent> percent_in(const Document& document, const CellPlace& place);

[[nodiscard]] bool have_same_headings(const Table& a, const Table& b);

/// Each check with its two sides and whether they agree; above them whether all do. As any section,
/// so that it looks like the others.
[[nodiscard]] DocumentSection checks_section(const Document& document);

}  // namespace euproj
