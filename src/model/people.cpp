#include "euproj/model/people.hpp"

#include <algorithm>
#include <numeric>
#include <unordered_map>

namespace euproj {
namespace {

constexpr std::uint32_t no_row = 0xFFFFFFFF;

/// Which person_ids are one person: a forest over their codes, joined by shared identities. The
/// result does not depend on the order of the rows.
class Identities {
 public:
  explicit Identities(std::size_t person_ids)
      : parent_(person_ids + 1), pesel_row_(person_ids + 1, no_row),
        other_row_(person_ids + 1, no_row) {
    std::iota(parent_.begin(), parent_.end(), Code{0});
  }

  void add(const ParticipantRow& row, std::uint32_t at, const Logs& logs, People& people) {
    // Identity is the PESEL when there is one, else other_id, else the person_id (SPEC 4.2).
    if (row.pesel != 0) {
      join(rows_by_pesel_, row.pesel, row, at, logs, people);
      compare(pesel_row_, row.person_id, at, people, [&](std::uint32_t first) {
        return logs.participants[first].pesel != row.pesel;
      });
    } else if (row.other_id != no_code) {
      join(rows_by_other_, row.other_id, row, at, logs, people);
      compare(other_row_, row.person_id, at, people, [&](std::uint32_t first) {
        return logs.participants[first].other_id != row.other_id;
      });
    }
  }

  Code root(Code id) {
    while (parent_[id] != id) id = parent_[id] = parent_[parent_[id]];
    return id;
  }

 private:
  template <typename Key>
  void join(std::unordered_map<Key, std::uint32_t>& rows, Key key, const ParticipantRow& row,
            std::uint32_t at, const Logs& logs, People& people) {
    const auto [found, is_new] = rows.emplace(key, at);
    if (is_new) return;
    const Code first = root(logs.participants[found->second].person_id);
    const Code second = root(row.person_id);
    if (first == second) return;
    people.two_person_ids.push_back({found->second, at});
    parent_[second] = first;
  }

  template <typename Differs>
  void compare(std::vector<std::uint32_t>& first_rows, Code id, std::uint32_t at, People& people,
               Differs differs) {
    if (first_rows[id] == no_row) {
      first_rows[id] = at;
    } else if (differs(first_rows[id])) {
      people.two_identities.push_back({first_rows[id], at});
    }
  }

  std::vector<Code> parent_;
  std::vector<std::uint32_t> pesel_row_;  // the first row of a person_id that has a PESEL
  std::vector<std::uint32_t> other_row_;
  std::unordered_map<std::uint64_t, std::uint32_t> rows_by_pesel_;
  std::unordered_map<Code, std::uint32_t> rows_by_other_;
};

void number_persons(const Logs& logs, People& people) {
  Code most = no_code;
  for (const ParticipantRow& row : logs.participants) most = std::max(most, row.person_id);
  Identities identities(most);
  for (std::uint32_t at = 0; at < logs.participants.size(); ++at) {
    identities.add(logs.participants[at], at, logs, people);
  }
  people.person_of.assign(most + 1, no_person);
  std::vector<PersonIndex> person_of_root(most + 1, no_person);
  for (const ParticipantRow& row : logs.participants) {
    PersonIndex& person = person_of_root[identities.root(row.person_id)];
    if (person == no_person) {
      person = static_cast<PersonIndex>(people.persons.size());
      people.persons.push_back({});
      people.persons.back().key = row.person_id;
    }
    people.person_of[row.person_id] = person;
  }
}

/// Row numbers by person, and within one person by day and then file order.
template <typename Row, typename Day>
void group_rows(const std::vector<Row>& rows, People& people, Slice Person::*slice,
                std::vector<std::uint32_t>& grouped, Day day) {
  for (const Row& row : rows) {
    if (const PersonIndex person = people.find(row.person_id); person != no_person) {
      ++(people.persons[person].*slice).count;
    }
  }
  std::uint32_t first = 0;
  for (Person& person : people.persons) {
    (person.*slice).first = first;
    first += (person.*slice).count;
    (person.*slice).count = 0;
  }
  grouped.resize(first);
  for (std::uint32_t at = 0; at < rows.size(); ++at) {
    const PersonIndex person = people.find(rows[at].person_id);
    if (person == no_person) continue;
    Slice& part = people.persons[person].*slice;
    grouped[part.first + part.count++] = at;
  }
  for (const Person& person : people.persons) {
    const Slice part = person.*slice;
    const auto begin = grouped.begin() + part.first;
    std::stable_sort(begin, begin + part.count, [&](std::uint32_t a, std::uint32_t b) {
      return day(rows[a]) < day(rows[b]);
    });
  }
}

void find_start(const Logs& logs, People& people, Person& person) {
  // The day of the first support; without a support log the first entry_date (SPEC 4.2).
  if (logs.has(LogKind::support)) {
    const auto support = people.support(person);
    if (!support.empty()) person.start = logs.support[support.front()].date;
    return;
  }
  for (const std::uint32_t at : people.participations(person)) {
    person.start = logs.participants[at].entry;
    if (person.start.known()) return;
  }
}

void find_faults(const Logs& logs, People& people, const Person& person) {
  const auto rows = people.participations(person);
  for (std::size_t i = 0; i < rows.size() && rows.size() > 1; ++i) {
    const Date entry = logs.participants[rows[i]].entry;
    if (!entry.known()) {
      people.missing_entry.push_back(rows[i]);
    } else if (i > 0 && logs.participants[rows[i - 1]].entry == entry) {
      people.same_entry.push_back({rows[i - 1], rows[i]});
    }
  }
}

}  // namespace

People group_people(const Logs& logs) {
  People people;
  number_persons(logs, people);
  group_rows(logs.participants, people, &Person::participations, people.participation_rows,
             [](const ParticipantRow& row) { return row.entry; });
  group_rows(logs.support, people, &Person::support, people.support_rows,
             [](const SupportRow& row) { return row.date; });
  group_rows(logs.outcomes, people, &Person::outcomes, people.outcome_rows,
             [](const OutcomeRow& row) { return row.date; });
  for (Person& person : people.persons) {
    find_start(logs, people, person);
    find_faults(logs, people, person);
  }
  return people;
}

std::string shown_person_id(std::string_view person_id, Origin origin) {
  return looks_like_pesel(person_id) ? "u-" + std::to_string(origin.line) : std::string(person_id);
}

std::string shown_person_id(const Codes& codes, const Logs& logs, const People& people,
                            const Person& person) {
  const auto rows = people.participations(person);
  const std::uint32_t first = *std::min_element(rows.begin(), rows.end());
  return shown_person_id(codes.person_ids.text(person.key), logs.participants[first].origin);
}

}  // namespace euproj
