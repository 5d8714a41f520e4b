#pragma once
// What a spreadsheet marks by itself, so that the mark follows what it recomputes.

#include <vector>

#include "render/workbook/xlsx_layout.hpp"

namespace euproj {

/// Of a table whose headings stand in row `header`.
[[nodiscard]] std::vector<SheetCondition> conditions_of(const Table& table, std::uint32_t header);

/// Whether conditions decide the marks of a column, and none is fixed.
[[nodiscard]] bool is_watched(const TableColumn& column);

}  // namespace euproj
