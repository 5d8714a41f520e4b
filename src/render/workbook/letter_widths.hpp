#pragma once
// How many lines a spreadsheet breaks a text into: letters are not as wide as digits, by which the
// widths of columns are given.

#include <cstddef>
#include <string_view>

namespace euproj {

/// In a cell of `width` digits, in Calibri or what stands in for it; never fewer than it takes.
[[nodiscard]] std::size_t lines_in_cell(std::string_view text, std::size_t width);

}  // namespace euproj
