#pragma once
// What a spreadsheet may compute itself: formulas over cells, without the leading "=".
//
// A formula is written only where it gives our value to the last digit.

#include <cstdint>
#include <string>

#include "euproj/report/document.hpp"

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

}  // namespace euproj
