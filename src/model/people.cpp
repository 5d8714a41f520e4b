#include "euproj/model/people.hpp"

#include <algorithm>
#include <utility>

#include "euproj/base/parallel.hpp"
#include "euproj/core/group_rows.hpp"
#include "model/identities.hpp"

namespace euproj {
namespace {

void number_persons(const Logs& logs, People& people) {
  Identities identities(logs, people);
  people.person_of.assign(identities.end_of_codes(), no_person);
  people.persons.reserve(logs.participants.size());
  std::vector<PersonIndex> person_of_root(identities.end_of_codes(), no_person);
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

/// Rows and persons in so few pieces that each can have its own counters.
constexpr std::size_t most_pieces = 4;
constexpr std::size_t small_log = 1u << 16;

std::size_t pieces_of(std::size_t rows, std::size_t threads) {
  return rows < small_log ? 1 : std::clamp<std::size_t>(threads, 1, most_pieces);
}

/// `work(piece, first, end)` for numbers below `count` in `pieces` neighbouring ranges.
template <typename Work>
void for_ranges(std::size_t count, std::size_t pieces, const Work& work) {
  for_each_in_parallel(pieces, pieces, [&](std::size_t piece) {
    work(piece, static_cast<std::uint32_t>(count * piece / pieces),
         static_cast<std::uint32_t>(count * (piece + 1) / pieces));
  });
}

/// Row numbers by person and file order; of those whom no participant is, none.
template <typename Rows>
std::vector<std::uint32_t> rows_by_person(const Rows& rows, People& people, Slice Person::*slice,
                                          std::size_t threads) {
  const std::size_t pieces = pieces_of(rows.size(), threads);
  const std::size_t persons = people.persons.size();
  // The next place of each person for the rows of a piece: they stay in the cache while rows come by.
  std::vector<std::uint32_t> next(persons * pieces);
  const auto for_rows = [&](const auto& work) {
    for_ranges(rows.size(), pieces, [&](std::size_t piece, std::uint32_t first, std::uint32_t end) {
      for (std::uint32_t at = first; at < end; ++at) {
        const PersonIndex person = people.find(rows[at].person_id);
        if (person != no_person) work(next[persons * piece + person], at);
      }
    });
  };
  for_rows([](std::uint32_t& count, std::uint32_t) { ++count; });
  std::uint32_t end = 0;
  for (std::size_t person = 0; person < persons; ++person) {
    Slice& part = people.persons[person].*slice;
    part.first = end;
    for (std::size_t piece = 0; piece < pieces; ++piece) {
      end += std::exchange(next[persons * piece + person], end);
    }
    part.count = end - part.first;
  }
  std::vector<std::uint32_t> grouped(end);
  for_rows([&](std::uint32_t& place, std::uint32_t at) { grouped[place++] = at; });
  return grouped;
}

/// Within each person by day: as they are already in a log kept by day.
template <typename Rows, typename Day>
void sort_by_day(const Rows& rows, const People& people, Slice Person::*slice,
                 std::vector<std::uint32_t>& grouped, std::size_t threads, Day day) {
  const std::size_t persons = people.persons.size();
  for_ranges(persons, pieces_of(rows.size(), threads), [&](std::size_t, std::uint32_t first,
                                                           std::uint32_t end) {
    for (std::uint32_t person = first; person < end; ++person) {
      const Slice part = people.persons[person].*slice;
      const auto begin = grouped.begin() + part.first;
      const auto is_earlier = [&](std::uint32_t a, std::uint32_t b) {
        return day(rows[a]) < day(rows[b]);
      };
      if (std::is_sorted(begin, begin + part.count, is_earlier)) continue;
      std::stable_sort(begin, begin + part.count, is_earlier);
    }
  });
}

template <typename Rows, typename Day>
std::vector<std::uint32_t> rows_by_person_and_day(const Rows& rows, People& people,
                                                  Slice Person::*slice, std::size_t threads,
                                                  Day day) {
  std::vector<std::uint32_t> grouped = rows_by_person(rows, people, slice, threads);
  sort_by_day(rows, people, slice, grouped, threads, day);
  return grouped;
}

/// By person, date and file order; those of nobody who takes part behind them.
void group_support(Logs& logs, People& people, std::size_t threads) {
  using Rows = PackedRows<SupportRow>;
  const auto rows = static_cast<std::uint32_t>(logs.support.size());
  RowGrouping grouping;
  grouping.key = Rows::column(&SupportRow::person_id);
  grouping.day = Rows::column(&SupportRow::date);
  grouping.group_of = people.person_of;
  grouping.groups = static_cast<std::uint32_t>(people.persons.size());
  GroupedRows grouped = group_rows(logs.support.take_table(), grouping, threads);
  logs.support.put_table(std::move(grouped.table));
  std::uint32_t first = 0;
  for (std::size_t person = 0; person < people.persons.size(); ++person) {
    people.persons[person].support = {first, grouped.counts[person]};
    first += grouped.counts[person];
  }
  people.others = {first, rows - first};
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
      rows_by_person_and_day(logs.participants, people, &Person::participations, threads,
                             [](const ParticipantRow& row) { return row.entry; });
  people.outcome_rows =
      rows_by_person_and_day(logs.outcomes, people, &Person::outcomes, threads,
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
