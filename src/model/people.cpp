#include "euproj/model/people.hpp"

#include <algorithm>

#include "model/identities.hpp"

namespace euproj {
namespace {

void number_persons(const Logs& logs, People& people) {
  Identities identities(logs, people);
  Code most = no_code;
  for (const ParticipantRow& row : logs.participants) most = std::max(most, row.person_id);
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
template <typename Rows, typename Day>
void group_rows(const Rows& rows, People& people, Slice Person::*slice,
                std::vector<std::uint32_t>& grouped, Day day) {
  for (const auto& row : rows) {
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
    const auto is_earlier = [&](std::uint32_t a, std::uint32_t b) {
      return day(rows[a]) < day(rows[b]);
    };
    if (std::is_sorted(begin, begin + part.count, is_earlier)) continue;  // a log kept by day
    std::stable_sort(begin, begin + part.count, is_earlier);
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
  std::string joined(person_id);  // a PESEL is one in groups of digits, too
  std::erase_if(joined, [](char c) { return c == ' ' || c == '-' || c == '\''; });
  return looks_like_pesel(joined) ? "u-" + std::to_string(origin.line) : std::string(person_id);
}

std::string shown_person_id(const Codes& codes, const Logs& logs, const People& people,
                            const Person& person) {
  const auto rows = people.participations(person);
  const std::uint32_t first = *std::min_element(rows.begin(), rows.end());
  return shown_person_id(codes.person_ids.text(person.key), logs.participants[first].origin);
}

}  // namespace euproj
