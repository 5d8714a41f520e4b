#pragma once
// find_cell_ends: where the cells of a CSV text end, 64 bytes at a time.
//
// Each block of 64 bytes becomes four words of 64 bits; a bit stands for a byte. Delimiters within
// quotes are none: a byte is within quotes when the number of quotes up to it is odd. A quote may
// open in one block and close in another, so whether one is open goes from block to block.
//
//   bytes        a,"b,c",d\n      (read from the left; bit 0 is on the left too)
//   delimiters   .1..1..1..
//   quotes       ..1...1...
//   odd so far   ..1111....      x ^= x << 1; x ^= x << 2; ... x ^= x << 32
//   ends         .1.....1.1      delimiters that are not within quotes, and line feeds

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

/// Finds about the first places.size() - spare ends of the text, which is below 4 GiB. Stops before
/// 64 bytes that hold a zero byte or a line feed within quotes, or fewer than 64.
void find_cell_ends(std::string_view text, char delimiter, CellEnds& ends);
void find_cell_ends(Machine as, std::string_view text, char delimiter, CellEnds& ends);

[[nodiscard]] std::size_t count_line_feeds(std::string_view text);

}  // namespace euproj
