#include "euproj/core/rounding.hpp"

#include <array>
#include <utility>

namespace euproj {
namespace {

constexpr std::array<std::pair<std::string_view, Rounding>, 4> words = {{
    {"down", Rounding::down},
    {"up", Rounding::up},
    {"half_up", Rounding::half_up},
    {"half_even", Rounding::half_even},
}};

}  // namespace

std::optional<Rounding> parse_rounding(std::string_view word) {
  for (const auto& [known, rounding] : words) {
    if (word == known) return rounding;
  }
  return std::nullopt;
}

std::string_view rounding_word(Rounding rounding) {
  for (const auto& [word, known] : words) {
    if (rounding == known) return word;
  }
  throw InternalError("a rounding rule without a word");
}

Int128 divide(Int128 numerator, Int128 denominator, Rounding rounding) {
  if (denominator <= 0) throw InternalError("a division by a number that is not positive");
  const bool negative = numerator < 0;
  const Int128 size = negative ? -numerator : numerator;
  Int128 quotient = size / denominator;
  const Int128 rest = size % denominator;
  const Int128 missing = denominator - rest;  // compared with the rest: doubling could overflow
  bool away = false;
  switch (rounding) {
    case Rounding::down:
      break;
    case Rounding::up:
      away = rest > 0;
      break;
    case Rounding::half_up:
      away = rest >= missing;
      break;
    case Rounding::half_even:
      away = rest > missing || (rest == missing && quotient % 2 == 1);
      break;
  }
  if (away) ++quotient;
  return negative ? -quotient : quotient;
}

}  // namespace euproj
