// The units of each kind of count (SPEC 4.2).

#include "euproj/calc/counting.hpp"

#include <algorithm>

#include "calc/conditions.hpp"

namespace euproj {
namespace {

const Quantity one = Quantity::whole(1);

void visit_persons(const Dossier& dossier, const Condition& where, const UnitVisitor& visit) {
  for (PersonIndex index = 0; index < dossier.people.persons.size(); ++index) {
    const Person& person = dossier.people.persons[index];
    Unit unit;
    unit.counted = person_days(dossier, where, person);
    unit.amount = one;
    unit.sex = sex_of(dossier, person);
    unit.person = index;
    visit(unit);
  }
}

void visit_households(const Dossier& dossier, const Condition& where, const UnitVisitor& visit) {
  std::vector<DaySpans> days(dossier.codes.households.size() + 1);
  for (const Person& person : dossier.people.persons) {
    const Code household = dossier.people.first_row(dossier.logs, person).household;
    if (household != no_code) {
      days[household] = days[household] | person_days(dossier, where, person);
    }
  }
  for (Code household = 1; household < days.size(); ++household) {
    Unit unit;
    unit.counted = days[household];
    unit.amount = one;
    unit.household = household;
    visit(unit);
  }
}

/// Participations: each from its entry_date once the person has started; a single row without an
/// entry_date enters at the start (SPEC 4.11).
void visit_entries(const Dossier& dossier, const Condition& where, const UnitVisitor& visit) {
  for (PersonIndex index = 0; index < dossier.people.persons.size(); ++index) {
    const Person& person = dossier.people.persons[index];
    const DaySpans days = person_days(dossier, where, person);
    for (const std::uint32_t row : dossier.people.participations(person)) {
      const Date entry = std::max(dossier.logs.participants[row].entry, person.start);
      Unit unit;
      unit.counted = days & DaySpans::from(entry);
      unit.amount = one;
      unit.sex = sex_of(dossier, person);
      unit.person = index;
      unit.row = row;
      visit(unit);
    }
  }
}

void visit_sessions(const Dossier& dossier, const Condition& where, const UnitVisitor& visit) {
  const auto& rows = dossier.logs.support;
  std::vector<DaySpans> days(dossier.codes.sessions.size() + 1);
  std::vector<std::uint32_t> first_row(days.size(), UINT32_MAX);
  for (std::uint32_t at = 0; at < rows.size(); ++at) {
    const Code session = rows[at].session;
    if (session == no_code) continue;
    days[session] = days[session] | support_row_days(dossier, where, rows[at]);
    first_row[session] = std::min(first_row[session], at);
  }
  for (std::uint32_t at = 0; at < rows.size(); ++at) {
    const Code session = rows[at].session;
    if (session != no_code && first_row[session] != at) continue;
    Unit unit;
    unit.counted = session == no_code ? support_row_days(dossier, where, rows[at]) : days[session];
    unit.amount = one;
    unit.row = at;
    visit(unit);
  }
}

void visit_support_rows(const Dossier& dossier, const Indicator& indicator,
                        const UnitVisitor& visit) {
  const auto& rows = dossier.logs.support;
  for (std::uint32_t at = 0; at < rows.size(); ++at) {
    const Quantity amount = indicator.count == Count::hours ? rows[at].hours
                                                            : Quantity::whole(rows[at].headcount);
    if (amount.is_zero()) continue;
    Unit unit;
    unit.counted = support_row_days(dossier, indicator.where, rows[at]);
    unit.amount = amount;
    unit.row = at;
    visit(unit);
  }
}

/// The one key that a place can answer is its kind; `any`, `all` and `not` combine it.
bool place_fits(const Condition& condition, const PlaceRow& place) {
  const auto fits = [&](const Condition& part) { return place_fits(part, place); };
  const auto& kinds = condition.place_kind;
  return (kinds.empty() || std::find(kinds.begin(), kinds.end(), place.kind) != kinds.end()) &&
         (condition.any.empty() || std::any_of(condition.any.begin(), condition.any.end(), fits)) &&
         std::all_of(condition.all.begin(), condition.all.end(), fits) &&
         std::none_of(condition.none.begin(), condition.none.end(), fits);
}

/// The capacity of the places that exist on a day: from <= day <= to (SPEC 4.2).
void visit_places(const Dossier& dossier, const Condition& where, const UnitVisitor& visit) {
  const auto& places = dossier.logs.places;
  for (std::uint32_t at = 0; at < places.size(); ++at) {
    const Date until = places[at].to.known() ? places[at].to.plus_days(1) : Date::never();
    Unit unit;
    if (place_fits(where, places[at])) unit.counted = DaySpans::between(places[at].from, until);
    unit.amount = Quantity::whole(places[at].capacity);
    unit.row = at;
    visit(unit);
  }
}

}  // namespace

void for_each_unit(const Dossier& dossier, const Indicator& indicator, const UnitVisitor& visit) {
  switch (indicator.count) {
    case Count::persons: visit_persons(dossier, indicator.where, visit); break;
    case Count::households: visit_households(dossier, indicator.where, visit); break;
    case Count::entries: visit_entries(dossier, indicator.where, visit); break;
    case Count::sessions: visit_sessions(dossier, indicator.where, visit); break;
    case Count::hours:
    case Count::headcount: visit_support_rows(dossier, indicator, visit); break;
    case Count::places: visit_places(dossier, indicator.where, visit); break;
    case Count::measured:
    case Count::ratio: break;
  }
}

}  // namespace euproj
