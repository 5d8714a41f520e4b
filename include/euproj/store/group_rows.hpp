#pragma once
// group_rows: the rows of a table put together by group, such as those of one person.
//
// Rows of a log come in any order, and there may be many millions: sorting them as a whole would be a
// wait for memory at each. They are shared out among buckets of neighbouring groups first, in bytes as
// few as the table's, and each bucket is then put in order within the cache.

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "euproj/store/packed_table.hpp"

namespace euproj {

struct RowGrouping {
  std::size_t key = 0;  // the column that names a row's group
  std::size_t day = 0;  // the column by which the rows of a group stand
  std::span<const std::uint32_t> group_of;  // by key; keys beyond it, and groups beyond the last: none
  std::uint32_t groups = 0;
};

struct GroupedRows {
  PackedTable table;
  std::vector<std::uint32_t> counts;  // of the rows of each group, which stand one after another
};

/// Rows of a group by day, those of a day as they stood; behind all groups the rows of none, as they
/// stood. The same for any number of threads.
[[nodiscard]] GroupedRows group_rows(PackedTable table, const RowGrouping& grouping,
                                     std::size_t threads);

}  // namespace euproj
