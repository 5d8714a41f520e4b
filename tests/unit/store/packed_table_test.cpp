// PackedTable gives back the numbers it took, whatever the neighbours; PackedRows its rows.

#include "euproj/store/packed_table.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdint>
#include <limits>
#include <span>
#include <type_traits>
#include <utility>
#include <vector>

#include "euproj/model/logs.hpp"
#include "support/random.hpp"

namespace euproj {
namespace {

constexpr std::int64_t least = std::numeric_limits<std::int64_t>::min();
constexpr std::int64_t greatest = std::numeric_limits<std::int64_t>::max();

void check_round_trip(const std::vector<std::int64_t>& values) {
  const PackedNumbers numbers(values);
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (numbers[i] != values[i]) FAIL("value " << i << " is " << numbers[i]);
    CHECK_UNARY(numbers.min() <= values[i] && values[i] <= numbers.max());
  }
  CHECK(numbers.min() == *std::min_element(values.begin(), values.end()));
  std::vector<std::int64_t> visited;
  numbers.visit_distances(values.size(), [&](std::size_t at, std::uint64_t distance) {
    CHECK_UNARY(at == visited.size());
    visited.push_back(
        static_cast<std::int64_t>(static_cast<std::uint64_t>(numbers.min()) + distance));
  });
  CHECK_UNARY(visited == values);
}

/// One column of these values, in chunks of these sizes again and again.
PackedTable table_of(const std::vector<std::int64_t>& values,
                     const std::vector<std::size_t>& sizes) {
  PackedTable table;
  for (std::size_t begin = 0, chunk = 0; begin < values.size(); ++chunk) {
    const std::size_t size = std::min(sizes[chunk % sizes.size()], values.size() - begin);
    std::vector<PackedNumbers> columns;
    columns.emplace_back(std::span(values).subspan(begin, size));
    table.append(std::move(columns), size);
    begin += size;
  }
  return table;
}

void check_table(const PackedTable& table, const std::vector<std::int64_t>& values) {
  REQUIRE(table.rows() == values.size());
  for (std::size_t row = 0; row < values.size(); ++row) {
    const PackedTable::Position position = table.find(row);
    if (position.columns[0][position.at] != values[row]) FAIL("row " << row);
  }
}

TEST_CASE("every width of the distances, from none to eight bytes, on both sides of each edge") {
  for (int bits = 0; bits <= 63; ++bits) {
    for (const std::int64_t base : {std::int64_t{0}, std::int64_t{-5}, least}) {
      const std::int64_t span = static_cast<std::int64_t>((std::uint64_t{1} << bits) - 1);
      std::vector<std::int64_t> values(3000, base);
      values[1] = base + span;
      values[1023] = base + span;
      values[2000] = base + span / 2;
      check_round_trip(values);
    }
  }
  std::vector<std::int64_t> extremes(1024, 0);
  extremes[0] = least;
  extremes[1023] = greatest;
  check_round_trip(extremes);
}

TEST_CASE("one number takes no bytes, however often it stands there") {
  const PackedNumbers numbers(-7);
  CHECK(numbers[0] == -7);
  CHECK(numbers[1'000'000] == -7);
  CHECK(numbers.min() == -7);
  CHECK(numbers.max() == -7);
}

TEST_CASE("a row is found in chunks of any sizes, also where tables meet") {
  testing::Random random(11);
  for (int round = 0; round < 40; ++round) {
    std::vector<std::int64_t> values;
    for (int i = random.number(1, 9'000); i > 0; --i) values.push_back(random.between(-9, 99'999));
    std::vector<std::size_t> sizes;
    for (int i = random.number(1, 5); i > 0; --i) {
      sizes.push_back(random.chance(30) ? PackedTable::chunk_rows
                                        : static_cast<std::size_t>(random.number(1, 1024)));
    }
    PackedTable table = table_of(values, sizes);
    check_table(table, values);
    const std::vector<std::int64_t> others = {5, 3, 8};
    table.append(table_of(others, {2}));
    table.append(PackedTable());
    values.insert(values.end(), others.begin(), others.end());
    check_table(table, values);
  }
}

TEST_CASE("random columns") {
  testing::Random random(7);
  for (int round = 0; round < 50; ++round) {
    std::vector<std::int64_t> values;
    const int bits = random.number(0, 32);
    for (int i = random.number(1000, 3200); i > 0; --i) {
      const std::int64_t value = random.between(-1'000'000'000, 1'000'000'000);
      values.push_back(value * (std::int64_t{1} << bits) >> random.number(0, 40));
    }
    check_round_trip(values);
  }
}

ExpenditureRow full_row() {
  ExpenditureRow row;
  row.document = 1, row.book = 2, row.issuer = 3, row.claim = 4, row.task = 5, row.category = 6;
  row.corrects = 7, row.partner = 8, row.source = 0xFFFFFFFFU;
  row.issued = Date::from(2022, 1, 31).value();
  row.paid = Date::from(1900, 1, 1).value();
  row.eligible = Money::minor(-5), row.grant = Money::minor(0), row.gross = Money::minor(-1);
  row.net = Money::minor(12'345), row.vat = Money::minor(1);
  row.origin = {77, 3};
  return row;
}

void check_same(const ExpenditureRow& a, const ExpenditureRow& b) {
  ExpenditureRow::fields(a, [&, column = 0](const auto& field) mutable {
    ExpenditureRow::fields(b, [&, other = 0](const auto& same) mutable {
      if (column != other++) return;
      if constexpr (std::is_same_v<decltype(field), decltype(same)>) CHECK(field == same);
    });
    ++column;
  });
}

TEST_CASE("a row comes back with every field, and what is absent stays absent") {
  PackedRows<ExpenditureRow> rows;
  for (int i = 0; i < 1500; ++i) {  // some in a chunk, some not yet
    rows.push_back(full_row());
    rows.push_back(ExpenditureRow());
  }
  REQUIRE(rows.size() == 3000);
  std::size_t at = 0;
  for (const ExpenditureRow& row : rows) {
    check_same(row, at % 2 == 0 ? full_row() : ExpenditureRow());
    ++at;
  }
  CHECK(at == 3000);
  CHECK_FALSE(rows[1].grant.has_value());
  CHECK(rows[0].grant.has_value());
  CHECK_FALSE(rows[1].paid.known());
}

TEST_CASE("fields of neighbouring rows are those of each row, wherever their run begins and ends") {
  testing::Random random(13);
  for (const int size : {1, 1'023, 1'024, 1'025, 2'048, 3'000}) {
    PackedRows<ExpenditureRow> rows;
    PackedRows<ExpenditureRow> part;  // whose chunks are short
    for (int i = 0; i < size; ++i) {
      ExpenditureRow row = i % 2 == 0 ? full_row() : ExpenditureRow();
      row.origin.line = static_cast<std::uint32_t>(random.number(0, 70'000));
      row.claim = i < size / 2 ? 4 : 5;  // one number in all of some chunks
      (i < size / 3 ? part : rows).push_back(row);
    }
    part.append(std::move(rows));
    for (int round = 0; round < 40; ++round) {
      const auto first = static_cast<std::size_t>(random.number(0, size - 1));
      const auto count = static_cast<std::size_t>(random.number(0, size - static_cast<int>(first)));
      std::size_t visited = 0;
      std::size_t claims = 0;
      const auto expect = [&](std::size_t i, bool is_same) {
        if (!is_same) FAIL(size << ", " << first << " + " << i);
      };
      part.visit<&ExpenditureRow::paid, &ExpenditureRow::gross, &ExpenditureRow::claim>(
          first, count,
          [&](std::size_t i, Date paid) {
            expect(i, i == visited++ && paid == part[first + i].paid);
          },
          [&](std::size_t i, MaybeMoney gross) { expect(i, gross == part[first + i].gross); },
          [&](std::size_t i, Code claim) {
            expect(i, i == claims++ && claim == part[first + i].claim);
          });
      REQUIRE(visited == count);
      REQUIRE(claims == count);
    }
  }
}

TEST_CASE("the first day of 1970 and the day before it are days") {
  PackedRows<ExpenditureRow> rows;
  for (const std::int32_t serial : {-1, 0, 1}) {
    ExpenditureRow row;
    row.paid = Date::from_serial(serial);
    rows.push_back(row);
  }
  for (std::size_t i = 0; i < 3; ++i) {
    CHECK(rows[i].paid.serial() == static_cast<std::int32_t>(i) - 1);
  }
}

TEST_CASE("rows behind rows, whether they are packed yet or not") {
  for (const int first : {0, 1, 1023, 1024, 2500}) {
    for (const int second : {0, 1, 700, 1024, 1500}) {
      PackedRows<OutcomeRow> rows;
      PackedRows<OutcomeRow> part;
      for (int i = 0; i < first + second; ++i) {
        OutcomeRow row;
        row.origin.line = static_cast<std::uint32_t>(i);
        (i < first ? rows : part).push_back(row);
      }
      rows.append(std::move(part));
      rows.push_back({});
      REQUIRE(rows.size() == static_cast<std::size_t>(first + second + 1));
      for (int i = 0; i < first + second; ++i) {
        if (rows[static_cast<std::size_t>(i)].origin.line != static_cast<std::uint32_t>(i)) FAIL(i);
      }
    }
  }
}

TEST_CASE("rows are found where they stand, in full chunks and in what no chunk holds yet") {
  const auto is_sought = [](Quantity hours) {
    return hours < Quantity::scaled(-2) || hours > Quantity::scaled(7);
  };
  testing::Random random(5);
  for (const int size : {0, 1, 1'023, 1'024, 1'025, 2'048, 5'000}) {
    for (const int last : {7, 8}) {  // hardly anything is sought, and much
      PackedRows<SupportRow> rows;
      std::vector<std::uint32_t> expected;
      for (int i = 0; i < size; ++i) {
        const bool in_run = i % 2'000 < 1'100;  // chunks of one value beside others
        SupportRow row;
        row.hours = Quantity::scaled(in_run ? last : random.between(-2, random.chance(1) ? 9 : 7));
        rows.push_back(row);
        if (is_sought(row.hours)) expected.push_back(static_cast<std::uint32_t>(i));
      }
      CHECK(rows.find(&SupportRow::hours, is_sought) == expected);
    }
  }
}

TEST_CASE("rows are found by one of their fields, whose absent values are absent") {
  PackedRows<ExpenditureRow> rows;
  for (int i = 0; i < 1'500; ++i) rows.push_back(i == 1'100 ? ExpenditureRow() : full_row());
  using Found = std::vector<std::uint32_t>;
  CHECK(rows.find(&ExpenditureRow::paid, [](Date day) { return !day.known(); }) == Found{1'100});
  CHECK(rows.find(&ExpenditureRow::grant, [](MaybeMoney grant) { return !grant; }) == Found{1'100});
  CHECK(rows.find(&ExpenditureRow::source, [](Code code) { return code == no_code; }) ==
        Found{1'100});
  CHECK(rows.find(&ExpenditureRow::issuer, [](Code code) { return code != 3; }) == Found{1'100});
  CHECK(rows.find(&ExpenditureRow::issued, [](Date day) { return day < Date(); }).empty());
}

TEST_CASE("rows that are cut off are forgotten, wherever the cut is") {
  constexpr std::size_t chunk = PackedTable::chunk_rows;
  constexpr std::size_t all = 2 * chunk + 100;
  const auto row_of = [](std::size_t at) {
    OutcomeRow row;
    row.person_id = static_cast<Code>(at % 1000);
    row.evidence = at % 10 == 0 ? static_cast<Code>(at) : no_code;
    row.origin.line = static_cast<std::uint32_t>(at);
    return row;
  };
  for (const std::size_t size :
       {std::size_t{0}, std::size_t{1}, chunk - 1, chunk, chunk + 1, 2 * chunk, all - 1, all}) {
    PackedRows<OutcomeRow> rows;
    for (std::size_t at = 0; at < all; ++at) rows.push_back(row_of(at));
    rows.cut_to(size);
    REQUIRE(rows.size() == size);
    for (std::size_t at = size; at < all; ++at) rows.push_back(row_of(at));
    for (std::size_t at = 0; at < all; ++at) {
      const OutcomeRow row = rows[at];
      const OutcomeRow expected = row_of(at);
      if (row.person_id != expected.person_id || row.evidence != expected.evidence ||
          row.origin.line != expected.origin.line) {
        FAIL("cut at " << size << ", row " << at);
      }
    }
  }
}

TEST_CASE("rows that come by column are those that come one by one") {
  testing::Random random(17);
  for (int round = 0; round < 20; ++round) {
    PackedRows<SupportRow> by_row, by_column;
    while (by_row.size() < 3 * PackedTable::chunk_rows) {
      std::vector<SupportRow> rows(static_cast<std::size_t>(random.number(0, 3'000)));
      for (SupportRow& row : rows) {
        if (random.chance(90)) row.date = Date::from_serial(random.number(-30'000, 30'000));
        if (random.chance(10)) row.date_to = Date::from_serial(0);
        row.person_id = static_cast<Code>(random.number(0, 1 << 20));
        row.form = static_cast<Code>(random.number(0, 3));
        row.headcount = static_cast<std::uint32_t>(random.number(0, 1));
        row.hours = Quantity::scaled(random.number(-5, 5));
        row.origin = {static_cast<std::uint32_t>(random.number(1, 1 << 30)),
                      static_cast<FileId>(random.number(0, 9))};
        by_row.push_back(row);
      }
      by_column.append(rows.size(), [&](std::size_t at) { return rows[at]; });
    }
    REQUIRE(by_column.size() == by_row.size());
    for (std::size_t at = 0; at < by_row.size(); ++at) {
      const SupportRow a = by_row[at];
      const SupportRow b = by_column[at];
      const bool is_same = a.date == b.date && a.date_to == b.date_to &&
                           a.person_id == b.person_id && a.form == b.form &&
                           a.session == b.session && a.provider == b.provider &&
                           a.headcount == b.headcount && a.hours == b.hours &&
                           a.origin.line == b.origin.line && a.origin.file == b.origin.file;
      if (!is_same) FAIL("row " << at);
    }
  }
}

}  // namespace
}  // namespace euproj
