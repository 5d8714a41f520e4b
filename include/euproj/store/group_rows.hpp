#pragma once
// group_rows: the rows of a table put together by group, such as those of one person.
//
// Rows of a log come in any order, and there may be many millions: sorting them as a whole would be
// a wait for memory at each. They are shared out among buckets of neighbouring groups first, in
// bytes as few as the table's, and each bucket is then put in order within the cache.
//
//   rows (person, day)   1. share out: bucket = group / 2   2. order: count, place, sort by day
//   C 5                  groups 0,1 (A,B):  B 3, A 7, B 1   A 7 | B 1, B 3
//   B 3                  groups 2,3 (C,D):  C 5, D 2        C 5 | D 2
//   A 7                  none:              - 9             - 9            as they stood
//   - 9
//   D 2                  Step 1 reads the table from end to end and writes some hundred streams;
//   B 1                  step 2 jumps about within one bucket, which fits the cache. Threads take
//                        ranges of rows in step 1 and ranges of buckets in step 2.

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "euproj/store/packed_table.hpp"

namespace euproj {

struct RowGrouping {
  std::size_t key = 0;  // the column that names a row's group
  std::size_t day = 0;  // the column by which the rows of a group stand
  std::span<const std::uint32_t>
      group_of;  // by key; keys beyond it, and groups beyond the last: none
  std::uint32_t groups = 0;
};

struct GroupedRows {
  PackedTable table;
  std::vector<std::uint32_t> counts;  // of the rows of each group, which stand one after another
};

/// Rows of a group by day, those of a day as they stood; behind all groups the rows of none, as
/// they stood. The same for any number of threads.
[[nodiscard]] GroupedRows group_rows(PackedTable table, const RowGrouping& grouping,
                                     std::size_t threads);

}  // namespace euproj
