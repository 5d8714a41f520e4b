#pragma once
// The numbers of spreadsheet cells as text, without a binary floating-point number in between.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace euproj {

/// 1.2345678901E10 -> 12345678901, 0.30000000000000004 -> 0.3: at most 15 significant digits, as
/// many as a spreadsheet shows; no exponent. What is no number stays as it is written.
[[nodiscard]] std::string number_text(std::string_view written);

/// `12,5` in place of a number: whoever wrote the file did so under a locale with a decimal comma.
/// A spreadsheet shows 12 then, or nothing.
[[nodiscard]] bool has_decimal_comma(std::string_view written);

/// Of a number_text: one that lies within 0.00000001, a millionth of a grosz, of a number with four
/// decimals is that number; what a spreadsheet computes of 100.2 - 99.8 is 0.4000000000000057.
[[nodiscard]] std::string without_residue(std::string number);

/// The day of the number 0, as DataFile::day_zero: Excel counts from 1900 (and, as Lotus 1-2-3 did,
/// has a 29 February in it), a Mac once counted from 1904.
inline constexpr std::int32_t day_zero_1900 = -25569;
inline constexpr std::int32_t day_zero_1904 = -24107;

/// Digits only, at least one.
[[nodiscard]] bool is_whole(std::string_view number);
/// `2022-01-10T00:00:00` without its time; any other moment as it is.
[[nodiscard]] std::string_view without_midnight(std::string_view moment);

/// The ISO day of a number_text, with a time where it is not midnight: `2022-01-10 08:15`, with
/// seconds where there are any. The time alone when there is no day in it, only a part of one.
/// Nothing when it is no day up to the year 9999.
[[nodiscard]] std::optional<std::string> day_text(std::string_view number, std::int32_t day_zero);
/// The same number as hours: 1.25 is `30:00`, with seconds where there are any.
[[nodiscard]] std::optional<std::string> hours_text(std::string_view number);
/// `PT30H15M00S` as hours: `30:15`.
[[nodiscard]] std::optional<std::string> hours_of_duration(std::string_view duration);

/// How a number format of XLSX shows a number, as far as that says what the number is.
struct NumberLook {
  enum Kind : std::uint8_t { number, day, hours, zeros };

  Kind kind = number;
  std::uint8_t digits = 0;  // of zeros: how many are shown at least

  friend bool operator==(NumberLook, NumberLook) = default;
};
/// A day or a time of day: y, m, d, h or s outside of quotes. Hours: `[h]`. Zeros: nothing but two
/// or more `0`, as ids have.
[[nodiscard]] NumberLook look_of(std::string_view format);
/// Of the formats that a file need not spell out (ECMA-376, 18.8.30).
[[nodiscard]] NumberLook built_in_look(std::string_view format_id);

}  // namespace euproj
