#include "calc/counting/unit_counter.hpp"

#include <algorithm>
#include <set>
#include <tuple>

#include "calc/conditions/code_set.hpp"
#include "calc/counting/person_units.hpp"

namespace euproj {
namespace {

const Quantity one_unit = Quantity::whole(1);

bool is_on_its_day(const CostUnit& unit) { return unit.known == DaySpans::from(unit.of); }

/// What is paid of each, in their order: what is within the person's maximum.
class PersonMax {
 public:
  explicit PersonMax(const CountedUnit& count)
      : max_(count.per_person_max), first_day_(count.first_day) {}

  [[nodiscard]] UnitAmounts take(const CostUnit& unit) {
    if (!max_ || unit.of < first_day_) return {unit.amount, {}};
    const Quantity within = std::min(unit.amount, *max_ - used_);
    used_ += within;
    return {within, unit.amount - within};
  }

 private:
  std::optional<Quantity> max_;
  Date first_day_;
  Quantity used_;
};

/// A support row that may be of a month.
struct MonthRow {
  Date date;
  DaySpans known;
  Quantity hours;
  Code session = no_code;
  std::uint32_t at = 0;
};

/// The row with which a month reaches what it must, of those that are known on `day`; null: none.
const MonthRow* row_that_reaches(std::span<const MonthRow> rows, const CountedUnit& count,
                                 Date day) {
  Quantity hours_missing = count.min_hours.value_or(Quantity());
  std::int64_t sessions_missing = count.min_sessions.value_or(0);
  std::vector<Code> seen;  // a month has few
  for (const MonthRow& row : rows) {
    if (!row.known.contains(day)) continue;
    hours_missing -= row.hours;
    const bool is_seen = std::find(seen.begin(), seen.end(), row.session) != seen.end();
    if (row.session != no_code && !is_seen) seen.push_back(row.session);
    if (row.session == no_code || !is_seen) --sessions_missing;
    if (hours_missing <= Quantity() && sessions_missing <= 0) return &row;
  }
  return nullptr;
}

/// The days on which something of `units` changes, in order.
template <typename Units>
std::vector<Date> days_of_change(const Units& units) {
  std::vector<Date> days;
  for (const auto& unit : units) {
    for (const DaySpan& span : unit.known.spans()) {
      days.push_back(span.from);
      if (span.until != Date::never()) days.push_back(span.until);
    }
  }
  std::sort(days.begin(), days.end());
  days.erase(std::unique(days.begin(), days.end()), days.end());
  return days;
}

/// Calls `visit(unit)` for each unit that something is in the course of time: what `unit_on(day)`
/// gives from each of `days` until the next. It has a day, a person and a row, or an amount of 0:
/// none. The same one after the other is one unit.
template <typename UnitOn, typename Visit>
void visit_as_known(std::span<const Date> days, const UnitOn& unit_on, const Visit& visit) {
  CostUnit unit;
  const auto take = [&] {
    if (!unit.known.empty()) visit(unit);
  };
  for (std::size_t i = 0; i < days.size(); ++i) {
    CostUnit now = unit_on(days[i]);
    if (now.amount.is_zero()) continue;
    now.known = DaySpans::between(days[i], i + 1 < days.size() ? days[i + 1] : Date::never());
    if (std::tie(now.of, now.person, now.row) == std::tie(unit.of, unit.person, unit.row)) {
      unit.known |= now.known;
      continue;
    }
    take();
    unit = std::move(now);
  }
  take();
}

/// Of one month. The day of the unit may change with what is known: it is then another unit.
template <typename Visit>
void visit_month(std::span<const MonthRow> rows, const CountedUnit& count, PersonIndex index,
                 const Visit& visit) {
  const auto is_on_its_day = [](const MonthRow& row) {
    return row.known == DaySpans::from(row.date);
  };
  if (std::all_of(rows.begin(), rows.end(), is_on_its_day)) {
    const MonthRow* const row = row_that_reaches(rows, count, rows.back().date);
    if (row != nullptr) visit(CostUnit{row->date, one_unit, row->known, index, row->at});
    return;
  }
  const auto unit_on = [&](Date day) {
    const MonthRow* const row = row_that_reaches(rows, count, day);
    return row == nullptr ? CostUnit() : CostUnit{row->date, one_unit, {}, index, row->at};
  };
  visit_as_known(days_of_change(rows), unit_on, visit);
}

/// A session is of the day of the earliest of its rows that are known, and a person's only while
/// all of them are: the row of a second one changes it from then on, not before.
///
///   rows   anna 3 May ├──────────────────
///          ewa 10 May         ├──────────
///   units  of 3 May   ├anna's─┤├nobody's─
template <typename Visit>
void visit_session(std::span<const CostUnit> rows, const Visit& visit) {
  if (rows.size() == 1) return visit(rows.front());
  struct Change {
    Date day;
    bool comes;
    const CostUnit* row;
  };
  std::vector<Change> changes;
  for (const CostUnit& row : rows) {
    for (const DaySpan& span : row.known.spans()) {
      changes.push_back({span.from, true, &row});
      if (span.until != Date::never()) changes.push_back({span.until, false, &row});
    }
  }
  std::sort(changes.begin(), changes.end(),
            [](const Change& a, const Change& b) { return a.day < b.day; });
  std::set<std::pair<Date, std::uint32_t>> known;
  std::map<PersonIndex, std::size_t> persons;  // how many of the known rows are each one's
  auto change = changes.begin();
  const auto unit_on = [&](Date day) {
    for (; change != changes.end() && change->day == day; ++change) {
      const CostUnit& row = *change->row;
      if (change->comes) {
        known.emplace(row.of, row.row);
        ++persons[row.person];
      } else {
        known.erase({row.of, row.row});
        if (--persons[row.person] == 0) persons.erase(row.person);
      }
    }
    if (known.empty()) return CostUnit();
    const PersonIndex person = persons.size() == 1 ? persons.begin()->first : no_person;
    return CostUnit{known.begin()->first, one_unit, {}, person, known.begin()->second};
  };
  visit_as_known(days_of_change(rows), unit_on, visit);
}

std::int32_t month_of(Date day) {
  const CalendarDay calendar = day.calendar();
  return calendar.year * 12 + calendar.month;
}

template <typename Visit>
void visit_months(PersonView& person, PersonIndex index, const CountedUnit& count,
                  const CompiledCondition& condition, const Visit& visit) {
  std::vector<MonthRow> rows;
  std::int32_t month = 0;
  const auto take = [&] {
    if (!rows.empty()) visit_month(rows, count, index, visit);
    rows.clear();
  };
  std::uint32_t at = person.person().support.first;
  for (const SupportFact& row : person.support()) {
    const std::uint32_t position = at++;
    DaySpans known = row_days(person, condition, row);
    if (known.empty()) continue;
    if (const std::int32_t its = month_of(row.date); its != month) {
      take();
      month = its;
    }
    rows.push_back({row.date, std::move(known), row.hours, row.session, position});
  }
  take();
}

/// A person is a unit of the first day of the support that the condition finds; of the start where
/// there is none. What is found on a later day, of an earlier one, makes it another unit from then.
template <typename Visit>
void visit_person(PersonView& person, PersonIndex index, const CompiledCondition& condition,
                  const Visit& visit) {
  std::vector<CostUnit> found{{person.start(), one_unit, person_days(person, condition), index,
                               person.person().support.first}};
  if (found.front().known.empty()) return;
  DaySpans with_support;  // days on which an earlier row is found: later ones say nothing on them
  std::uint32_t at = person.person().support.first;
  for (const SupportFact& row : person.support()) {
    const DaySpans days = row_days(person, condition, row) & found.front().known;
    if (!(days & ~with_support).empty()) {
      found.push_back({row.date, one_unit, days, index, at});
      with_support |= days;
    }
    ++at;
  }
  if (found.size() == 2 && found[1].known == found[0].known) return visit(found[1]);
  const auto unit_on = [&](Date day) {
    for (std::size_t i = 1; i < found.size(); ++i) {
      if (found[i].known.contains(day)) return found[i];
    }
    return found[0].known.contains(day) ? found[0] : CostUnit();
  };
  visit_as_known(days_of_change(found), unit_on, visit);
}

/// Of hours and sessions; `person` stands at the row's, or at nobody.
template <typename Visit, typename VisitSession>
void visit_row(PersonView& person, PersonIndex index, UnitOf of, const CompiledCondition& condition,
               const SupportFact& row, std::uint32_t at, const Visit& visit,
               const VisitSession& visit_session) {
  if (!condition.takes_form(row.form)) return;
  const bool is_hours = of == UnitOf::hours;
  if (is_hours && row.hours.is_zero()) return;
  CostUnit unit{row.date, is_hours ? row.hours : one_unit,
                days_of_fitting_row(person, condition, row), index, at};
  if (unit.known.empty()) return;
  if (is_hours || row.session == no_code) {
    visit(unit);
  } else {
    visit_session(row.session, unit);
  }
}

/// The units of one person; `person` stands at `index`. Of a row in a session `visit_session(code,
/// unit)`: others may have a part in it.
template <typename Visit, typename VisitSession>
void visit_units(PersonView& person, PersonIndex index, const CountedUnit& count,
                 const CompiledCondition& condition, const Visit& visit,
                 const VisitSession& visit_session) {
  switch (count.of) {
    case UnitOf::hours:
    case UnitOf::sessions: {
      std::uint32_t at = person.person().support.first;
      for (const SupportFact& row : person.support()) {
        visit_row(person, index, count.of, condition, row, at++, visit, visit_session);
      }
      return;
    }
    case UnitOf::persons:
      return visit_person(person, index, condition, visit);
    case UnitOf::person_months:
      return visit_months(person, index, count, condition, visit);
    case UnitOf::measured:
      return;
  }
}

bool is_counted_by_row(UnitOf of) { return of == UnitOf::hours || of == UnitOf::sessions; }

/// What a measurement adds, or changes where it replaces the one before it.
std::vector<CostUnit> measured_units(const Dossier& dossier, std::size_t indicator) {
  const auto& rows = dossier.logs.measurements;
  std::vector<CostUnit> units;
  for (std::uint32_t at = 0; at < rows.size(); ++at) {
    if (rows[at].indicator != indicator) continue;
    units.push_back({rows[at].date, rows[at].value.value_or(Quantity()),
                     DaySpans::from(rows[at].date), no_person, at});
  }
  std::stable_sort(units.begin(), units.end(),
                   [](const CostUnit& a, const CostUnit& b) { return a.of < b.of; });
  if (dossier.project.indicators[indicator].take != Indicator::Take::last) return units;
  Quantity before;
  for (CostUnit& unit : units) before = std::exchange(unit.amount, unit.amount - before);
  return units;
}

}  // namespace

void SessionRows::add(const CostUnit& row) {
  if (rows_.empty() || rows_.back().person != row.person || !is_on_its_day(row) ||
      !is_on_its_day(rows_.back())) {
    rows_.push_back(row);
  } else if (row.of < rows_.back().of) {
    rows_.back() = row;
  }
}

UnitCounter::UnitCounter(const Project& project) {
  for (const CountedUnit& count : counted_units(project)) {
    counted_.push_back({count, CompiledCondition(count.where), {}, {}, {}, {}});
  }
}

void UnitCounter::Counted::add_change(Date known, Date of, const UnitAmounts& units) {
  if (known == of) {
    on_their_day.add(of, units);
  } else {
    later[{known, of}] += units;
  }
}

void UnitCounter::Counted::add_span(const CostUnit& unit, const UnitAmounts& units) {
  for (const DaySpan& span : unit.known.spans()) {
    add_change(span.from, unit.of, units);
    if (span.until == Date::never()) continue;
    add_change(span.until, unit.of, {Quantity() - units.within, Quantity() - units.above});
  }
}

/// What a person's maximum leaves of each unit changes with what is known of the others.
void UnitCounter::Counted::add_capped(const std::vector<CostUnit>& units) {
  const std::vector<Date> days = days_of_change(units);
  std::map<Date, UnitAmounts> before;
  for (const Date day : days) {
    std::map<Date, UnitAmounts> now;
    PersonMax max(count);
    for (const CostUnit& unit : units) {
      if (unit.known.contains(day)) now[unit.of] += max.take(unit);
    }
    std::map<Date, UnitAmounts> change = now;
    for (const auto& [of, amounts] : before) {
      change[of] += {Quantity() - amounts.within, Quantity() - amounts.above};
    }
    for (const auto& [of, amounts] : change) {
      if (amounts != UnitAmounts()) add_change(day, of, amounts);
    }
    before = std::move(now);
  }
}

void UnitCounter::Counted::add_units(std::vector<CostUnit>& units) {
  std::stable_sort(units.begin(), units.end(),
                   [](const CostUnit& a, const CostUnit& b) { return a.of < b.of; });
  if (!std::all_of(units.begin(), units.end(), is_on_its_day)) return add_capped(units);
  PersonMax max(count);
  for (const CostUnit& unit : units) on_their_day.add(unit.of, max.take(unit));
}

void UnitCounter::Counted::add(PersonView& person, PersonIndex index, std::vector<CostUnit>& room) {
  const auto add_session = [&](Code session, const CostUnit& unit) { sessions[session].add(unit); };
  if (!count.per_person_max) {  // it does not matter whose a unit is
    const auto add_unit = [&](const CostUnit& unit) { add_span(unit, {unit.amount, {}}); };
    return visit_units(person, no_person, count, condition, add_unit, add_session);
  }
  if (count.of == UnitOf::sessions) {  // those of several rows may be the same person's
    const auto keep = [&](const CostUnit& unit) { capped.push_back(unit); };
    return visit_units(person, index, count, condition, keep, add_session);
  }
  room.clear();
  visit_units(
      person, index, count, condition, [&](const CostUnit& unit) { room.push_back(unit); },
      add_session);
  if (!room.empty()) add_units(room);
}

void UnitCounter::add(PersonView& person, PersonIndex index) {
  for (Counted& counted : counted_) counted.add(person, index, room_);
}

void UnitCounter::add_non_participant(PersonView& nobody, const SupportFact& row,
                                      std::uint32_t at) {
  for (Counted& counted : counted_) {
    if (!is_counted_by_row(counted.count.of)) continue;
    visit_row(  // nobody's rows fill no person's maximum
        nobody, no_person, counted.count.of, counted.condition, row, at,
        [&](const CostUnit& unit) {
          counted.add_span(unit, {unit.amount, {}});
        },
        [&](Code session, const CostUnit& unit) { counted.sessions[session].add(unit); });
  }
}

void UnitCounter::add(const UnitCounter& other) {
  for (std::size_t i = 0; i < counted_.size(); ++i) {
    Counted& own = counted_[i];
    const Counted& its = other.counted_[i];
    own.on_their_day.add(its.on_their_day);
    for (const auto& [days, units] : its.later) own.later[days] += units;
    for (const auto& [session, rows] : its.sessions) {
      for (const CostUnit& row : rows.rows()) own.sessions[session].add(row);
    }
    own.capped.insert(own.capped.end(), its.capped.begin(), its.capped.end());
  }
}

void UnitCounter::Counted::add_sessions() {
  std::map<PersonIndex, std::vector<CostUnit>> by_person;
  for (const CostUnit& unit : capped) by_person[unit.person].push_back(unit);
  for (const auto& session : sessions) {
    visit_session(session.second.rows(), [&](const CostUnit& unit) {
      if (count.per_person_max && unit.person != no_person) {
        by_person[unit.person].push_back(unit);
      } else {
        add_span(unit, {unit.amount, {}});
      }
    });
  }
  for (auto& [person, units] : by_person) add_units(units);
}

std::vector<std::vector<UnitChange>> UnitCounter::finished() {
  std::vector<std::vector<UnitChange>> all;
  for (Counted& counted : counted_) {
    counted.add_sessions();
    counted.on_their_day.finish();
    std::vector<UnitChange>& changes = all.emplace_back();
    UnitAmounts before;
    counted.on_their_day.for_each_step([&](Date day, const UnitAmounts& sum) {
      changes.push_back({day, day, {sum.within - before.within, sum.above - before.above}});
      before = sum;
    });
    for (const auto& [days, units] : counted.later) {
      if (units != UnitAmounts()) changes.push_back({days.first, days.second, units});
    }
    std::sort(changes.begin(), changes.end(), [](const UnitChange& a, const UnitChange& b) {
      return std::tie(a.known, a.of) < std::tie(b.known, b.of);
    });
  }
  return all;
}

std::vector<CountedUnit> counted_units(const Project& project) {
  std::vector<CountedUnit> counts;
  for (const Budget& budget : project.budget.all()) {
    for (const UnitCost& cost : budget.unit_costs) {
      if (cost.exists() && std::find(counts.begin(), counts.end(), cost.count) == counts.end()) {
        counts.push_back(cost.count);
      }
    }
  }
  return counts;
}

std::vector<CostUnit> compute_cost_units(const Dossier& dossier, const CountedUnit& count,
                                         Date day) {
  std::vector<CostUnit> units;
  if (count.of == UnitOf::measured) {
    units = measured_units(dossier, count.indicator);
    std::erase_if(units, [&](const CostUnit& unit) { return unit.of > day; });
    return units;
  }
  const CompiledCondition condition(count.where);
  std::map<Code, SessionRows> sessions;
  const auto add = [&](const CostUnit& unit) {
    if (unit.known.contains(day)) units.push_back(unit);
  };
  const auto add_session = [&](Code session, const CostUnit& unit) { sessions[session].add(unit); };
  PersonView person(dossier);
  for (PersonIndex index = 0; index < dossier.people.persons.size(); ++index) {
    person.move_to(&dossier.people.persons[index]);
    visit_units(person, index, count, condition, add, add_session);
  }
  if (is_counted_by_row(count.of)) {
    PersonView nobody(dossier);
    visit_non_participants(dossier, [&](const SupportFact& row, std::uint32_t at) {
      visit_row(nobody, no_person, count.of, condition, row, at, add, add_session);
    });
  }
  for (const auto& session : sessions) visit_session(session.second.rows(), add);
  const auto& rows = dossier.logs.support;
  const auto origin = [&](const CostUnit& unit) {
    return unit.row < rows.size() ? rows[unit.row].origin : Origin();
  };
  std::stable_sort(units.begin(), units.end(), [&](const CostUnit& a, const CostUnit& b) {
    if (a.of != b.of) return a.of < b.of;
    return origin(a) < origin(b);
  });
  return units;
}

}  // namespace euproj
