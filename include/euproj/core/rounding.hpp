#pragma once
// Named rounding rules. There is no default: who rounds says how, and why at that line.

#include <optional>
#include <string_view>

#include "euproj/base/checked.hpp"

namespace euproj {

/// Negative values mirror positive ones (src/calc/README.md#rounding): down is towards zero, up is
/// away from it.
enum class Rounding { down, up, half_up, half_even };

[[nodiscard]] std::optional<Rounding> parse_rounding(std::string_view word);
[[nodiscard]] std::string_view rounding_word(Rounding rounding);

/// numerator / denominator as a whole number. The denominator is positive.
[[nodiscard]] Int128 divide(Int128 numerator, Int128 denominator, Rounding rounding);

}  // namespace euproj
