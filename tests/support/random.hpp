#pragma once
// Random: seeded numbers of our own, the same on every platform and library (standard
// distributions differ). SplitMix64, Steele, Lea, Flood 2014.

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace euproj::testing {

class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}

  std::uint64_t next() {
    state_ += 0x9E3779B97F4A7C15u;
    std::uint64_t mixed = state_;
    mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9u;
    mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EBu;
    return mixed ^ (mixed >> 31);
  }
  /// low..high, both inside. The bias of a remainder does not matter to a test.
  std::int64_t between(std::int64_t low, std::int64_t high) {
    return low + static_cast<std::int64_t>(next() % static_cast<std::uint64_t>(high - low + 1));
  }
  int number(int low, int high) { return static_cast<int>(between(low, high)); }
  bool chance(int percent) { return number(1, 100) <= percent; }
  template <typename Item>
  const Item& pick(const std::vector<Item>& items) {
    return items[static_cast<std::size_t>(between(0, static_cast<std::int64_t>(items.size()) - 1))];
  }
  template <typename Item>
  void shuffle(std::vector<Item>& items) {
    for (std::size_t i = items.size(); i > 1; --i) {
      const auto other = static_cast<std::size_t>(between(0, static_cast<std::int64_t>(i) - 1));
      std::swap(items[i - 1], items[other]);
    }
  }

 private:
  std::uint64_t state_;
};

}  // namespace euproj::testing
