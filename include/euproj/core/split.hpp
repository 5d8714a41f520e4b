#pragma once
// split: an amount shared among sources by exact weights, the remainder source taking the rest.
//
// The parts always sum to the amount. Shares are taken of cumulative amounts, so what a period gets
// is a difference of two splits and nothing drifts over the years (src/calc/README.md#split).
//
//        cumulative      eu 85 % down    state 8 % down   own (remainder)
//   Jan      100.01         85.00             8.00             7.01
//   Feb      200.03        170.02            16.00            14.01
//   Feb alone: the differences        ->  85.02  8.00  7.00, which sum to 100.02
//
// infer_split is the way back: which rates and roundings reproduce published amounts
// (src/calc/README.md#split).

#include <cstddef>
#include <optional>
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

// Rates tried: 0.01 % to 100 % in steps of 0.01 %, every rounding of core/rounding.hpp. Integers
// only. Of the rates that reproduce an amount the one with the fewest decimals is named, then the
// nearest to the exact share: published rates are round.

struct ReproducingRate {
  Rate rate;
  std::vector<Rounding> roundings;  // that give the amount; never empty
  std::size_t others = 0;           // further rates on the grid that give it too
};

/// The rate of the grid that comes nearest.
struct NearestRate {
  Rate rate;
  Money gives;  // rounded half up
  Money away;   // amount - gives
};

struct InferredPart {
  Money amount;
  std::optional<ReproducingRate> found;
  NearestRate nearest;
};

struct InferredSplit {
  std::vector<InferredPart> parts;
  Money rest;  // total less the parts; zero: they are all
  /// Each part that may take the remainder so that the rates of the others reproduce everything.
  /// When there is a rest it is the remainder: parts.size(), or none.
  std::vector<std::size_t> remainders;
};

/// 0 < total, 0 <= each amount, and their sum is at most the total.
[[nodiscard]] InferredSplit infer_split(Money total, std::span<const Money> amounts);

/// A published total and one published part of it.
struct PublishedPart {
  Money total;
  Money part;
};

/// Of the parts that a rate meets within one minor unit: how many each rounding reproduces.
struct RateTally {
  Rate rate;
  std::size_t met = 0;
  std::size_t down = 0;
  std::size_t half_up = 0;
  std::size_t half_even = 0;
  std::size_t up = 0;
  std::size_t down_and_half_up = 0;
  std::size_t neither = 0;  // down nor half_up

  RateTally& operator+=(const RateTally& other);
};

struct InferredList {
  std::vector<RateTally> rates;   // the usual ones, most frequent first
  std::size_t of_other_rate = 0;  // parts that no usual rate meets
};

/// A rate is usual when it meets, within one minor unit, two parts of totals of at least
/// 100 000.00, where a meeting by chance is rarer than 1 in 300; of any totals, where none is as
/// large. A part belongs to the most frequent usual rate that meets it; a rate to which none
/// belongs is left out. All totals are above 0.
[[nodiscard]] InferredList infer_list(std::span<const PublishedPart> list);

}  // namespace euproj
