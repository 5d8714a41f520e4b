// Grouping: from rows in file order to all that one person has, standing together.
//
//   participants (file order)     who is one (identities)     persons in order of their first row
//     0  U-1  pesel a                U-1 = U-3                  person 0: rows 0, 2 (by entry)
//     1  U-2  pesel b                                           person 1: row 1
//     2  U-3  pesel a
//
//   support rows are moved (store/group_rows):  | person 0 by date | person 1 by date |
//   non-participants | outcomes stay, their row numbers are grouped: counted first, then each put
//   at its person's next place.

#include "euproj/model/people.hpp"

#include <algorithm>
#include <iterator>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "euproj/base/parallel.hpp"
#include "euproj/store/group_rows.hpp"
#include "model/identities.hpp"

namespace euproj {
namespace {

struct LaterRow {
  PersonIndex person = no_person;
  std::uint32_t row = 0;
  friend auto operator<=>(const LaterRow&, const LaterRow&) = default;
};

/// Persons in file order of their first rows. Hardly any has another: those come back.
std::vector<LaterRow> number_persons(const Logs& logs, People& people) {
  Identities identities(logs, people);
  people.person_of.assign(identities.end_of_codes(), no_person);
  people.persons.reserve(logs.participants.size());
  std::vector<LaterRow> later;
  auto left_out = people.left_out.begin();
  for (std::uint32_t at = 0; at < logs.participants.size(); ++at) {
    if (left_out != people.left_out.end() && *left_out == at) {
      ++left_out;
      continue;
    }
    const Code person_id = logs.participants[at].person_id;
    PersonIndex& person = people.person_of[identities.root(person_id)];
    if (person == no_person) {
      person = static_cast<PersonIndex>(people.persons.size());
      people.persons.push_back({});
      people.persons.back().key = person_id;
      people.persons.back().participations.first = at;
    } else {
      later.push_back({person, at});
    }
    people.person_of[person_id] = person;
  }
  return later;
}

/// Of a person of several rows.
void find_faults(const Logs& logs, People& people, const Person& person) {
  const auto rows = people.participations(person);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const Date entry = logs.participants[rows[i]].entry;
    if (!entry.known()) {
      people.missing_entry.push_back(rows[i]);
    } else if (i > 0 && logs.participants[rows[i - 1]].entry == entry) {
      people.same_entry.push_back({rows[i - 1], rows[i]});
    }
  }
}

/// Of each person the first row and the later ones, by entry and file order.
void group_participations(const Logs& logs, People& people, std::vector<LaterRow> later) {
  std::sort(later.begin(), later.end());
  std::vector<std::uint32_t>& grouped = people.participation_rows;
  grouped.reserve(logs.participants.size());
  const auto is_earlier = [&](std::uint32_t a, std::uint32_t b) {
    return std::pair(logs.participants[a].entry, a) < std::pair(logs.participants[b].entry, b);
  };
  auto next = later.begin();
  for (PersonIndex index = 0; index < people.persons.size(); ++index) {
    Person& person = people.persons[index];
    Slice& part = person.participations;
    const auto begin = static_cast<std::uint32_t>(grouped.size());
    grouped.push_back(std::exchange(part.first, begin));
    for (; next != later.end() && next->person == index; ++next) grouped.push_back(next->row);
    part.count = static_cast<std::uint32_t>(grouped.size()) - begin;
    if (part.count == 1) continue;
    std::sort(grouped.begin() + begin, grouped.end(), is_earlier);
    find_faults(logs, people, person);
  }
}

/// Row numbers by person and file order; of those whom no participant is, none.
std::vector<std::uint32_t> outcomes_by_person(const Logs& logs, People& people,
                                              std::size_t threads) {
  const auto& rows = logs.outcomes;
  const std::size_t pieces = pieces_of(rows.size(), threads);
  const std::size_t persons = people.persons.size();
  // The next place of each person for the rows of a piece: they stay in the cache while rows come
  // by.
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
    Slice& part = people.persons[person].outcomes;
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

/// By person, date and file order.
void group_outcomes(const Logs& logs, People& people, std::size_t threads) {
  people.outcome_rows = outcomes_by_person(logs, people, threads);
  const auto is_earlier = [&](std::uint32_t a, std::uint32_t b) {
    return std::pair(logs.outcomes[a].date, a) < std::pair(logs.outcomes[b].date, b);
  };
  for (const Person& person : people.persons) {
    const auto begin = people.outcome_rows.begin() + person.outcomes.first;
    std::sort(begin, begin + person.outcomes.count, is_earlier);
  }
}

/// By person, date and file order; those of non-participants behind them.
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
  people.non_participants = {first, rows - first};
}

/// Whose a row of a person_id is that names two persons: the participation it is dated in says it.
///
///   U-1, entry 2.03.2026   kept       support of U-1 from 2.03.2026 to 31.01.2027: stays
///   U-1, entry 1.02.2027   left out   support of U-1 from 1.02.2027 on: nobody knows whose
///
/// Where both enter on one day, or the entry is not known, all from there on is in doubt.
class Doubtful {
 public:
  Doubtful(const Logs& logs, const People& people) {
    for (const std::uint32_t at : people.left_out) entries_[logs.participants[at].person_id];
    for (std::uint32_t at = 0; at < logs.participants.size(); ++at) {
      const ParticipantRow& row = logs.participants[at];
      const auto found = entries_.find(row.person_id);
      if (found == entries_.end()) continue;
      const bool left_out = std::binary_search(people.left_out.begin(), people.left_out.end(), at);
      found->second.emplace_back(row.entry, left_out);
    }
    for (auto& [person_id, entries] : entries_) std::sort(entries.begin(), entries.end());
  }

