#pragma once
// choose_suppressed: which counts of persons a report has to suppress so that no small one can be
// found out. Primary suppression: the small counts themselves. Complementary: those that would give
// them away.
//
// The proof is a second world. For each small count a move is looked for that changes it and keeps
// the rest: one person of the project is replaced by a twin of another (or a twin is added). A
// world after a move is a possible project, so everything that holds between counts, known to the
// attacker or not (sums, sexes, periods, subsets, one count named twice), holds in it too. All
// counts that the move changes are suppressed; hence the real world and the moved one print the
// same report, and nobody can tell from it which is true. A suppressed count is one that some move
// changes, so no suppressed count can be found out. No count above 0 falls to 0 in a move: that
// zeros are printed gives nothing away either.
//
//   each of                      total  women  men  18-29  30-49    threshold 5: 18-29 is small
//   2 women of 18-29                +1     +1          +1
//   9 women of 30-49                +1     +1                 +1
//   8 men of 30-49                  +1           +1           +1
//
//   real world                      19     11    8      2     17
//   moved world                     19     11    8      3     16    a twin of one of 18-29 comes
//   printed of both                 19     11    8      #      #    for a woman of 30-49
//
// The move is 18-29 +1, 30-49 -1: 18-29 (primary) and 30-49 (complementary) are suppressed.
//
// Replacing a man instead would change women and men too: of all moves that change the small count
// the one is taken whose cells, where not suppressed yet, cost a reader least.

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
using CellParts = std::vector<CellPart>;  // by cell, none with amount 0

struct CellTable {
  std::vector<int>
      suppression_cost;            // by cell: what its loss costs a reader; totals more than rows
  std::vector<CellParts> persons;  // in any order; a cell is the sum of its parts
  /// Differences that another report would print: cumulative less period is the period before.
  std::vector<std::pair<CellIndex, CellIndex>> differences;
  /// Of a chart: the difference of two neighbours that are both shown must not be small either.
  std::vector<CellIndex> steps;
};

/// By cell. Small: from 1 to `threshold` - 1, and their negatives. Throws InternalError when a
/// small count has no person behind it.
[[nodiscard]] std::vector<bool> choose_suppressed(CellTable table, std::int64_t threshold);

}  // namespace euproj
