#include "euproj/calc/sampling.hpp"

#include <algorithm>
#include <numeric>

#include "euproj/base/sha256.hpp"

namespace euproj {
namespace {

__extension__ typedef unsigned __int128 UInt128;

constexpr int bits = 64;

/// Half away from zero. `divisor` is above zero.
Int128 divided_half_up(Int128 number, Int128 divisor) {
  const Int128 rounded = ((number < 0 ? -number : number) + divisor / 2) / divisor;
  return number < 0 ? -rounded : rounded;
}

}  // namespace

std::uint64_t sample_draw(std::string_view seed, std::uint64_t k) {
  const auto digest = sha256_bytes(std::string(seed) + ":" + std::to_string(k));
  std::uint64_t draw = 0;
  for (std::size_t i = 0; i < sizeof draw; ++i) draw = draw << 8 | digest[i];
  return draw;
}

std::vector<std::size_t> draw_at_random(std::size_t items, std::size_t size,
                                        std::string_view seed) {
  std::vector<std::size_t> drawn;
  if (size >= items) {
    drawn.resize(items);
    std::iota(drawn.begin(), drawn.end(), std::size_t{0});
    return drawn;
  }
  std::vector<bool> is_drawn(items);
  for (std::uint64_t k = 1; drawn.size() < size; ++k) {
    const auto at =
        static_cast<std::size_t>(static_cast<UInt128>(sample_draw(seed, k)) * items >> bits);
    if (is_drawn[at]) continue;
    is_drawn[at] = true;
    drawn.push_back(at);
  }
  std::sort(drawn.begin(), drawn.end());
  return drawn;
}

MonetarySample draw_by_money(const std::vector<Money>& amounts, std::size_t size,
                             std::string_view seed) {
  MonetarySample sample;
  std::vector<bool> is_whole(amounts.size());
  sample.points = std::min(size, amounts.size());
  for (const Money amount : amounts) sample.rest += amount;
  for (bool again = true; again && sample.points > 0;) {
    again = false;
    const Int128 rest = sample.rest.minor_units();
    const auto points = static_cast<Int128>(sample.points);
    for (std::size_t at = 0; at < amounts.size() && sample.points > 0; ++at) {
      if (is_whole[at] || amounts[at].minor_units() * points <= rest) continue;
      is_whole[at] = true;
      sample.rest -= amounts[at];
      --sample.points;
      again = true;
    }
  }
  // (u_1 + i) · rest / points, all times points · 2^64: below 2^127 for 10^13 zł and 10^5 points.
  const auto rest = static_cast<UInt128>(sample.rest.minor_units());
  UInt128 before = 0;  // amounts of the items so far, in the same units
  std::size_t point = 0;
  const UInt128 first = sample_draw(seed, 1);
  for (std::size_t at = 0; at < amounts.size(); ++at) {
    if (is_whole[at]) {
      sample.whole.push_back(at);
      continue;
    }
    before += static_cast<UInt128>(amounts[at].minor_units()) * sample.points << bits;
    bool is_drawn = false;
    while (point < sample.points &&
           (first + (static_cast<UInt128>(point) << bits)) * rest < before) {
      is_drawn = true;
      ++point;
    }
    if (is_drawn) sample.drawn.push_back(at);
  }
  return sample;
}

std::optional<Money> project_by_ratio(const std::vector<CheckedItem>& items, Money total) {
  Int128 error = 0;
  Int128 amount = 0;
  for (const CheckedItem& item : items) {
    error += (item.amount - item.correct).minor_units();
    amount += item.amount.minor_units();
  }
  if (amount == 0) return std::nullopt;
  return Money::minor(checked_narrow(divided_half_up(error * total.minor_units(), amount)));
}

std::optional<Money> project_by_interval(const std::vector<CheckedItem>& items, Money rest,
                                         std::size_t points) {
  constexpr Int128 scale = 1'000'000;
  if (items.empty()) return std::nullopt;
  Int128 sum = 0;  // in millionths of a grosz
  for (const CheckedItem& item : items) {
    const Int128 error = (item.amount - item.correct).minor_units();
    // Below 2^127: amounts are of 10^13 grosze at most (limits::money).
    sum += item.whole ? error * scale
                      : divided_half_up(error * rest.minor_units() * scale,
                                        static_cast<Int128>(item.amount.minor_units()) *
                                            static_cast<Int128>(points));
  }
  return Money::minor(checked_narrow(divided_half_up(sum, scale)));
}

}  // namespace euproj
