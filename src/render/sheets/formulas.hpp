#pragma once
// cell_formula says what a spreadsheet may compute itself: a formula over cells, without the
// leading "=", and only where it gives our value to the last digit. conditions_of says what it
// marks by itself, so that the mark follows what it recomputes.

#include <cstdint>
#include <string>
#include <vector>

#include "euproj/report/document.hpp"
#include "render/sheets/layout.hpp"

namespace euproj {

/// "C5" of row 4, column 2.
[[nodiscard]] std::string a1_name(std::uint32_t row, std::size_t column);

/// "$C$5", which stays where it is when it is copied.
[[nodiscard]] std::string absolute_name(std::uint32_t row, std::size_t column);

/// For a cell of another sheet: "'Źródła finansowania'!".
[[nodiscard]] std::string sheet_prefix(const std::string& sheet);

/// Of the cell in `row` and `column` of the table, which stands in row `at` of its sheet: the sum
/// of the items above a total, or the rule of its column. Empty: the value stands alone.
[[nodiscard]] std::string cell_formula(const Table& table, std::size_t row, std::size_t column,
                                       std::uint32_t at);

/// Of a table whose headings stand in row `header`.
[[nodiscard]] std::vector<SheetCondition> conditions_of(const Table& table, std::uint32_t header);

/// Whether conditions decide the marks of a column, and none is fixed.
[[nodiscard]] bool is_watched(const TableColumn& column);

}  // namespace euproj
