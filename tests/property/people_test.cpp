// Identity (src/calc/README.md#counting): the PESEL when there is one, else other_id, else
// person_id.

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

TEST_CASE("rows with one PESEL are one person, whatever their other numbers are") {
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

TEST_CASE("any order of the rows gives the same persons, or contradictions") {
  int sound = 0;
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
    const auto is_sound = [](const Dossier& dossier) {
      return dossier.people.two_identities.empty() && dossier.people.contradictions.empty();
    };
    const Dossier first = dossier_of(rows);
    if (is_sound(first)) ++sound;
    for (int round = 0; round < 4; ++round) {
      random.shuffle(rows);
      const Dossier dossier = dossier_of(rows);
      if (is_sound(dossier) != is_sound(first)) FAIL("seed " << seed);
      if (is_sound(first) && groups_of(dossier) != groups_of(first)) FAIL("seed " << seed);
    }
  }
  CHECK(sound > 500);
}

/// Rows of few people who share numbers and ids by mistake, with what they say of themselves.
std::vector<ParticipantRow> random_facts(Random& random) {
  std::vector<ParticipantRow> rows;
  for (int count = random.number(2, 9); count > 0; --count) {
    ParticipantRow row;
    row.person_id = static_cast<Code>(random.number(1, 5));
    if (random.chance(30)) row.pesel = static_cast<std::uint64_t>(random.number(1, 3));
    if (random.chance(50)) row.other_id = static_cast<Code>(random.number(1, 3));
    if (random.chance(30)) row.technical_id = static_cast<std::uint32_t>(random.number(1, 3));
    if (random.chance(90))
      row.attributes.set(Attribute::sex, random.chance(70) ? code_woman : code_man);
    if (random.chance(90)) row.born = Date::from_serial(random.number(1, 3) == 1 ? 9'000 : 5'000);
    row.entry = Date::from_serial(19'000 + count);
    rows.push_back(row);
  }
  return rows;
}

Dossier dossier_of(const std::vector<ParticipantRow>& rows) {
  Dossier dossier;
  for (Code code = 1; code <= 5; ++code) {
    static_cast<void>(dossier.codes.person_ids.intern("U-" + std::to_string(code)));
  }
  dossier.logs.participants = rows;
  dossier.people = group_people(dossier.logs);
  return dossier;
}

/// By the rules: what all rows of one person_id or number, and so on along, say must agree.
bool all_agree(const std::vector<ParticipantRow>& rows) {
  std::vector<std::size_t> label(rows.size());
  for (std::size_t i = 0; i < rows.size(); ++i) label[i] = i;
  const auto number = [](const ParticipantRow& row) {
    return row.pesel != 0
               ? std::pair<int, std::uint64_t>{1, row.pesel}
               : std::pair<int, std::uint64_t>{row.other_id == no_code ? 0 : 2, row.other_id};
  };
  const auto are_one = [&](const ParticipantRow& a, const ParticipantRow& b) {
    return a.person_id == b.person_id || (number(a).first != 0 && number(a) == number(b)) ||
           (a.technical_id != 0 && a.technical_id == b.technical_id);
  };
  for (bool moved = true; moved;) {
    moved = false;
    for (std::size_t i = 0; i < rows.size(); ++i) {
      for (std::size_t j = 0; j < rows.size(); ++j) {
        if (label[j] <= label[i] || !are_one(rows[i], rows[j])) continue;
        label[j] = label[i];
        moved = true;
      }
    }
  }
  for (std::size_t i = 0; i < rows.size(); ++i) {
    for (std::size_t j = 0; j < rows.size(); ++j) {
      if (label[i] != label[j]) continue;
      if (differences_between(rows[i], rows[j]).any()) return false;
      const bool others_differ = rows[i].person_id == rows[j].person_id && rows[i].pesel == 0 &&
                                 rows[j].pesel == 0 && rows[i].other_id != no_code &&
                                 rows[j].other_id != no_code &&
                                 rows[i].other_id != rows[j].other_id;
      if (others_differ) return false;
    }
  }
  return true;
}

TEST_CASE("rows that contradict each other are never one person, and always found") {
  int sound = 0;
  for (std::uint64_t seed = 1; seed <= 4'000; ++seed) {
    Random random(seed);
    std::vector<ParticipantRow> rows = random_facts(random);
    const bool agree = all_agree(rows);
    if (agree) ++sound;
    for (int round = 0; round < 3; ++round) {
      const Dossier dossier = dossier_of(rows);
      const People& people = dossier.people;
      if ((people.two_identities.empty() && people.contradictions.empty()) != agree) {
        FAIL("found, seed " << seed);
      }
      std::size_t in_persons = 0;
      for (const Person& person : people.persons) {
        const auto its = people.participations(person);
        in_persons += its.size();
        for (const std::uint32_t a : its) {
          for (const std::uint32_t b : its) {
            if (differences_between(rows[a], rows[b]).any()) FAIL("one person, seed " << seed);
          }
        }
      }
      if (in_persons + people.left_out.size() != rows.size()) FAIL("rows, seed " << seed);
      for (const Contradiction& found : people.contradictions) {
        if (found.rows.earlier >= found.rows.later || !found.in.any()) FAIL("pair, seed " << seed);
      }
      random.shuffle(rows);
    }
  }
  MESSAGE("sound: " << sound);
  CHECK(sound > 300);
  CHECK(sound < 3'700);
}

TEST_CASE("a declared age agrees within a year of the other row") {
  const auto declared = [](int age, Date entry) {
    ParticipantRow row;
    row.entry = entry;
    row.born = entry.plus_months(-12 * age);
    row.born_of_age = true;
    return row;
  };
  const auto differ = [](const ParticipantRow& a, const ParticipantRow& b) {
    CHECK(differences_between(a, b).born == differences_between(b, a).born);
    return differences_between(a, b).born;
  };
  const Date winter = *Date::from(2026, 2, 2);
  const Date spring = *Date::from(2026, 4, 13);
  for (const Date later : {winter, spring}) {
    CHECK(differ(declared(54, winter), declared(52, later)));
    CHECK_FALSE(differ(declared(54, winter), declared(53, later)));
    CHECK_FALSE(differ(declared(54, winter), declared(54, later)));
    CHECK_FALSE(differ(declared(54, winter), declared(55, later)));
    CHECK(differ(declared(54, winter), declared(56, later)));
  }
  const Date years_later = *Date::from(2029, 2, 2);
  CHECK(differ(declared(54, winter), declared(54, years_later)));
  CHECK_FALSE(differ(declared(54, winter), declared(57, years_later)));
  ParticipantRow born;
  born.born = *Date::from(1972, 1, 31);  // 54 in winter
  born.entry = years_later;
  CHECK(differ(born, declared(52, winter)));
  CHECK_FALSE(differ(born, declared(53, winter)));
  CHECK_FALSE(differ(born, declared(55, winter)));
  CHECK(differ(born, declared(56, winter)));
  ParticipantRow unknown;
  CHECK_FALSE(differ(unknown, declared(56, winter)));
}

TEST_CASE("support dated in a participation that is another person's is nobody's") {
  Logs logs;
  const auto participant = [&](Code person_id, int entry, Code sex) {
    ParticipantRow row;
    row.person_id = person_id;
    row.entry = Date::from_serial(entry);
    row.attributes.set(Attribute::sex, sex);
    logs.participants.push_back(row);
  };
  const auto support = [&](Code person_id, int day) {
    SupportRow row;
    row.person_id = person_id;
    row.date = Date::from_serial(day);
    logs.support.push_back(row);
    OutcomeRow outcome;
    outcome.person_id = person_id;
    outcome.date = Date::from_serial(day);
    logs.outcomes.push_back(outcome);
  };
  participant(1, 100, code_woman);
  participant(2, 100, code_man);
  participant(1, 200, code_man);
  participant(1, 300, code_woman);
  for (const int day : {99, 100, 199, 200, 299, 300}) {
    support(1, day);
    support(2, day);
  }
  const People people = group_people(logs);
  CHECK(people.left_out == std::vector<std::uint32_t>{2});
  REQUIRE(people.persons.size() == 2);
  CHECK(people.persons[0].participations.count == 2);
  std::vector<int> days;
  for (const std::uint32_t at : people.support(people.persons[0])) {
    days.push_back(logs.support[at].date.serial());
  }
  CHECK(days == std::vector<int>{99, 100, 199, 300});
  CHECK(people.persons[0].outcomes.count == 4);
  CHECK(people.persons[1].support.count == 6);
  CHECK(logs.persons_left_out.contains(1));
}

TEST_CASE("the attributes are those of the participation in which the start lies") {
  for (const auto& [first_support, expected] : std::vector<std::pair<int, std::uint32_t>>{
           {99, 1}, {100, 1}, {199, 1}, {200, 0}, {250, 0}}) {
    Logs logs;
    for (const int entry : {200, 100}) {
      ParticipantRow row;
      row.person_id = 1;
      row.entry = Date::from_serial(entry);
      logs.participants.push_back(row);
    }
    logs.declared.fill(true);
    SupportRow row;
    row.person_id = 1;
    row.date = Date::from_serial(first_support);
    logs.support.push_back(row);
    const People people = group_people(logs);
    CHECK(people.persons[0].attributes == expected);
  }
}

}  // namespace
}  // namespace euproj
