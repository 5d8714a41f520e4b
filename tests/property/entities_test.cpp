// Entities against an oracle that joins rows as slowly as the rule reads: one folded NIP is one
// entity, and a number that stands beside a NIP is that entity's.

#include "euproj/model/entities.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>

#include "euproj/calc/explanation.hpp"
#include "euproj/calc/people_counts.hpp"
#include "support/random.hpp"

namespace euproj {
namespace {

using testing::Random;

struct PlainEntity {
  std::string nip;       // folded; empty: none
  std::string other_id;  // empty: none
  int day = 0;
  EntityKind kind{};
};

std::string written(Random& random, const std::string& nip) {
  if (nip.empty()) return random.pick(std::vector<std::string>{"", "brak", "0000000000"});
  return random.pick(std::vector<std::string>{
      nip, "PL " + nip, nip.substr(0, 3) + "-" + nip.substr(3, 3) + "-" + nip.substr(6)});
}

std::vector<PlainEntity> random_rows(Random& random) {
  std::vector<PlainEntity> rows;
  for (int count = random.number(0, 9); count > 0; --count) {
    PlainEntity row;
    if (random.chance(60)) row.nip = "525000579" + std::to_string(random.number(1, 3));
    if (row.nip.empty() || random.chance(40))
      row.other_id = "K" + std::to_string(random.number(1, 3));
    row.day = random.number(0, 9);
    row.kind = static_cast<EntityKind>(random.number(0, 4));
    rows.push_back(row);
  }
  return rows;
}

/// What names the row's entity: its NIP, that of the first row with its other number, or that
/// number.
std::string entity_of(const std::vector<PlainEntity>& rows, const PlainEntity& row) {
  if (!row.nip.empty()) return "nip " + row.nip;
  for (const PlainEntity& each : rows) {
    if (!each.nip.empty() && each.other_id == row.other_id) return "nip " + each.nip;
  }
  return "other " + row.other_id;
}

std::int64_t counted_on(const std::vector<PlainEntity>& rows, const std::set<EntityKind>& kinds,
                        int day) {
  std::map<std::string, std::vector<PlainEntity>> entities;
  for (const PlainEntity& row : rows) entities[entity_of(rows, row)].push_back(row);
  std::int64_t count = 0;
  for (auto& [name, own] : entities) {
    std::stable_sort(own.begin(), own.end(),
                     [](const PlainEntity& a, const PlainEntity& b) { return a.day < b.day; });
    const auto says = std::find_if(own.begin(), own.end(), [](const PlainEntity& row) {
      return row.kind != EntityKind::unknown;
    });
    const bool fits = kinds.empty() || (says != own.end() && kinds.contains(says->kind));
    count += fits && own.front().day <= day ? 1U : 0U;
  }
  return count;
}

}  // namespace

TEST_CASE("entities are counted once by their folded NIP, on every day") {
  const Date first = *Date::from(2024, 1, 1);
  std::uint64_t not_zero = 0;
  for (std::uint64_t seed = 1; seed <= 5000; ++seed) {
    Random random(seed);
    const std::vector<PlainEntity> rows = random_rows(random);
    Dossier dossier;
    for (const PlainEntity& row : rows) {
      EntityRow made;
      const std::string nip = written(random, row.nip);
      if (!row.nip.empty()) made.nip = dossier.codes.issuers.intern(nip);
      made.other_id = dossier.codes.entity_ids.intern(row.other_id);
      made.date = first.plus_days(row.day);
      made.kind = row.kind;
      made.origin.line = static_cast<std::uint32_t>(dossier.logs.entities.size() + 2);
      dossier.logs.entities.push_back(made);
    }
    std::set<EntityKind> kinds;
    Indicator indicator;
    indicator.count = Count::entities;
    for (int more = random.number(0, 2); more > 0; --more) {
      kinds.insert(static_cast<EntityKind>(random.number(1, 4)));
    }
    indicator.where.kind.assign(kinds.begin(), kinds.end());
    dossier.project.indicators.push_back(indicator);
    const auto counts = compute_people_counts(dossier, {first, first}).indicators;
    const auto& series = counts[0].values;
    for (int day = -1; day <= 10; ++day) {
      const std::int64_t expected = counted_on(rows, kinds, day);
      INFO("seed " << seed << ", day " << day);
      REQUIRE(series.at(first.plus_days(day)).total == Quantity::whole(expected));
      const Explanation explained = compute_explanation(dossier, 0, first.plus_days(day));
      REQUIRE(explained.value == Quantity::whole(expected));
      not_zero += expected > 0 ? 1U : 0U;
    }
  }
  CHECK(not_zero > 20'000);
}

}  // namespace euproj
