#pragma once
// libxlsxwriter prints 16 significant digits, so that 8442.37 stands in the file as
// 8442.370000000001. The double is the same, but Gnumeric and whoever takes the text keep the tail,
// and find 8442.37 no more.

#include <string>
#include <string_view>

#include "render/workbook/rows.hpp"

namespace euproj {

/// Whether the library would print this number with other digits than its own.
[[nodiscard]] bool gets_a_tail(const StoredNumber& number);

/// A sheet as the library wrote it; each number in the fewest digits that give the same double.
/// Texts that a formula gives stay as they are.
[[nodiscard]] std::string with_shortest_numbers(std::string_view sheet);

}  // namespace euproj
