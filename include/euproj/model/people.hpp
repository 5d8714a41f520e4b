#pragma once
// People: who the rows of the participant log are (src/calc/README.md#participation).
//
// Identity is the PESEL when there is one, else other_id, else person_id. All rows of one identity,
// or of identities that the aliases join, are one Person, unless they contradict each other: then
// they are never one. A person's participations are in order of entry, the attributes those of the
// one in which the start lies.

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <optional>
#include <span>
#include <vector>

#include "euproj/model/logs.hpp"
#include "euproj/model/project.hpp"

namespace euproj {

using PersonIndex = std::uint32_t;
inline constexpr PersonIndex no_person = 0xFFFFFFFF;

/// Rows that stand together in a log or in one of the row lists of People, walked as positions.
/// `std::views::iota` would do, but clang 14, which fuzzes and lints, cannot read that of gcc's
/// library.
struct Slice {
  struct Position {
    using iterator_category = std::forward_iterator_tag;
    using value_type = std::uint32_t;
    using difference_type = std::ptrdiff_t;
    using pointer = const std::uint32_t*;
    using reference = std::uint32_t;

    std::uint32_t at = 0;

    std::uint32_t operator*() const { return at; }
    Position& operator++() {
      ++at;
      return *this;
    }
    friend bool operator==(Position, Position) = default;
  };

  std::uint32_t first = 0;
  std::uint32_t count = 0;

  [[nodiscard]] bool empty() const { return count == 0; }
  [[nodiscard]] Position begin() const { return {first}; }
  [[nodiscard]] Position end() const { return {first + count}; }
};

struct Person {
  Code key = no_code;  // the first person_id in file order
  Date start;          // first support; without a support log the first entry. Unknown: not begun
  std::uint32_t attributes = 0;  // the row of Logs::participants that gives them, for ever
  Slice participations;
  Slice support;  // of Logs::support itself
  Slice outcomes;
};

/// Two rows that contradict each other, as positions in Logs::participants.
struct RowPair {
  std::uint32_t earlier = 0;
  std::uint32_t later = 0;
};

/// What two rows say of one person that cannot both be true. A blank contradicts nothing.
struct Differences {
  bool sex = false;
  bool born = false;  // a declared age: more than a year from the other row's
  bool technical_id = false;
  bool pesel = false;

  [[nodiscard]] bool any() const { return sex || born || technical_id || pesel; }
};
[[nodiscard]] Differences differences_between(const ParticipantRow& a, const ParticipantRow& b);

/// What two rows have in common, so that they would be one person.
enum class JoinedBy : std::uint8_t { person_id, pesel, other_id, technical_id, alias, name };

/// Two rows that would be one person and cannot be: an error at the later one.
struct Contradiction {
  RowPair rows;
  JoinedBy by{};
  Differences in;
};

/// A cell of Logs::aliases.
struct AliasCell {
  std::uint32_t row = 0;
  Column column{};
};

struct People {
  std::vector<Person> persons;                    // in file order of their first row
  std::vector<std::uint32_t> participation_rows;  // by person, entry, file order
  Slice non_participants;                         // of Logs::support
  std::vector<std::uint32_t> outcome_rows;        // by person, date, file order
  std::vector<PersonIndex> person_of;             // by code of person_id
  /// Of Logs::support, in order: rows equal to an earlier one of their person and session. Their
  /// hours count once, with that one (src/calc/README.md#sessions).
  std::vector<std::uint32_t> repeated;

  std::vector<RowPair> two_identities;        // one person_id, two identities, no alias: an error
  std::vector<Contradiction> contradictions;  // all others
  /// Later rows of a person_id that are another person's, in order. They are in no person, and what
  /// hangs on them (support and outcomes of that person_id dated in their participation) is no
  /// longer in the logs: nobody knows whose it is.
  std::vector<std::uint32_t> left_out;
  std::vector<RowPair> two_person_ids;       // one identity, two person_ids: one person, a warning
  std::vector<RowPair> same_entry;           // two rows of one person entered on one day: an error
  std::vector<AliasCell> unknown_aliases;    // a number that is no participant's identity
  std::vector<std::uint32_t> missing_entry;  // one of several rows without an entry_date: an error

  [[nodiscard]] PersonIndex find(Code person_id) const {
    return person_id < person_of.size() ? person_of[person_id] : no_person;
  }
  [[nodiscard]] std::span<const std::uint32_t> participations(const Person& person) const {
    return std::span(participation_rows)
        .subspan(person.participations.first, person.participations.count);
  }
  /// Positions in Logs::support.
  [[nodiscard]] Slice support(const Person& person) const { return person.support; }
  [[nodiscard]] std::span<const std::uint32_t> outcomes(const Person& person) const {
    return std::span(outcome_rows).subspan(person.outcomes.first, person.outcomes.count);
  }
};

/// The row that gives the attributes: that of the participation in which the start lies, the one
/// with the latest entry_date on or before it (src/calc/README.md#participation); without a start
/// the first.
[[nodiscard]] inline const ParticipantRow& attributes_of(const Logs& logs, const Person& person) {
  return logs.participants[person.attributes];
}

/// Puts the rows of `support` by person, date and file order: what is asked of a person is then
/// read from one place. The rows of non-participants follow in file order. What hangs on rows that
/// are left out is removed.
[[nodiscard]] People group_people(Logs& logs, std::size_t threads = 1);

/// The person_id as it may be printed: one that is a PESEL is replaced by "u-LINE"
/// (src/report/README.md#privacy).
[[nodiscard]] std::string shown_person_id(const Codes& codes, const Logs& logs,
                                          const People& people, const Person& person);
[[nodiscard]] std::string shown_person_id(std::string_view person_id, Origin origin);

// Support that is logged more than once, and meetings whose rows name no session
// (src/calc/README.md#sessions).

/// Whether two rows say the same in every column that is kept.
[[nodiscard]] bool says_the_same(const SupportRow& a, const SupportRow& b);

/// Gives the rows of a form with `sessions: group` that name no session one of their date, form
/// and provider, named so: "2026-03-04 senior, A. Nowy". Before the codes are frozen.
void join_meetings(const Project& project, Codes& codes, Logs& logs);

/// People::repeated: rows equal to an earlier one of their person and session. Once the rows of
/// `support` stand by person and date.
void find_repeated_sessions(const Logs& logs, People& people, std::size_t threads);

}  // namespace euproj
