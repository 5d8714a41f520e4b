#pragma once
// Independent pieces of work on several threads.
//
// Which thread does which piece is left to chance, so a piece writes only what is its own. The
// result is that of one thread after the other, faults included.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <functional>

namespace euproj {

/// Calls `work(0)` .. `work(count - 1)`, on at most `threads` threads, this one among them. What
/// pieces throw is thrown here once all are done: of several the first by number.
void for_each_in_parallel(std::size_t count, std::size_t threads,
                          const std::function<void(std::size_t)>& work);

/// Into how many ranges a log's rows, or the persons in it, are cut: few, so that each can have
/// its own counters; one where cutting costs more than it saves.
[[nodiscard]] constexpr std::size_t pieces_of(std::size_t rows, std::size_t threads) {
  constexpr std::size_t max_pieces = 4;
  constexpr std::size_t small_log = 1u << 16;
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
