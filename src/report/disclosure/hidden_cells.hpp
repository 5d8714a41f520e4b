#pragma once
// choose_hidden: which counts of persons a report has to hide so that no small one can be told.
//
// The proof is a second world. For each small count a move is looked for that changes it and keeps
// the rest: one person of the project is replaced by a twin of another (or a twin is added). A world
// after a move is a possible project, so everything that holds between counts, known to the
// attacker or not (sums, sexes, periods, subsets, one count named twice), holds in it too. All
// counts that the move changes are hidden; hence the real world and the moved one print the same
// report, and nobody can tell from it which is true. A hidden count is one that some move changes,
// so no hidden count can be told. No count above 0 falls to 0 in a move: that zeros are printed
// tells nothing either.

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace euproj {

using CellIndex = std::uint32_t;

/// What one person adds to a cell: 1 to most, more to entries, -1 to a period after a re-entry.
struct CellPart {
  CellIndex cell = 0;
  std::int32_t amount = 0;

  friend auto operator<=>(const CellPart&, const CellPart&) = default;
};
using CellParts = std::vector<CellPart>;

struct CellTable {
  std::vector<int> worth;          // by cell: what its loss costs a reader; totals more than rows
  std::vector<CellParts> persons;  // in any order; a cell is the sum of its parts
  /// Differences that another report would print: cumulative less period is the period before.
  std::vector<std::pair<CellIndex, CellIndex>> differences;
  /// Of a chart: the difference of two neighbours that are both shown must not be small either.
  std::vector<CellIndex> steps;
};

/// By cell. Small: from 1 to `least` - 1, and their negatives.
[[nodiscard]] std::vector<bool> choose_hidden(CellTable table, std::int64_t least);

}  // namespace euproj
