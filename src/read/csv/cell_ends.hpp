#pragma once
// find_cell_ends: where the cells of a CSV text end, 64 bytes at a time.

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace euproj {

/// Places in the text, in order.
struct CellEnds {
  static constexpr std::size_t at_once = 12;  // so many places are written at a time
  /// Room behind the places that are asked for.
  static constexpr std::size_t spare = 64 + at_once;

  std::vector<std::uint32_t> places;  // of delimiters and line feeds that are not within quotes
  std::size_t found = 0;              // of places, how many are set
  std::size_t line_feeds = 0;         // among them
  std::vector<std::uint32_t> quotes;
};

/// How it is found: all give the same.
enum class Machine { any, sse2, avx2 };
/// Those that this machine can be, the best one last.
[[nodiscard]] std::vector<Machine> machines();

/// Finds about the first places.size() - spare ends of the text, which is below 4 GiB. Stops before 64
/// bytes that hold a zero byte or a line feed within quotes, or fewer than 64.
void find_cell_ends(std::string_view text, char delimiter, CellEnds& ends);
void find_cell_ends(Machine as, std::string_view text, char delimiter, CellEnds& ends);

}  // namespace euproj
