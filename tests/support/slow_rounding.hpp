#pragma once
// Rounding by its definition: the whole numbers on both sides of a fraction, found by halving an
// interval and compared by multiplication alone. What core/rounding and split are compared with.

#include "euproj/base/checked.hpp"
#include "euproj/core/rounding.hpp"

namespace euproj::testing {

/// The greatest n with n x denominator <= size; size >= 0.
[[nodiscard]] inline Int128 slow_floor(Int128 size, Int128 denominator) {
  Int128 low = 0;
  Int128 high = 1;
  while (high * denominator <= size) high *= 2;
  while (high - low > 1) {  // low x denominator <= size < high x denominator
    const Int128 middle = low + (high - low) / 2;
    (middle * denominator <= size ? low : high) = middle;
  }
  return low;
}

/// src/calc/README.md#split: negative amounts mirror positive ones.
[[nodiscard]] inline Int128 slow_round(Int128 numerator, Int128 denominator, Rounding rounding) {
  if (numerator < 0) return -slow_round(-numerator, denominator, rounding);
  const Int128 below = slow_floor(numerator, denominator);
  if (below * denominator == numerator) return below;
  const Int128 above = below + 1;
  const Int128 to_below = numerator - below * denominator;
  const Int128 to_above = above * denominator - numerator;
  switch (rounding) {
    case Rounding::down:
      return below;
    case Rounding::up:
      return above;
    case Rounding::half_up:
      return to_below < to_above ? below : above;
    case Rounding::half_even:
      if (to_below != to_above) return to_below < to_above ? below : above;
      return below % 2 == 0 ? below : above;
  }
  return below;
}

}  // namespace euproj::testing
