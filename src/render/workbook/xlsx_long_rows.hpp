#pragma once
// Rows of a table that has too many to hold: each is made, placed and written before the next.

#include "euproj/report/document.hpp"
#include "render/workbook/xlsx_layout.hpp"

namespace euproj {

/// Whether the made rows of a table stay unmade until they are written: there are many, and nothing
/// else on the sheet (a total, a chart, a mark) looks at them.
[[nodiscard]] bool has_long_rows(const DocumentSection& section, const Table& table);

/// The cells of a row of a table, at this row of the sheet.
struct LaidOutRow {
  std::vector<SheetCell> cells;
  std::size_t lines = 1;
};
void lay_out_row(const Table& table, TableRow row, const std::vector<std::size_t>& widths,
                 std::uint32_t at, LaidOutRow& into);

}  // namespace euproj
