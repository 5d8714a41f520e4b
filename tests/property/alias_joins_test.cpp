// Aliases against a slow oracle: persons are the closure of what rows and aliases say, and no order
// of rows or aliases changes them, nor who has two identities.

#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <string>

#include "euproj/model/dossier.hpp"
#include "support/alias_oracle.hpp"
#include "support/random.hpp"

namespace euproj {
namespace {

using testing::Alias;
using testing::AliasOracle;
using testing::Groups;
using testing::Random;
using Row = testing::IdentityRow;

bool is_pesel(const std::string& text) { return text.front() != 'A'; }

IdentityNumber number_of(Codes& codes, const std::string& text) {
  return {is_pesel(text) ? std::stoull(text) : 0, codes.other_ids.intern(text)};
}

Dossier dossier_of(const std::vector<Row>& rows, const std::vector<Alias>& aliases) {
  Dossier dossier;
  for (const Row& row : rows) {
    ParticipantRow made;
    made.person_id = dossier.codes.person_ids.intern(row.person_id);
    made.pesel = row.pesel;
    made.other_id = dossier.codes.other_ids.intern(row.other_id);
    dossier.logs.participants.push_back(made);
  }
  for (const Alias& alias : aliases) {
    dossier.logs.aliases.push_back(
        {number_of(dossier.codes, alias.identity), number_of(dossier.codes, alias.same_as), {}});
  }
  dossier.people = group_people(dossier.logs);
  return dossier;
}

Groups groups_of(const Dossier& dossier) {
  std::vector<std::set<std::string>> by_person(dossier.people.persons.size());
  for (Code code = 1; code <= dossier.codes.person_ids.size(); ++code) {
    by_person.at(dossier.people.find(code))
        .insert(std::string(dossier.codes.person_ids.text(code)));
  }
  return {by_person.begin(), by_person.end()};
}

std::set<std::string> with_two_identities(const Dossier& dossier, const std::vector<Row>& rows) {
  std::set<std::string> named;
  for (const RowPair pair : dossier.people.two_identities) named.insert(rows[pair.later].person_id);
  return named;
}

/// By the rules: no person_id has two numbers of a kind, and nobody has two PESELs that no alias
/// joins.
bool are_sound(const std::vector<Row>& rows, const std::vector<Alias>& aliases,
               const Groups& groups) {
  if (!testing::contradicting(rows, aliases).empty()) return false;
  for (const auto& group : groups) {
    for (const Row& a : rows) {
      for (const Row& b : rows) {
        if (!group.contains(a.person_id) || !group.contains(b.person_id)) continue;
        if (a.pesel == 0 || b.pesel == 0) continue;
        const auto reached = AliasOracle::reached(AliasOracle::number(a), aliases);
        if (!reached.contains(AliasOracle::number(b))) return false;
      }
    }
  }
  return true;
}

std::set<std::string> unknown_numbers(const Dossier& dossier, const std::vector<Alias>& aliases) {
  std::set<std::string> numbers;
  for (const AliasCell cell : dossier.people.unknown_aliases) {
    const Alias& alias = aliases[cell.row];
    numbers.insert(cell.column == Column::aliases_identity ? alias.identity : alias.same_as);
  }
  return numbers;
}

std::vector<Row> random_rows(Random& random) {
  std::vector<Row> rows;
  for (int count = random.number(1, 10); count > 0; --count) {
    Row row;
    row.person_id = "U-" + std::to_string(random.number(1, 7));
    if (random.chance(40)) row.pesel = static_cast<std::uint64_t>(random.number(1, 5));
    if (random.chance(50)) row.other_id = "A" + std::to_string(random.number(1, 5));
    rows.push_back(row);
  }
  return rows;
}

std::vector<Alias> random_aliases(Random& random) {
  const auto number = [&random] {
    return (random.chance(50) ? "A" : "") + std::to_string(random.number(1, 6));
  };
  std::vector<Alias> aliases;
  for (int count = random.number(1, 6); count > 0; --count) aliases.push_back({number(), number()});
  return aliases;
}

TEST_CASE("aliases join as their closure does, in any order of rows and aliases") {
  int joined = 0;
  int sound = 0;
  for (std::uint64_t seed = 1; seed <= 2'000; ++seed) {
    Random random(seed);
    std::vector<Row> rows = random_rows(random);
    std::vector<Alias> aliases = random_aliases(random);
    const Groups expected = AliasOracle(rows, aliases).groups();
    const auto contradictions = testing::contradicting(rows, aliases);
    const auto unknown = testing::nobodys(rows, aliases);
    const bool is_sound = are_sound(rows, aliases, expected);
    if (is_sound) ++sound;
    if (expected.size() < AliasOracle(rows, {}).groups().size()) ++joined;
    for (int round = 0; round < 4; ++round) {
      const Dossier dossier = dossier_of(rows, aliases);
      // Who contradicts is not one, and which of the rows is the later one the order says.
      const People& people = dossier.people;
      if ((people.two_identities.empty() && people.contradictions.empty()) != is_sound) {
        FAIL("sound, seed " << seed);
      }
      if (is_sound && groups_of(dossier) != expected) FAIL("persons, seed " << seed);
      if (with_two_identities(dossier, rows) != contradictions) FAIL("two numbers, seed " << seed);
      if (unknown_numbers(dossier, aliases) != unknown) FAIL("unknown, seed " << seed);
      random.shuffle(rows);
      random.shuffle(aliases);
      for (Alias& alias : aliases) {
        if (random.chance(50)) std::swap(alias.identity, alias.same_as);
      }
    }
  }
  CHECK(joined > 200);  // the cases are about something
  CHECK(sound > 500);
}

TEST_CASE("persons whom an alias joins are no warning, two ids of one number are") {
  const Dossier dossier =
      dossier_of({{"U-1", 0, "A1"}, {"U-2", 7, ""}, {"U-3", 7, ""}}, {{"A1", "7"}});
  CHECK(groups_of(dossier) == Groups{{"U-1", "U-2", "U-3"}});
  REQUIRE(dossier.people.two_person_ids.size() == 1);
  CHECK(dossier.people.two_person_ids[0].earlier == 1);
  CHECK(dossier.people.two_person_ids[0].later == 2);
}

TEST_CASE("a chain of many aliases is one person, whichever end comes first") {
  std::vector<Row> rows;
  std::vector<Alias> aliases;
  for (int at = 0; at < 20'000; ++at) {
    rows.push_back({"U-" + std::to_string(at), 0, "A" + std::to_string(at)});
    if (at > 0) aliases.push_back({"A" + std::to_string(at - 1), "A" + std::to_string(at)});
  }
  CHECK(dossier_of(rows, aliases).people.persons.size() == 1);
  std::reverse(aliases.begin(), aliases.end());
  CHECK(dossier_of(rows, aliases).people.persons.size() == 1);
}

}  // namespace
}  // namespace euproj
