// The units of each kind of count (SPEC 4.2).

#include "euproj/calc/counting.hpp"

#include <algorithm>
#include <utility>

#include "calc/counting/units.hpp"

namespace euproj {
namespace {

const Quantity one = Quantity::whole(1);

void visit_by_person(const Dossier& dossier, const Indicator& indicator,
                     const UnitVisitor& visit) {
  const Question asked(indicator.where);
  PersonCase of(dossier);
  for (PersonIndex index = 0; index < dossier.people.persons.size(); ++index) {
    of.read(&dossier.people.persons[index]);
    visit_units_of(of, index, indicator.count, asked, visit);
  }
  if (!is_by_row(indicator.count)) return;
  of.read(nullptr);
  visit_others(dossier, [&](const SupportFact& row, std::uint32_t at) {
    visit_support_row(of, indicator.count, asked, row, at, visit);
  });
}

void visit_households(const Dossier& dossier, const Condition& where, const UnitVisitor& visit) {
  std::vector<DaySpans> days(dossier.codes.households.size() + 1);
  const Question asked(where);
  PersonCase of(dossier);
  for (const Person& person : dossier.people.persons) {
    of.read(&person);
    const Code household = of.first().household;
    if (household != no_code) days[household] |= person_days(of, asked);
  }
  for (Code household = 1; household < days.size(); ++household) {
    Unit unit;
    unit.counted = std::move(days[household]);
    unit.amount = one;
    unit.household = household;
    visit(unit);
  }
}

/// Calls `visit` for each support row, with its position and the case of its person.
template <typename Visit>
void for_each_support_row(const Dossier& dossier, const Visit& visit) {
  PersonCase of(dossier);
  for (const Person& person : dossier.people.persons) {
    of.read(&person);
    std::uint32_t at = person.support.first;
    for (const SupportFact& row : of.support()) visit(of, row, at++);
  }
  of.read(nullptr);
  visit_others(dossier, [&](const SupportFact& row, std::uint32_t at) { visit(of, row, at); });
}

/// The rows of a session are one unit, at the first of them in file order.
void visit_sessions(const Dossier& dossier, const Condition& where, const UnitVisitor& visit) {
  const auto& rows = dossier.logs.support;
  constexpr std::uint32_t no_row = UINT32_MAX;
  std::vector<DaySpans> days(dossier.codes.sessions.size() + 1);
  std::vector<std::uint32_t> first_row(days.size(), no_row);
  const Question asked(where);
  for_each_support_row(dossier, [&](PersonCase& of, const SupportFact& row, std::uint32_t at) {
    const DaySpans found = support_row_days(of, asked, row.date, row.form);
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
    case Count::households: visit_households(dossier, indicator.where, visit); break;
    case Count::sessions: visit_sessions(dossier, indicator.where, visit); break;
    case Count::persons:
    case Count::entries:
    case Count::hours:
    case Count::headcount: visit_by_person(dossier, indicator, visit); break;
    case Count::places: visit_places(dossier, indicator.where, visit); break;
    case Count::measured:
    case Count::ratio: break;
  }
}

}  // namespace euproj
