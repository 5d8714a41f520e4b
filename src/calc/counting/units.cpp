#include "euproj/calc/units.hpp"

#include <algorithm>
#include <utility>

#include "calc/counting/criterion.hpp"
#include "calc/counting/person_units.hpp"
#include "euproj/model/entities.hpp"

namespace euproj {
namespace {

const Quantity one = Quantity::whole(1);

// What an indicator counts, unit by unit, for those who ask for units and not for sums: `explain`,
// evidence, small cells. Counting itself passes over all persons once for all indicators
// (people_counts.cpp); both ask visit_units_of, so they cannot differ.

/// Calls `visit(view, index)` for each person in file order.
template <typename Visit>
void for_each_person(const Dossier& dossier, const Visit& visit) {
  PersonView person(dossier);
  for (PersonIndex index = 0; index < dossier.people.persons.size(); ++index) {
    person.move_to(&dossier.people.persons[index]);
    visit(person, index);
  }
}

/// Calls `visit(view of the person, or nobody, row, position)` for each support row.
template <typename Visit>
void for_each_support_row(const Dossier& dossier, const Visit& visit) {
  for_each_person(dossier, [&](PersonView& person, PersonIndex) {
    std::uint32_t at = person.person().support.first;
    for (const SupportFact& row : person.support()) visit(person, row, at++);
  });
  PersonView nobody(dossier);
  visit_non_participants(dossier,
                         [&](const SupportFact& row, std::uint32_t at) { visit(nobody, row, at); });
}

void visit_by_person(const Dossier& dossier, const Indicator& indicator, const UnitVisitor& visit) {
  const CompiledCondition condition(indicator.where);
  for_each_person(dossier, [&](PersonView& person, PersonIndex index) {
    visit_units_of(person, index, indicator.count, indicator.when, condition, visit);
  });
  if (!is_by_row(indicator.count)) return;
  PersonView nobody(dossier);
  visit_non_participants(dossier, [&](const SupportFact& row, std::uint32_t at) {
    visit_support_row(nobody, indicator.count, condition, row, at, visit);
  });
}

// A household counts on the days on which any of its members fits the condition; the code of "no
// household" gathers nothing.

/// Nothing of persons without a household.
DaySpans days_in_household(PersonView& person, const CompiledCondition& condition) {
  return person.first().household == no_code ? DaySpans() : person_days(person, condition);
}

void visit_households(const Dossier& dossier, const Condition& where, const UnitVisitor& visit) {
  std::vector<DaySpans> days(dossier.codes.households.size() + 1);
  const CompiledCondition condition(where);
  for_each_person(dossier, [&](PersonView& person, PersonIndex) {
    days[person.first().household] |= days_in_household(person, condition);
  });
  for (Code household = 1; household < days.size(); ++household) {
    Unit unit;
    unit.counted = std::move(days[household]);
    unit.amount = one;
    unit.household = household;
    visit(unit);
  }
}

/// The rows of a session are one unit, at the first of them in file order.
void visit_sessions(const Dossier& dossier, const Condition& where, const UnitVisitor& visit) {
  const auto& rows = dossier.logs.support;
  constexpr std::uint32_t no_row = UINT32_MAX;
  std::vector<DaySpans> days(dossier.codes.sessions.size() + 1);
  std::vector<std::uint32_t> first_row(days.size(), no_row);
  const CompiledCondition condition(where);
  for_each_support_row(dossier, [&](PersonView& person, const SupportFact& row, std::uint32_t at) {
    const DaySpans found = row_days(person, condition, row);
    if (row.session == no_code) {
      Unit unit;
      unit.counted = found;
      unit.amount = one;
      unit.row = at;
      visit(unit);
      return;
    }
    days[row.session] |= found;
    std::uint32_t& first = first_row[row.session];
    if (first == no_row || rows[at].origin < rows[first].origin) first = at;
  });
  for (Code session = 1; session < days.size(); ++session) {
    if (first_row[session] == no_row) continue;
    Unit unit;
    unit.counted = std::move(days[session]);
    unit.amount = one;
    unit.row = first_row[session];
    visit(unit);
  }
}

/// The capacity of the places that exist on a day.
void visit_places(const Dossier& dossier, const Condition& where, const UnitVisitor& visit) {
  const auto& places = dossier.logs.places;
  const CompiledCondition condition(where, CompiledCondition::About::places);
  for (std::uint32_t at = 0; at < places.size(); ++at) {
    Unit unit;
    unit.counted = place_days(places[at], condition);
    unit.amount = Quantity::whole(places[at].capacity);
    unit.row = at;
    visit(unit);
  }
}

/// Each entity once, from its first row on, at that row.
void visit_entities(const Dossier& dossier, const Condition& where, const UnitVisitor& visit) {
  const CompiledCondition condition(where, CompiledCondition::About::entities);
  for (const Entity& entity : group_entities(dossier.logs, dossier.codes)) {
    Unit unit;
    unit.counted = entity_days(entity, condition);
    unit.amount = one;
    unit.row = entity.rows.front();
    visit(unit);
  }
}

/// Who has reached the criterion; who has not is a unit that does not count.
void visit_criterion(const Dossier& dossier, const Indicator& indicator, const UnitVisitor& visit) {
  const CompiledCriterion criterion(indicator);
  for_each_person(dossier, [&](PersonView& person, PersonIndex index) {
    Unit unit;
    unit.counted = criterion.days(person).front().reached;
    unit.amount = one;
    unit.sex = person.sex();
    unit.person = index;
    visit(unit);
  });
}

}  // namespace

void for_each_unit(const Dossier& dossier, const Indicator& indicator, const UnitVisitor& visit) {
  switch (indicator.count) {
    case Count::households:
      visit_households(dossier, indicator.where, visit);
      break;
    case Count::sessions:
      visit_sessions(dossier, indicator.where, visit);
      break;
    case Count::persons:
    case Count::entries:
    case Count::hours:
    case Count::headcount:
      visit_by_person(dossier, indicator, visit);
      break;
    case Count::places:
      visit_places(dossier, indicator.where, visit);
      break;
    case Count::entities:
      visit_entities(dossier, indicator.where, visit);
      break;
    case Count::criterion:
      visit_criterion(dossier, indicator, visit);
      break;
    case Count::measured:
    case Count::ratio:
      break;
  }
}

void for_each_contribution(const Dossier& dossier, const Indicator& indicator,
                           const ContributionVisitor& visit) {
  const CompiledCondition condition(indicator.where);
  switch (indicator.count) {
    case Count::persons:
    case Count::entries:
      for_each_person(dossier, [&](PersonView& person, PersonIndex index) {
        visit_units_of(person, index, indicator.count, indicator.when, condition,
                       [&](const Unit& unit) { visit(index, unit.counted); });
      });
      break;
    case Count::households:
      for_each_person(dossier, [&](PersonView& person, PersonIndex index) {
        visit(index, days_in_household(person, condition));
      });
      break;
    case Count::sessions:
    case Count::hours:
      for_each_person(dossier, [&](PersonView& person, PersonIndex index) {
        DaySpans days;
        for (const SupportFact& row : person.support()) days |= row_days(person, condition, row);
        visit(index, days);
      });
      break;
    case Count::headcount:
    case Count::places:
    case Count::measured:
    case Count::ratio:
    case Count::entities:
    case Count::criterion:
      break;
  }
}

void for_each_in_criterion(const Dossier& dossier, const Indicator& indicator,
                           const CriterionVisitor& visit) {
  const CompiledCriterion criterion(indicator);
  for_each_person(dossier, [&](PersonView& person, PersonIndex index) {
    visit(index, criterion.days(person));
  });
}

void for_each_supported(const Dossier& dossier, const Indicator& indicator, Period period,
                        const std::function<void(PersonIndex)>& visit) {
  const CompiledCondition condition(indicator.where);
  for_each_person(dossier, [&](PersonView& person, PersonIndex index) {
    if (is_supported_in(person, condition, period)) visit(index);
  });
}

}  // namespace euproj
