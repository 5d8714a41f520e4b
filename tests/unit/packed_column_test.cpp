// PackedColumn gives back what it took, whatever the neighbours; PackedRows likewise.

#include "euproj/core/packed_column.hpp"

#include <doctest/doctest.h>

#include <cstdint>
#include <limits>
#include <type_traits>
#include <vector>

#include "euproj/model/logs.hpp"
#include "support/random.hpp"

namespace euproj {
namespace {

constexpr std::int64_t least = std::numeric_limits<std::int64_t>::min();
constexpr std::int64_t greatest = std::numeric_limits<std::int64_t>::max();

void check_round_trip(const std::vector<std::int64_t>& values) {
  PackedColumn column;
  for (const std::int64_t value : values) column.push_back(value);
  REQUIRE(column.size() == values.size());
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (column[i] != values[i]) FAIL("value " << i << " is " << column[i]);
  }
}

TEST_CASE("a column of any length gives back its values, also where a chunk ends") {
  for (const std::size_t size : {0U, 1U, 1023U, 1024U, 1025U, 2047U, 2048U, 2049U}) {
    std::vector<std::int64_t> values;
    for (std::size_t i = 0; i < size; ++i) values.push_back(static_cast<std::int64_t>(i) * 7 - 300);
    check_round_trip(values);
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

TEST_CASE("runs of one value, however they lie to the chunks, also appended and taken out of order") {
  testing::Random random(11);
  for (int round = 0; round < 60; ++round) {
    std::vector<std::int64_t> values;
    while (values.size() < 5'000) {
      const std::int64_t value = random.between(-2, 2);
      const int length = random.chance(50) ? random.number(1, 3) : random.number(900, 2'100);
      values.insert(values.end(), static_cast<std::size_t>(length), value);
    }
    check_round_trip(values);
    PackedColumn column;
    PackedColumn part;
    const auto first = static_cast<std::size_t>(random.number(0, 3'000));
    for (std::size_t i = 0; i < values.size(); ++i) (i < first ? column : part).push_back(values[i]);
    column.append(part, [](std::int64_t value) { return value * 3; });
    std::vector<std::uint32_t> positions;
    for (std::size_t i = 0; i < values.size(); ++i) {
      REQUIRE(column[i] == values[i] * (i < first ? 1 : 3));
      positions.push_back(static_cast<std::uint32_t>(random.number(0, static_cast<int>(values.size()) - 1)));
    }
    const PackedColumn taken = column.at(positions);
    REQUIRE(taken.size() == positions.size());
    for (std::size_t i = 0; i < positions.size(); ++i) REQUIRE(taken[i] == column[positions[i]]);
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

TEST_CASE("neighbours are visited as each by itself, wherever their run begins and ends") {
  testing::Random random(13);
  for (const int size : {1, 1'023, 1'024, 1'025, 2'048, 3'000}) {
    for (const int same : {0, 1'500}) {  // values that are one at first, in a chunk or in none
      PackedColumn column;
      for (int i = 0; i < size; ++i) column.push_back(i < same ? 5 : random.between(-300, 70'000));
      for (int round = 0; round < 40; ++round) {
        const auto first = static_cast<std::size_t>(random.number(0, size - 1));
        const auto most = static_cast<int>(column.size() - first);
        const auto count = static_cast<std::size_t>(random.number(0, most));
        std::size_t visited = 0;
        column.visit(first, count, [&](std::size_t i, std::int64_t value) {
          if (i != visited++ || value != column[first + i]) FAIL(size << ", " << first << " + " << i);
        });
        REQUIRE(visited == count);
      }
    }
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

TEST_CASE("one field of neighbouring rows is the one of each row") {
  PackedRows<ExpenditureRow> rows;
  for (int i = 0; i < 1'500; ++i) rows.push_back(i % 2 == 0 ? full_row() : ExpenditureRow());
  std::size_t visited = 0;
  rows.visit<&ExpenditureRow::paid>(1'000, 500, [&](std::size_t i, Date paid) {
    REQUIRE(paid == rows[1'000 + i].paid);
    ++visited;
  });
  rows.visit<&ExpenditureRow::source>(1'000, 500, [&](std::size_t i, Code source) {
    REQUIRE(source == rows[1'000 + i].source);
    ++visited;
  });
  rows.visit<&ExpenditureRow::gross>(1'000, 500, [&](std::size_t i, MaybeMoney gross) {
    REQUIRE(gross.has_value() == rows[1'000 + i].gross.has_value());
    ++visited;
  });
  CHECK(visited == 1'500);
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

TEST_CASE("one value that differs is taken wherever it stands among equal ones") {
  constexpr std::uint32_t size = 2'500;  // two chunks and what no chunk holds yet
  for (const std::uint32_t different : {0U, 1U, 1'023U, 1'024U, 2'047U, 2'048U, 2'499U, size}) {
    PackedColumn column;
    std::vector<std::uint32_t> positions;
    for (std::uint32_t at = 0; at < size; ++at) {
      column.push_back(at == different ? -4 : 9);
      positions.push_back(size - 1 - at);
    }
    const PackedColumn taken = column.at(positions);
    REQUIRE(taken.size() == size);
    for (std::uint32_t at = 0; at < size; ++at) REQUIRE(taken[at] == column[positions[at]]);
    CHECK(column.at(std::vector<std::uint32_t>{different % size})[0] == (different < size ? -4 : 9));
  }
  CHECK(PackedColumn().at({}).size() == 0);
}

TEST_CASE("values are taken at any positions, in that order") {
  testing::Random random(3);
  for (const int size : {1, 1'023, 1'024, 3'000}) {
    PackedColumn column;
    std::vector<std::int64_t> values;
    std::vector<std::uint32_t> positions;
    for (int i = 0; i < size; ++i) {
      values.push_back(random.between(-70'000, 70'000));
      column.push_back(values.back());
      positions.push_back(static_cast<std::uint32_t>(random.number(0, size - 1)));
    }
    const PackedColumn taken = column.at(positions);
    REQUIRE(taken.size() == positions.size());
    for (std::size_t i = 0; i < positions.size(); ++i) {
      if (taken[i] != values[positions[i]]) FAIL(size << " values, position " << i);
    }
  }
}

}  // namespace
}  // namespace euproj
