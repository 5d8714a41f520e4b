// Identity (SPEC 4.2): the PESEL when there is one, else other_id, else person_id.

#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "euproj/calc/people_counts.hpp"
#include "support/random.hpp"

namespace euproj {
namespace {

using testing::Random;

struct Row {
  std::string person_id;
  std::uint64_t pesel = 0;
  std::string other_id;
  int entry = 0;
};

Dossier dossier_of(const std::vector<Row>& rows) {
  Dossier dossier;
  for (const Row& row : rows) {
    ParticipantRow made;
    made.person_id = dossier.codes.person_ids.intern(row.person_id);
    made.pesel = row.pesel;
    made.other_id = dossier.codes.other_ids.intern(row.other_id);
    made.entry = Date::from_serial(19'000 + row.entry);
    dossier.logs.participants.push_back(made);
  }
  dossier.people = group_people(dossier.logs);
  return dossier;
}

/// Which person_ids are one person, as sets of words.
std::set<std::set<std::string>> groups_of(const Dossier& dossier) {
  std::vector<std::set<std::string>> by_person(dossier.people.persons.size());
  for (Code code = 1; code <= dossier.codes.person_ids.size(); ++code) {
    by_person.at(dossier.people.find(code))
        .insert(std::string(dossier.codes.person_ids.text(code)));
  }
  return {by_person.begin(), by_person.end()};
}

TEST_CASE("rows with one PESEL are one person, whatever the other columns say") {
  const Dossier dossier =
      dossier_of({{"U-1", 44051401458, "A1", 0}, {"U-2", 44051401458, "A2", 5}});
  CHECK(groups_of(dossier) == std::set<std::set<std::string>>{{"U-1", "U-2"}});
  REQUIRE(dossier.people.two_person_ids.size() == 1);
  CHECK(dossier.people.two_person_ids[0].earlier == 0);
  CHECK(dossier.people.two_person_ids[0].later == 1);
  CHECK(dossier.people.two_identities.empty());
}

TEST_CASE("the PESEL goes before other_id: one other_id under two PESELs is two persons") {
  const Dossier dossier = dossier_of({{"U-1", 44051401458, "A1", 0}, {"U-2", 2070803628, "A1", 5}});
  CHECK(groups_of(dossier) == std::set<std::set<std::string>>{{"U-1"}, {"U-2"}});
  CHECK(dossier.people.two_person_ids.empty());
}

TEST_CASE("an other_id beside a PESEL is not an identity of its own") {
  const Dossier dossier = dossier_of({{"U-1", 44051401458, "A1", 0}, {"U-2", 0, "A1", 5}});
  CHECK(groups_of(dossier) == std::set<std::set<std::string>>{{"U-1"}, {"U-2"}});
}

TEST_CASE("without a PESEL rows with one other_id are one person") {
  const Dossier dossier = dossier_of({{"U-1", 0, "A1", 0}, {"U-2", 0, "A1", 5}, {"U-3", 0, "", 1}});
  CHECK(groups_of(dossier) == std::set<std::set<std::string>>{{"U-1", "U-2"}, {"U-3"}});
  CHECK(dossier.people.two_person_ids.size() == 1);
}

TEST_CASE("without an identity number only the person_id says who it is") {
  const Dossier dossier = dossier_of({{"U-1", 0, "", 0}, {"U-1", 0, "", 5}, {"U-2", 0, "", 0}});
  CHECK(groups_of(dossier) == std::set<std::set<std::string>>{{"U-1"}, {"U-2"}});
  CHECK(dossier.people.persons[0].participations.count == 2);
  CHECK(dossier.people.two_person_ids.empty());
}

TEST_CASE("a person with two ids and two spellings of the identity counts once") {
  // The same PESEL with and without its leading zero is one number once it is read.
  Dossier dossier = dossier_of({{"U-1", 2070803628, "", 0}, {"u1", 2070803628, "", 5}});
  dossier.project.indicators.emplace_back();
  const auto series = compute_people_counts(dossier, {}).indicators;
  CHECK(series[0].values.at(Date::from_serial(19'100)).total == Quantity::whole(1));
  CHECK(groups_of(dossier) == std::set<std::set<std::string>>{{"U-1", "u1"}});
}

TEST_CASE("one person_id with two PESELs is found, in whichever order the rows stand") {
  std::vector<Row> rows = {{"U-1", 44051401458, "", 0},
                           {"U-1", 0, "", 3},
                           {"U-1", 2070803628, "", 5},
                           {"U-2", 0, "A1", 0},
                           {"U-2", 0, "A2", 4}};
  Random random(7);
  for (int round = 0; round < 50; ++round) {
    random.shuffle(rows);
    const Dossier dossier = dossier_of(rows);
    std::set<std::string> named;
    for (const RowPair pair : dossier.people.two_identities) {
      CHECK(rows[pair.earlier].person_id == rows[pair.later].person_id);
      CHECK(pair.earlier < pair.later);
      named.insert(rows[pair.later].person_id);
    }
    CHECK(named == std::set<std::string>{"U-1", "U-2"});
  }
}

TEST_CASE("a PESEL that a foreigner receives later is no second identity") {
  const Dossier dossier = dossier_of({{"U-1", 0, "A1", 0}, {"U-1", 44051401458, "A1", 5}});
  CHECK(groups_of(dossier) == std::set<std::set<std::string>>{{"U-1"}});
  CHECK(dossier.people.two_identities.empty());
}

TEST_CASE("rows of one person stand by entry, faults among them are found") {
  const Dossier dossier = dossier_of({{"U-1", 0, "", 9}, {"U-1", 0, "", 2}, {"U-1", 0, "", 2}});
  const auto rows = dossier.people.participations(dossier.people.persons[0]);
  CHECK(std::vector(rows.begin(), rows.end()) == std::vector<std::uint32_t>{1, 2, 0});
  REQUIRE(dossier.people.same_entry.size() == 1);
  CHECK(dossier.people.same_entry[0].earlier == 1);
  CHECK(dossier.people.same_entry[0].later == 2);
}

TEST_CASE("the key of a person is its first person_id in file order") {
  const Dossier dossier = dossier_of({{"late", 44051401458, "", 9}, {"early", 44051401458, "", 1}});
  REQUIRE(dossier.people.persons.size() == 1);
  CHECK(dossier.codes.person_ids.text(dossier.people.persons[0].key) == "late");
}

TEST_CASE("a long log stands by person, day and file order, on any number of threads") {
  constexpr std::uint32_t rows = 70'000;  // enough that each thread takes a piece
  constexpr int persons = 900;
  Random random(11);
  std::vector<SupportRow> by_rule;
  for (std::uint32_t line = 0; line < rows; ++line) {
    SupportRow row;
    row.person_id =
        static_cast<Code>(random.number(0, persons + 1));  // 0, the last: no participant's
    row.date = Date::from_serial(19'000 + random.number(0, 40));
    row.origin.line = line;
    by_rule.push_back(row);
  }
  const std::vector<SupportRow> as_logged = by_rule;
  const auto is_participant = [](const SupportRow& row) { return row.person_id - 1U < persons; };
  std::stable_sort(by_rule.begin(), by_rule.end(), [&](const SupportRow& a, const SupportRow& b) {
    if (is_participant(a) != is_participant(b)) return is_participant(a);
    return is_participant(a) && std::pair(a.person_id, a.date) < std::pair(b.person_id, b.date);
  });
  for (std::size_t threads = 1; threads <= 6; ++threads) {
    Logs logs;
    for (Code person_id = 1; person_id <= persons; ++person_id) {
      ParticipantRow participant;
      participant.person_id = person_id;
      logs.participants.push_back(participant);
    }
    for (const SupportRow& row : as_logged) logs.support.push_back(row);
    static_cast<void>(group_people(logs, threads));
    REQUIRE(logs.support.size() == rows);
    for (std::uint32_t at = 0; at < rows; ++at) {
      if (logs.support[at].origin.line != by_rule[at].origin.line)
        FAIL(threads << " threads, row " << at);
    }
  }
}

TEST_CASE("any order of the rows gives the same persons") {
  for (std::uint64_t seed = 1; seed <= 2'000; ++seed) {
    Random random(seed);
    std::vector<Row> rows;
    for (int count = random.number(1, 12); count > 0; --count) {
      Row row;
      row.person_id = "U-" + std::to_string(random.number(1, 6));
      if (random.chance(40)) row.pesel = static_cast<std::uint64_t>(random.number(1, 4));
      if (random.chance(40)) row.other_id = "A" + std::to_string(random.number(1, 4));
      row.entry = count;  // one row an entry
      rows.push_back(row);
    }
    const auto expected = groups_of(dossier_of(rows));
    for (int round = 0; round < 4; ++round) {
      random.shuffle(rows);
      if (groups_of(dossier_of(rows)) != expected) FAIL("seed " << seed);
    }
  }
}

}  // namespace
}  // namespace euproj
