#include "report/disclosure/suppression.hpp"

#include <doctest/doctest.h>

namespace euproj {
namespace {

using Suppressed = std::vector<bool>;

/// So many persons who count once in each of these cells.
void add(CellTable& table, int persons, const std::vector<CellIndex>& cells) {
  CellParts parts;
  for (const CellIndex cell : cells) parts.push_back({cell, 1});
  for (; persons > 0; --persons) table.persons.push_back(parts);
}

CellTable table(std::vector<int> cost) {
  CellTable made;
  made.suppression_cost = std::move(cost);
  return made;
}

TEST_CASE("a small row takes the row with it that costs least, and spares the total") {
  CellTable rows = table({100, 1, 5, 4});
  add(rows, 2, {0, 1});
  add(rows, 30, {0, 2});
  add(rows, 40, {0, 3});
  CHECK(choose_suppressed(rows, 5) == Suppressed{false, true, false, true});
  CHECK(choose_suppressed(rows, 2) == Suppressed{false, false, false, false});
}

TEST_CASE("two cells of the same persons are suppressed together, whatever their names") {
  CellTable rows = table({100, 1, 1, 1});
  add(rows, 2, {0, 1, 3});
  add(rows, 30, {0, 2});
  CHECK(choose_suppressed(rows, 5) == Suppressed{false, true, true, true});
}

TEST_CASE("of one row of one person no printed zero may give it away") {
  // 1 and 1 would become 0 and 2: so the large row is taken.
  CellTable rows = table({100, 1, 1, 50});
  add(rows, 1, {0, 1});
  add(rows, 1, {0, 2});
  add(rows, 30, {0, 3});
  CHECK(choose_suppressed(rows, 5) == Suppressed{false, true, true, true});
}

TEST_CASE("persons who all are alike suppress everything they count in") {
  CellTable rows = table({100, 1});
  add(rows, 3, {0, 1});
  CHECK(choose_suppressed(rows, 5) == Suppressed{true, true});
  CHECK(choose_suppressed(rows, 3) == Suppressed{false, false});
}

TEST_CASE("a cumulative value and a period must not give away a small value before") {
  CellTable value = table({10, 1, 1});  // cumulative, period, another row
  value.differences = {{0, 1}};
  add(value, 20, {0, 1});
  add(value, 3, {0});
  add(value, 9, {2});
  const Suppressed suppressed = choose_suppressed(value, 5);
  CHECK((suppressed[0] || suppressed[1]));
  value.differences.clear();
  CHECK(choose_suppressed(value, 5) == Suppressed{false, false, false});
}

TEST_CASE("of a chart no two shown neighbours differ by a small number") {
  CellTable months = table({1, 1, 1, 9});
  months.steps = {0, 1, 2, 3};
  add(months, 10, {0, 1, 2, 3});
  add(months, 2, {1, 2, 3});
  add(months, 2, {2, 3});
  add(months, 12, {3});
  CHECK(choose_suppressed(months, 5) == Suppressed{true, true, false, false});  // 14, 26
  months.steps.clear();
  CHECK(choose_suppressed(months, 5) == Suppressed{false, false, false, false});
}

}  // namespace
}  // namespace euproj
