#pragma once
// The numbers of spreadsheet cells as text, without a binary floating-point number in between.

#include <optional>
#include <string>
#include <string_view>

namespace euproj {

/// 1.2345678901E10 -> 12345678901, 0.30000000000000004 -> 0.3: at most 15 significant digits, as
/// many as a spreadsheet shows; no exponent. What is no number stays as it is written.
[[nodiscard]] std::string number_text(std::string_view written);

/// Where day 1 is: 1 January 1900 as Excel counts, or 2 January 1904 as it once did on a Mac.
enum class Epoch { of_1900, of_1904 };

/// The ISO day of a number_text; hours and minutes when there is no day in it, only a time.
/// Nothing when it is no day up to the year 9999.
[[nodiscard]] std::optional<std::string> day_text(std::string_view number, Epoch epoch);

/// Whether a number format of XLSX shows a date or a time: y, m, d, h or s outside of quotes.
[[nodiscard]] bool shows_date(std::string_view format);
/// Of the formats that a file need not spell out (ECMA-376, 18.8.30).
[[nodiscard]] bool is_built_in_date(std::string_view format_id);

}  // namespace euproj
