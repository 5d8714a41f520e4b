#pragma once
// Units of one person: what counts that need nobody else find in a PersonCase.

#include <algorithm>

#include "euproj/calc/counting.hpp"
#include "euproj/calc/person_case.hpp"

namespace euproj {

/// Whether each unit belongs to one person, or to nobody who takes part.
[[nodiscard]] inline bool is_by_person(Count count) {
  return count == Count::persons || count == Count::entries || count == Count::hours ||
         count == Count::headcount;
}

/// Of these, whether each is a support row, also of nobody who takes part.
[[nodiscard]] inline bool is_by_row(Count count) {
  return count == Count::hours || count == Count::headcount;
}

/// A support row as hours or headcount count it, unless it adds nothing; `of` stands at its person.
template <typename Visit>
void visit_support_row(PersonCase& of, Count count, const Question& asked, const SupportFact& row,
                       std::uint32_t at, const Visit& visit) {
  Unit unit;
  unit.amount = count == Count::hours ? row.hours : Quantity::whole(row.headcount);
  if (unit.amount.is_zero()) return;
  unit.counted = support_row_days(of, asked, row.date, row.form);
  unit.row = at;
  visit(unit);
}

/// Of a count by person; `of` stands at the person.
template <typename Visit>
void visit_units_of(PersonCase& of, PersonIndex index, Count count, const Question& asked,
                    const Visit& visit) {
  const Person& person = *of.person();
  if (is_by_row(count)) {
    std::uint32_t at = person.support.first;
    for (const SupportFact& row : of.support()) {
      visit_support_row(of, count, asked, row, at++, visit);
    }
    return;
  }
  Unit unit;
  unit.counted = person_days(of, asked);
  unit.amount = Quantity::whole(1);
  unit.sex = of.sex();
  unit.person = index;
  if (count == Count::persons) {
    visit(unit);
    return;
  }
  // Participations: each from its entry_date once the person has started; a single row without an
  // entry_date enters at the start (SPEC 4.11).
  const DaySpans days = unit.counted;
  for (const std::uint32_t row : of.dossier().people.participations(person)) {
    const Date entry = std::max(of.dossier().logs.participants[row].entry, person.start);
    unit.counted = days & DaySpans::from(entry);
    unit.row = row;
    visit(unit);
  }
}

}  // namespace euproj
