#pragma once
// The only place that groups digits and chooses the decimal sign, from the language alone.
//
// Polish: 1 042 938,86 with no-break spaces (U+00A0), dates 2022-03-04 as everywhere in the files.
// English: 1,042,938.86.

#include <string>

#include "euproj/report/document.hpp"

namespace euproj {

[[nodiscard]] std::string money_text(Money amount, Language language);
[[nodiscard]] std::string quantity_text(Quantity value, int decimals, Language language);
[[nodiscard]] std::string percent_text(Percent value, Language language);  // 85,23 %
/// What stands in a cell; an empty one is "–" (and "n/d" or "n/a" in a percent column).
[[nodiscard]] std::string cell_text(const Cell& cell, ColumnKind kind, Language language);

}  // namespace euproj
