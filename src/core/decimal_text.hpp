#pragma once
// Decimal text to a scaled whole number: the one parser behind money, quantities and percents.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "euproj/core/money.hpp"

namespace euproj {

/// What may stand in a number beside digits, a sign and `decimal`: see parse_money.
struct NumberForm {
  Grouping grouping = Grouping::none;
  std::string_view currency = {};
};

/// `scale_digits` decimals are kept: "12.5" with 4 is 125000. `limit`: of the scaled number.
[[nodiscard]] Result<std::int64_t, NumberFault> parse_scaled(std::string_view text, char decimal,
                                                             NumberForm form, int scale_digits,
                                                             std::int64_t limit);

/// The same of digits, perhaps with the decimal sign and some of the decimals: nearly every number
/// of every log. Nothing for any other text, be it a number or not.
[[nodiscard]] std::optional<std::int64_t> parse_plain(std::string_view text, char decimal,
                                                      int scale_digits);

/// The reverse: at least `least_decimals`, no more than it takes.
[[nodiscard]] std::string scaled_text(std::int64_t scaled, int scale_digits, int least_decimals);

}  // namespace euproj
