#pragma once
// Units that need one person and nobody else: what a count by person or by row finds in a
// PersonView.

#include <algorithm>
#include <vector>

#include "calc/conditions/code_set.hpp"
#include "calc/conditions/compiled_condition.hpp"
#include "euproj/calc/units.hpp"

namespace euproj {

/// Whether each unit belongs to one person, or to a non-participant.
[[nodiscard]] inline bool is_by_person(Count count) {
  return count == Count::persons || count == Count::entries || count == Count::hours ||
         count == Count::headcount;
}

/// Of these, whether each is a support row, also of non-participants.
[[nodiscard]] inline bool is_by_row(Count count) {
  return count == Count::hours || count == Count::headcount;
}

/// Calls `visit(fact, position in Logs::support)` for the rows of non-participants, of which there
/// may be millions.
template <typename Visit>
void visit_non_participants(const Dossier& dossier, const Visit& visit) {
  constexpr std::uint32_t at_once = 1024;
  std::vector<SupportFact> facts;
  const Slice all = dossier.people.non_participants;
  for (std::uint32_t done = 0; done < all.count; done += at_once) {
    const Slice rows{all.first + done, std::min(at_once, all.count - done)};
    read_facts(dossier, rows, facts);
    for (std::uint32_t i = 0; i < rows.count; ++i) visit(facts[i], rows.first + i);
  }
}

/// A support row as hours or headcount count it, unless it adds nothing; `person` stands at its
/// person.
template <typename Visit>
void visit_support_row(PersonView& person, Count count, const CompiledCondition& condition,
                       const SupportFact& row, std::uint32_t at, const Visit& visit) {
  Unit unit;
  unit.amount = count == Count::hours ? row.hours : Quantity::whole(row.headcount);
  if (unit.amount.is_zero()) return;
  unit.counted = row_days(person, condition, row);
  unit.row = at;
  visit(unit);
}

/// The days on which a person counts under `when: period`: those on which one of the support rows
/// from `first` on is found. Rows of a form hold on the same days from their dates on, and they are
/// by date: the first of each form says all.
[[nodiscard]] inline DaySpans supported_days(PersonView& person, const CompiledCondition& condition,
                                             Date first = {}) {
  DaySpans days;
  CodeSet seen;
  for (const SupportFact& row : person.support()) {
    if (row.date >= first && seen.insert(row.form)) days |= row_days(person, condition, row);
  }
  return days;
}

/// Whether a row dated in the period is found on its last day.
[[nodiscard]] inline bool is_supported_in(PersonView& person, const CompiledCondition& condition,
                                          Period period) {
  return supported_days(person, condition, period.first).contains(period.last);
}

/// Of a count by person; `person` stands at `index`.
template <typename Visit>
void visit_units_of(PersonView& person, PersonIndex index, Count count, Indicator::When when,
                    const CompiledCondition& condition, const Visit& visit) {
  if (is_by_row(count)) {
    std::uint32_t at = person.person().support.first;
    for (const SupportFact& row : person.support()) {
      visit_support_row(person, count, condition, row, at++, visit);
    }
    return;
  }
  Unit unit;
  unit.counted = when == Indicator::When::supported ? supported_days(person, condition)
                                                    : person_days(person, condition);
  unit.amount = Quantity::whole(1);
  unit.sex = person.sex();
  unit.person = index;
  if (count == Count::persons) {
    visit(unit);
    return;
  }
  // Participations: each from its entry_date once the person has started; a single row without an
  // entry_date enters at the start (src/calc/README.md#participation).
  const DaySpans days = unit.counted;
  for (const std::uint32_t row : person.dossier().people.participations(person.person())) {
    const Date entry = std::max(person.dossier().logs.participants[row].entry, person.start());
    unit.counted = days & DaySpans::from(entry);
    unit.row = row;
    visit(unit);
  }
}

}  // namespace euproj
