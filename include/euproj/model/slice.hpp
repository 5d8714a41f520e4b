#pragma once
// Slice: rows that stand together in a log or in one of the row lists of People, walked as positions.
//
// `std::views::iota` would do, but clang 14, which fuzzes and lints, cannot read that of gcc's library.

#include <cstddef>
#include <cstdint>
#include <iterator>

namespace euproj {

struct Slice {
  struct Position {
    using iterator_category = std::forward_iterator_tag;
    using value_type = std::uint32_t;
    using difference_type = std::ptrdiff_t;
    using pointer = const std::uint32_t*;
    using reference = std::uint32_t;

    std::uint32_t at = 0;

    std::uint32_t operator*() const { return at; }
    Position& operator++() {
      ++at;
      return *this;
    }
    friend bool operator==(Position, Position) = default;
  };

  std::uint32_t first = 0;
  std::uint32_t count = 0;

  [[nodiscard]] bool empty() const { return count == 0; }
  [[nodiscard]] Position begin() const { return {first}; }
  [[nodiscard]] Position end() const { return {first + count}; }
};

}  // namespace euproj