  [[nodiscard]] bool has(Code person_id) const { return entries_.contains(person_id); }
  /// On a day, of a person_id that has such rows.
  [[nodiscard]] bool is_doubtful(Code person_id, Date day) const {
    const auto& entries = entries_.at(person_id);
    const auto next = std::upper_bound(entries.begin(), entries.end(), std::pair(day, true));
    return next != entries.begin() && std::prev(next)->second;
  }

 private:
  std::unordered_map<Code, std::vector<std::pair<Date, bool>>> entries_;  // whether left out
};

/// The rows without those in doubt; looked at whole, since hardly any input has such.
template <typename Row>
void remove_doubtful(const Doubtful& doubtful, PackedRows<Row>& rows) {
  const auto found =
      rows.find(&Row::person_id, [&](Code person_id) { return doubtful.has(person_id); });
  if (std::none_of(found.begin(), found.end(), [&](std::uint32_t at) {
        return doubtful.is_doubtful(rows[at].person_id, rows[at].date);
      })) {
    return;
  }
  PackedRows<Row> kept;
  for (const Row& row : rows) {
    if (!doubtful.has(row.person_id) || !doubtful.is_doubtful(row.person_id, row.date)) {
      kept.push_back(row);
    }
  }
  rows = std::move(kept);
}

void leave_out(Logs& logs, const People& people) {
  if (people.left_out.empty()) return;
  const Doubtful doubtful(logs, people);
  remove_doubtful(doubtful, logs.support);
  remove_doubtful(doubtful, logs.outcomes);
  for (const std::uint32_t at : people.left_out) {
    logs.persons_left_out.insert(logs.participants[at].person_id);
  }
}

/// The day of the first support; without a support log the first entry_date
/// (src/calc/README.md#start).
Date start_of(const Logs& logs, const People& people, const Person& person) {
  if (logs.has(LogKind::support)) {
    return person.support.empty() ? Date() : logs.support[person.support.first].date;
  }
  for (const std::uint32_t at : people.participations(person)) {
    if (const Date entry = logs.participants[at].entry; entry.known()) return entry;
  }
  return {};
}

/// They are by entry, one without it first.
std::uint32_t attributes_row(const Logs& logs, const People& people, const Person& person) {
  const auto rows = people.participations(person);
  std::uint32_t row = rows.front();
  if (!person.start.known()) return row;
  for (const std::uint32_t at : rows) {
    if (logs.participants[at].entry <= person.start) row = at;
  }
  return row;
}

void find_starts(const Logs& logs, People& people, std::size_t threads) {
  const std::size_t persons = people.persons.size();
  for_ranges(persons, pieces_of(persons, threads),
             [&](std::size_t, std::uint32_t first, std::uint32_t end) {
               for (Person& person : std::span(people.persons).subspan(first, end - first)) {
                 person.start = start_of(logs, people, person);
                 person.attributes = attributes_row(logs, people, person);
               }
             });
}

}  // namespace

