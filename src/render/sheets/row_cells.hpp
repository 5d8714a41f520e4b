#pragma once
// A row of a table as cells of its sheet: for sheets that are laid out, and for long tables, whose
// rows are made when they are written.

#include <vector>

#include "render/sheets/layout.hpp"

namespace euproj {

/// A column without a heading only keeps the columns of a sheet in line; nothing is drawn there.
[[nodiscard]] bool is_spacer(const Table& table, std::size_t column);

/// Whether the made rows of a table stay unmade until they are written: there are many, and nothing
/// else on the sheet (a total, a chart, a mark) looks at them.
[[nodiscard]] bool has_long_rows(const DocumentSection& section, const Table& table);

/// The cells of a row of a table, which stands in row `at` of the sheet.
void place_cells(const Table& table, TableRow row, std::uint32_t at, std::vector<SheetCell>& into);

/// How many lines the highest cell of a row takes; `widths` by column of the sheet.
[[nodiscard]] std::size_t lines_of_row(const std::vector<SheetCell>& cells,
                                       const std::vector<std::size_t>& widths);

/// In points.
[[nodiscard]] std::size_t row_height(std::size_t lines);

}  // namespace euproj
