#pragma once
// RepeatFilter: leaves out of many numbers those that were met once.
//
// Of a million numbers hardly any repeats, and to sort or look up all of them costs several times
// what it takes to read them. No number that was added twice is left out. Of those added once some
// six in a hundred are kept too, all of them when they were chosen to be: what is kept must be
// compared, in a way that bears as many.

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace euproj {

class RepeatFilter {
 public:
  /// For so many numbers.
  explicit RepeatFilter(std::size_t count)
      : shift_(std::countl_zero(std::bit_ceil(std::max(count, places_of_word)) * places_per_number -
                                1)),
        words_((std::size_t{1} << (64 - shift_)) / places_of_word) {}

  void add(std::uint64_t number) {
    const std::uint64_t place = place_of(number);
    std::uint64_t& word = words_[place / places_of_word];
    const std::uint64_t once = std::uint64_t{1} << (2 * (place % places_of_word));
    word |= once | ((word & once) << 1);
  }
  [[nodiscard]] bool may_repeat(std::uint64_t number) const {
    const std::uint64_t place = place_of(number);
    return (words_[place / places_of_word] >> (2 * (place % places_of_word) + 1) & 1) != 0;
  }

 private:
  static constexpr std::size_t places_per_number = 16;
  static constexpr std::size_t places_of_word = 32;  // of two bits: met, met again

  /// The high bits of a product depend on all of the number (Knuth, multiplicative hashing).
  [[nodiscard]] std::uint64_t place_of(std::uint64_t number) const {
    return (number * 0x9E3779B97F4A7C15u) >> shift_;
  }

  int shift_;
  std::vector<std::uint64_t> words_;
};

}  // namespace euproj