People group_people(Logs& logs, std::size_t threads) {
  People people;
  group_participations(logs, people, number_persons(logs, people));
  leave_out(logs, people);
  group_outcomes(logs, people, threads);
  group_support(logs, people, threads);
  find_repeated_sessions(logs, people, threads);
  find_starts(logs, people, threads);
  return people;
}

std::string shown_person_id(std::string_view person_id, Origin origin) {
  if (person_id.size() < pesel_digits) return std::string(person_id);  // as nearly all are
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

namespace {

/// What a meeting's rows have in common, as a name for its session.
std::string name_of_meeting(const Codes& codes, const SupportRow& row) {
  std::string name = row.date.iso() + " " + std::string(codes.forms.text(row.form));
  if (row.provider != no_code) name += ", " + std::string(codes.providers.text(row.provider));
  return name;
}

/// Finds rows that repeat one before them, which is of the same day: rows of a person stand by
/// date.
///
///   02-02 S-1 3h | 02-02 S-2 1h | 02-02 S-1 3h | 02-09 S-1 3h
///                                 ^ repeats the first; the last is of another day
///
/// Whole rows are compared only where day and session agree, as they hardly ever do.
class RepeatFinder {
 public:
  explicit RepeatFinder(const Logs& logs) : logs_(logs) {}

  void look_at(Slice rows, std::vector<std::uint32_t>& repeated) {
    days_.resize(rows.count);
    sessions_.resize(rows.count);
    logs_.support.visit<&SupportRow::date, &SupportRow::session>(
        rows.first, rows.count, [&](std::size_t i, Date day) { days_[i] = day; },
        [&](std::size_t i, Code session) { sessions_[i] = session; });
    for (std::uint32_t first_of_day = 0, i = 1; i < rows.count; ++i) {
      if (days_[i] != days_[first_of_day]) first_of_day = i;
      if (sessions_[i] == no_code) continue;
      for (std::uint32_t earlier = first_of_day; earlier < i; ++earlier) {
        if (sessions_[earlier] != sessions_[i] ||
            !says_the_same(logs_.support[rows.first + earlier], logs_.support[rows.first + i])) {
          continue;
        }
        repeated.push_back(rows.first + i);
        break;
      }
    }
  }

 private:
  const Logs& logs_;
  std::vector<Date> days_;
  std::vector<Code> sessions_;
};

}  // namespace

bool says_the_same(const SupportRow& a, const SupportRow& b) {
  bool same = true;
  for_each_column<LogKind::support>([&](auto column) {
    using Kept = KeptColumn<column>;
    if constexpr (Kept::is_kept) same = same && Kept::in(a) == Kept::in(b);
  });
  return same;
}

void join_meetings(const Project& project, Codes& codes, Logs& logs) {
  std::vector<bool> is_group(codes.forms.size() + 1, false);
  bool any = false;
  for (std::size_t i = 0; i < project.support_forms.size(); ++i) {
    is_group[i + 1] = project.support_forms[i].sessions == SupportForm::Sessions::group;
    any = any || is_group[i + 1];
  }
  if (!any) return;
  logs.support.change([&](SupportRow& row) {
    if (row.session == no_code && is_group[row.form]) {
      row.session = codes.sessions.intern(name_of_meeting(codes, row));
    }
  });
}

void find_repeated_sessions(const Logs& logs, People& people, std::size_t threads) {
  if (logs.support.is_blank(&SupportRow::session)) return;
  const std::size_t persons = people.persons.size();
  std::vector<std::vector<std::uint32_t>> found(pieces_of(persons, threads));
  for_ranges(persons, found.size(), [&](std::size_t piece, std::uint32_t first, std::uint32_t end) {
    RepeatFinder finder(logs);
    for (std::uint32_t at = first; at < end; ++at) {
      finder.look_at(people.persons[at].support, found[piece]);
    }
  });
  for (const auto& piece : found) {
    people.repeated.insert(people.repeated.end(), piece.begin(), piece.end());
  }
}

}  // namespace euproj
