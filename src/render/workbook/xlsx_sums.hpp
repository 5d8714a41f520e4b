#pragma once
// Which totals of a table a spreadsheet may compute itself.

#include <cstddef>

#include "euproj/report/document.hpp"

namespace euproj {

/// How many item rows right above total row `row` add up, exactly, to its amount or count in
/// `column`; 0 when they do not, and then the total is written as a number and no formula.
[[nodiscard]] std::size_t summed_items(const Table& table, std::size_t row, std::size_t column);

}  // namespace euproj
