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

template <typename Visit>
void visit_support_rows(PersonCase& of, const Indicator& indicator, Slice rows,
                        const Visit& visit) {
  for (std::uint32_t at = rows.first; at < rows.first + rows.count; ++at) {
    const SupportRow row = of.dossier().logs.support[at];
    Unit unit;
    unit.amount =
        indicator.count == Count::hours ? row.hours : Quantity::whole(row.headcount);
    if (unit.amount.is_zero()) continue;
    unit.counted = support_row_days(of, indicator.where, row.date, row.form);
    unit.row = at;
    visit(unit);
  }
}

/// `of` stands at the person.
template <typename Visit>
void visit_units_of(PersonCase& of, PersonIndex index, const Indicator& indicator,
                    const Visit& visit) {
  const Person& person = *of.person();
  if (indicator.count == Count::hours || indicator.count == Count::headcount) {
    visit_support_rows(of, indicator, person.support, visit);
    return;
  }
  Unit unit;
  unit.counted = person_days(of, indicator.where);
  unit.amount = Quantity::whole(1);
  unit.sex = of.sex();
  unit.person = index;
  if (indicator.count == Count::persons) {
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

/// Those of nobody who takes part.
template <typename Visit>
void visit_units_of_others(PersonCase& of, const Indicator& indicator, const Visit& visit) {
  of.read(nullptr);
  visit_support_rows(of, indicator, of.dossier().people.others, visit);
}

}  // namespace euproj
