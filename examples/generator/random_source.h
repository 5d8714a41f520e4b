// A small seeded generator of pseudo-random numbers (SplitMix64). The standard distributions give
// different numbers on different libraries, so the example logs draw everything from here.
#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace euproj_examples {

class RandomSource {
 public:
  explicit RandomSource(std::uint64_t seed) : state_(seed) {}

  std::uint64_t next() {
    state_ += 0x9E3779B97F4A7C15ULL;
    std::uint64_t mixed = state_;
    mixed = (mixed ^ (mixed >> 30U)) * 0xBF58476D1CE4E5B9ULL;
    mixed = (mixed ^ (mixed >> 27U)) * 0x94D049BB133111EBULL;
    return mixed ^ (mixed >> 31U);
  }

  // A number in [0, bound). The tiny bias of the remainder does not matter for invented data.
  std::size_t below(std::size_t bound) { return static_cast<std::size_t>(next() % bound); }

  // A number in [low, high], both ends included.
  int between(int low, int high) {
    return low + static_cast<int>(below(static_cast<std::size_t>(high - low + 1)));
  }

  bool chance(int percent) { return between(1, 100) <= percent; }

  template <typename Item>
  const Item& pick(const std::vector<Item>& items) {
    return items[below(items.size())];
  }

  template <typename Item>
  void shuffle(std::vector<Item>& items) {
    for (std::size_t left = items.size(); left > 1; --left) {
      std::swap(items[left - 1], items[below(left)]);
    }
  }

 private:
  std::uint64_t state_;
};

}  // namespace euproj_examples
