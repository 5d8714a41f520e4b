#pragma once
// Sampling: which items of a population are checked, so that anybody draws the same ones again, and
// what an error found in them says of the whole (src/calc/README.md#sampling).
//
// Draw k, from 1, is the first eight bytes of SHA-256("SEED:k") over 2^64, the first byte the
// highest: u_k in [0, 1).
//
//   random          item ⌊u_k · N⌋, repeats passed over, until there are n
//   monetary unit   items above T/n are all taken, and what is left is looked at anew; then
//                   the points (u_1 + i) · I, I = T/n of what is left, in the order of the
//                   population
//
//     amounts   |  120  | 40 |   80   |20|      T = 260, n = 2, I = 130
//     points          x             x           u_1 = 0.25: 32.50 and 162.50
//     drawn        yes          yes

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "euproj/core/money.hpp"

namespace euproj {

/// u_k as a numerator over 2^64.
[[nodiscard]] std::uint64_t sample_draw(std::string_view seed, std::uint64_t k);

/// Positions in a population of `items`, ascending; all where there are no more than `size`.
[[nodiscard]] std::vector<std::size_t> draw_at_random(std::size_t items, std::size_t size,
                                                      std::string_view seed);

struct MonetarySample {
  std::vector<std::size_t> whole;  // above the interval, ascending
  std::vector<std::size_t> drawn;  // others, ascending, each once
  Money rest;                      // what the items that are not whole come to
  std::size_t points = 0;          // how many points lie in it; the interval is rest / points
};

/// `amounts` are above zero; `size` from 1 to limits of a sample (max_sample_size).
[[nodiscard]] MonetarySample draw_by_money(const std::vector<Money>& amounts, std::size_t size,
                                           std::string_view seed);

constexpr std::size_t max_sample_size = 100'000;

/// What was checked: an item's amount, and what of it is right.
struct CheckedItem {
  Money amount;
  Money correct;
  bool whole = false;  // above the interval: its error is its own
};

/// The error of the items over their amount, times `total`; half up to the grosz. No items: none.
[[nodiscard]] std::optional<Money> project_by_ratio(const std::vector<CheckedItem>& items,
                                                    Money total);

/// Of whole items their errors; of each other its error over its amount, times the interval
/// rest / points. Each term is exact to a millionth of a grosz, the sum half up to the grosz.
[[nodiscard]] std::optional<Money> project_by_interval(const std::vector<CheckedItem>& items,
                                                       Money rest, std::size_t points);

}  // namespace euproj
