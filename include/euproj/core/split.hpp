#pragma once
// split: an amount shared among sources by exact weights, the remainder source taking the rest.
//
// The parts always sum to the amount. Shares are taken of cumulative amounts, so what a period gets
// is a difference of two splits and nothing drifts over the years (SPEC 4.6).

#include <span>
#include <vector>

#include "euproj/core/money.hpp"

namespace euproj {

struct SplitPart {
  Rate weight;             // ignored for the remainder
  Rounding rounding{};     // ignored for the remainder
  bool remainder = false;  // exactly one part of a split
};

/// 100.00 by 85 % down, 8 % down, remainder -> 85.00, 8.00, 7.00
[[nodiscard]] std::vector<Money> split(Money amount, std::span<const SplitPart> parts);

}  // namespace euproj
