// group_rows against sorting all rows by group, day and place.

#include "euproj/store/group_rows.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <numeric>
#include <vector>

#include "support/random.hpp"

namespace euproj {
namespace {

struct Row {
  std::int64_t key = 0;
  std::int64_t day = 0;
  std::int64_t other = 0;
  std::array<std::int64_t, 3> more{};  // so that a row takes more than one block

  friend bool operator==(const Row&, const Row&) = default;
};

PackedTable table_of(const std::vector<Row>& rows, testing::Random& random) {
  PackedTable table;
  for (std::size_t begin = 0; begin < rows.size();) {
    const std::size_t size =
        std::min<std::size_t>(random.chance(80) ? PackedTable::chunk_rows
                                                : static_cast<std::size_t>(random.number(1, 1024)),
                              rows.size() - begin);
    std::array<std::vector<std::int64_t>, 6> numbers;
    for (std::size_t i = begin; i < begin + size; ++i) {
      const auto& [key, day, other, more] = rows[i];
      numbers[0].push_back(key), numbers[1].push_back(day), numbers[2].push_back(other);
      for (std::size_t j = 0; j < more.size(); ++j) numbers[3 + j].push_back(more[j]);
    }
    std::vector<PackedNumbers> columns(numbers.begin(), numbers.end());
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
      const auto number = [&](std::size_t column) { return at.columns[column][at.at]; };
      const Row row = {number(0), number(1), number(2), {number(3), number(4), number(5)}};
      if (row != wanted[i])
        FAIL("row " << i << " of " << rows.size() << ", " << threads << " threads");
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
        group_of.push_back(
            random.chance(5) ? UINT32_MAX : static_cast<std::uint32_t>(random.number(0, persons)));
      }
      std::vector<Row> rows;
      const int days = random.chance(30) ? 0 : 900;
      for (int i = 0; i < count; ++i) {
        rows.push_back({random.number(0, persons + 9), random.number(-days, days), i, {}});
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
      rows.push_back({random.number(0, 60), random.number(0, 3), other ^ i % 7, {}});
    }
    check(rows, group_of, 50, random);
    for (Row& row : rows) {
      for (std::int64_t& more : row.more) more = row.other ^ random.number(0, 255);
    }
    check(rows, group_of, 50, random);
  }
}

TEST_CASE("no rows, and no groups") {
  const GroupedRows nothing = group_rows({}, {}, 2);
  CHECK(nothing.table.rows() == 0);
  CHECK(nothing.counts.empty());
  testing::Random random(1);
  check({{4, 2, 1, {}}, {3, 1, 2, {}}}, {}, 0, random);
}

}  // namespace
}  // namespace euproj
