#pragma once
// Pieces: neighbouring ranges of rows or persons, for passes that several threads share.

#include <algorithm>
#include <cstddef>
#include <cstdint>

#include "euproj/base/parallel.hpp"

namespace euproj {

/// Rows and persons in so few pieces that each can have its own counters.
inline constexpr std::size_t max_pieces = 4;
inline constexpr std::size_t small_log = 1u << 16;

inline std::size_t pieces_of(std::size_t rows, std::size_t threads) {
  return rows < small_log ? 1 : std::clamp<std::size_t>(threads, 1, max_pieces);
}

/// `work(piece, first, end)` for numbers below `count` in `pieces` neighbouring ranges.
template <typename Work>
void for_ranges(std::size_t count, std::size_t pieces, const Work& work) {
  for_each_in_parallel(pieces, pieces, [&](std::size_t piece) {
    work(piece, static_cast<std::uint32_t>(count * piece / pieces),
         static_cast<std::uint32_t>(count * (piece + 1) / pieces));
  });
}

}  // namespace euproj
