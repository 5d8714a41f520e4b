#pragma once
// PESEL: the Polish population number, eleven digits that hold a birth date and a sex.
//
// Ustawa z dnia 24 września 2010 r. o ewidencji ludności, art. 15: digits 1-6 birth date with the
// century in the month, 7-10 serial whose last digit is odd for men, 11 check digit.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "euproj/base/result.hpp"
#include "euproj/core/date.hpp"

namespace euproj {

enum class Sex : std::uint8_t { unknown, woman, man };

inline constexpr std::size_t pesel_digits = 11;

enum class PeselFault { not_eleven_digits, no_such_day, check_digit };

struct Pesel {
  std::uint64_t number = 0;  // leading zeros are implied
  Date born;
  Sex sex = Sex::unknown;
};

[[nodiscard]] Result<Pesel, PeselFault> parse_pesel(std::string_view text);

/// With the leading zeros that a spreadsheet took away: nine or ten digits that are a valid PESEL
/// with them. Nothing for any other text.
[[nodiscard]] std::optional<std::string> padded_pesel(std::string_view digits);

/// Eleven digits with a right check digit and a real day: text that must not be printed.
[[nodiscard]] bool looks_like_pesel(std::string_view text);

}  // namespace euproj
