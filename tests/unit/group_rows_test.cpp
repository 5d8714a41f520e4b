// group_rows against sorting all rows by group, day and place.

#include "euproj/core/group_rows.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <numeric>
#include <tuple>
#include <vector>

#include "support/random.hpp"

namespace euproj {
namespace {

struct Row {
  std::int64_t key = 0;
  std::int64_t day = 0;
  std::int64_t other = 0;
};

PackedTable table_of(const std::vector<Row>& rows, testing::Random& random) {
  PackedTable table;
  for (std::size_t begin = 0; begin < rows.size();) {
    const std::size_t size = std::min<std::size_t>(
        random.chance(80) ? PackedTable::chunk_rows : static_cast<std::size_t>(random.number(1, 1024)),
        rows.size() - begin);
    std::vector<std::int64_t> keys, days, others;
    for (std::size_t i = begin; i < begin + size; ++i) {
      keys.push_back(rows[i].key), days.push_back(rows[i].day), others.push_back(rows[i].other);
    }
    std::vector<PackedNumbers> columns;
    columns.emplace_back(keys), columns.emplace_back(days), columns.emplace_back(others);
    table.append(std::move(columns), size);
    begin += size;
  }
  return table;
}

void check(const std::vector<Row>& rows, const std::vector<std::uint32_t>& group_of,
           std::uint32_t groups, testing::Random& random) {
  const auto group = [&](const Row& row) {
    const auto key = static_cast<std::size_t>(row.key);
    return key < group_of.size() ? std::min(group_of[key], groups) : groups;
  };
  std::vector<Row> wanted = rows;
  std::stable_sort(wanted.begin(), wanted.end(), [&](const Row& a, const Row& b) {
    const std::uint32_t its = group(a);
    if (its != group(b)) return its < group(b);
    return its < groups && a.day < b.day;  // the rows of no group stay as they are
  });
  for (const std::size_t threads : {1U, 2U, 3U}) {
    RowGrouping grouping;
    grouping.key = 0;
    grouping.day = 1;
    grouping.group_of = group_of;
    grouping.groups = groups;
    const GroupedRows grouped = group_rows(table_of(rows, random), grouping, threads);
    REQUIRE(grouped.table.rows() == rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i) {
      const PackedTable::Position at = grouped.table.find(i);
      const Row row = {at.columns[0][at.at], at.columns[1][at.at], at.columns[2][at.at]};
      const bool same = std::tie(row.key, row.day, row.other) ==
                        std::tie(wanted[i].key, wanted[i].day, wanted[i].other);
      if (!same) FAIL("row " << i << " of " << rows.size() << ", " << threads << " threads");
    }
    std::vector<std::uint32_t> counts(groups);
    for (const Row& row : rows) {
      if (group(row) < groups) ++counts[group(row)];
    }
    CHECK(grouped.counts == counts);
  }
}

TEST_CASE("rows of any groups, in one bucket and in several") {
  testing::Random random(17);
  for (const int count : {1, 2, 1'000, 40'000, 70'000}) {
    for (const int persons : {1, 3, 500, 30'000}) {
      std::vector<std::uint32_t> group_of;
      for (int key = 0; key < persons + 5; ++key) {  // some are of none, some share a group
        group_of.push_back(random.chance(5) ? UINT32_MAX
                                            : static_cast<std::uint32_t>(random.number(0, persons)));
      }
      std::vector<Row> rows;
      const int days = random.chance(30) ? 0 : 900;
      for (int i = 0; i < count; ++i) {
        rows.push_back({random.number(0, persons + 9), random.number(-days, days), i});
      }
      if (random.chance(50)) {
        std::sort(rows.begin(), rows.end(),
                  [](const Row& a, const Row& b) { return a.day < b.day; });
      }
      check(rows, group_of, static_cast<std::uint32_t>(persons), random);
    }
  }
}

TEST_CASE("numbers of any width keep their value") {
  testing::Random random(23);
  std::vector<std::uint32_t> group_of(50);
  std::iota(group_of.begin(), group_of.end(), 0U);
  for (int bits = 0; bits <= 63; bits += 3) {
    std::vector<Row> rows;
    for (int i = 0; i < 3'000; ++i) {
      const std::int64_t other = i % 2 == 0 ? INT64_MIN >> (63 - bits) : INT64_MAX >> (63 - bits);
      rows.push_back({random.number(0, 60), random.number(0, 3), other ^ i % 7});
    }
    check(rows, group_of, 50, random);
  }
}

TEST_CASE("no rows, and no groups") {
  const GroupedRows nothing = group_rows({}, {}, 2);
  CHECK(nothing.table.rows() == 0);
  CHECK(nothing.counts.empty());
  testing::Random random(1);
  check({{4, 2, 1}, {3, 1, 2}}, {}, 0, random);
}

}  // namespace
}  // namespace euproj
