#include "euproj/model/people.hpp"

#include <algorithm>
#include <numeric>

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

/// Row numbers by person and file order; of those whom no participant is, none.
template <typename Rows>
std::vector<std::uint32_t> rows_by_person(const Rows& rows, People& people, Slice Person::*slice) {
  // The next place of each person: an array of its own, which stays in the cache while rows come by.
  std::vector<std::uint32_t> next(people.persons.size());
  for (const auto& row : rows) {
    if (const PersonIndex person = people.find(row.person_id); person != no_person) ++next[person];
  }
  std::uint32_t first = 0;
  for (PersonIndex person = 0; person < people.persons.size(); ++person) {
    Slice& part = people.persons[person].*slice;
    part.first = first;
    part.count = next[person];
    next[person] = first;
    first += part.count;
  }
  std::vector<std::uint32_t> grouped(first);
  for (std::uint32_t at = 0; at < rows.size(); ++at) {
    const PersonIndex person = people.find(rows[at].person_id);
    if (person != no_person) grouped[next[person]++] = at;
  }
  return grouped;
}

/// Within each person by day; false when they were so already, as in a log kept by day.
template <typename Rows, typename Day>
bool sort_by_day(const Rows& rows, const People& people, Slice Person::*slice,
                 std::vector<std::uint32_t>& grouped, Day day) {
  bool changed = false;
  for (const Person& person : people.persons) {
    const Slice part = person.*slice;
    const auto begin = grouped.begin() + part.first;
    const auto is_earlier = [&](std::uint32_t a, std::uint32_t b) {
      return day(rows[a]) < day(rows[b]);
    };
    if (std::is_sorted(begin, begin + part.count, is_earlier)) continue;
    std::stable_sort(begin, begin + part.count, is_earlier);
    changed = true;
  }
  return changed;
}

template <typename Rows, typename Day>
std::vector<std::uint32_t> group_rows(const Rows& rows, People& people, Slice Person::*slice,
                                      Day day) {
  std::vector<std::uint32_t> grouped = rows_by_person(rows, people, slice);
  static_cast<void>(sort_by_day(rows, people, slice, grouped, day));
  return grouped;
}

void group_support(Logs& logs, People& people, std::size_t threads) {
  auto& rows = logs.support;
  std::vector<std::uint32_t> order = rows_by_person(rows, people, &Person::support);
  people.others.first = static_cast<std::uint32_t>(order.size());
  people.others.count = static_cast<std::uint32_t>(rows.size() - order.size());
  for (std::uint32_t at = 0; people.others.count > 0 && at < rows.size(); ++at) {
    if (people.find(rows[at].person_id) == no_person) order.push_back(at);
  }
  rows.reorder(order, threads);
  // Days are compared where they stand together; few persons need it, and a second round is near.
  std::iota(order.begin(), order.end(), 0U);
  if (sort_by_day(rows, people, &Person::support, order,
                  [](const SupportRow& row) { return row.date; })) {
    rows.reorder(order, threads);
  }
}

void find_start(const Logs& logs, People& people, Person& person) {
  // The day of the first support; without a support log the first entry_date (SPEC 4.2).
  if (logs.has(LogKind::support)) {
    const Slice support = person.support;
    if (support.count > 0) person.start = logs.support[support.first].date;
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

People group_people(Logs& logs, std::size_t threads) {
  People people;
  number_persons(logs, people);
  people.participation_rows =
      group_rows(logs.participants, people, &Person::participations,
                 [](const ParticipantRow& row) { return row.entry; });
  people.outcome_rows = group_rows(logs.outcomes, people, &Person::outcomes,
                                   [](const OutcomeRow& row) { return row.date; });
  group_support(logs, people, threads);
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
