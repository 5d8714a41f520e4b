// The days on which a condition holds for one person (SPEC 4.3).

#include <algorithm>

#include "calc/conditions.hpp"

namespace euproj {
namespace {

bool contains(const std::vector<Code>& codes, Code code) {
  return std::find(codes.begin(), codes.end(), code) != codes.end();
}

/// The first day on which support of these forms exists and its thresholds are reached; unknown
/// when that never happens.
Date threshold_day(const Dossier& dossier, const Condition& condition, const Person& person) {
  std::int64_t sessions_missing = condition.min_sessions.value_or(0);
  Quantity hours_missing = condition.min_hours.value_or(Quantity());
  std::vector<Code> sessions_seen;
  for (const std::uint32_t at : dossier.people.support(person)) {
    const SupportRow& row = dossier.logs.support[at];
    if (!condition.support.empty() && !contains(condition.support, row.form)) continue;
    // A row without a session_id is a session of its own; one logged twice is one (SPEC 4.11).
    if (row.session == no_code || !contains(sessions_seen, row.session)) --sessions_missing;
    if (row.session != no_code) sessions_seen.push_back(row.session);
    hours_missing -= row.hours;
    if (sessions_missing <= 0 && hours_missing <= Quantity()) return row.date;
  }
  return {};
}

bool attributes_hold(const Condition& condition, const ParticipantRow& first) {
  return std::all_of(condition.attributes.begin(), condition.attributes.end(),
                     [&](const AttributeTest& test) {
                       const Code code = first.attribute(test.attribute);
                       return code != no_code && contains(test.accepted, code);
                     });
}

/// Completed years on the first day of participation (SPEC 4.3).
bool age_holds(const Condition& condition, const Person& person, const ParticipantRow& first) {
  return !condition.age || (person.start.known() && first.born.known() &&
                            condition.age->contains(completed_years(first.born, person.start)));
}

DaySpans outcome_days(const Dossier& dossier, const Condition& condition, const Person& person,
                      const std::vector<Exit>& exits) {
  DaySpans days;
  for (const std::uint32_t at : dossier.people.outcomes(person)) {
    const OutcomeRow& row = dossier.logs.outcomes[at];
    if (!contains(condition.outcome, row.outcome) || row.date < person.start) continue;
    if (!condition.within) return DaySpans::from(row.date);  // rows are by date: the earliest
    for (const Exit& exit : exits) {
      // Not after exit + within, that day included; counted once both are known, and only while
      // this exit is the one that is known (a re-entry reopens the result).
      if (row.date > condition.within->last_day_from(exit.day)) continue;
      days = days | (exit.known & DaySpans::from(row.date));
    }
  }
  return days;
}

DaySpans completed_days(Answer wanted, const std::vector<Exit>& exits) {
  DaySpans days;
  for (const Exit& exit : exits) {
    if (exit.completed == wanted) days = days | exit.known;
  }
  return days;
}

template <typename RowDays>
DaySpans holds(const Dossier& dossier, const Condition& condition, const Person* person,
               const RowDays& support_days) {
  DaySpans days = DaySpans::always();
  if (!condition.support.empty() || condition.min_sessions || condition.min_hours) {
    days = support_days(condition);
  }
  if (person != nullptr && !days.empty()) {
    const ParticipantRow& first = dossier.people.first_row(dossier.logs, *person);
    if (!attributes_hold(condition, first) || !age_holds(condition, *person, first)) return {};
    if (condition.completed || !condition.outcome.empty()) {
      const std::vector<Exit> exits = exits_of(dossier, *person);
      if (condition.completed) days = days & completed_days(*condition.completed, exits);
      if (!condition.outcome.empty()) {
        days = days & outcome_days(dossier, condition, *person, exits);
      }
    }
  }
  const auto part_days = [&](const Condition& part) {
    return holds(dossier, part, person, support_days);
  };
  if (!condition.any.empty() && !days.empty()) {
    DaySpans any;
    for (const Condition& part : condition.any) any = any | part_days(part);
    days = days & any;
  }
  for (const Condition& part : condition.all) days = days & part_days(part);
  for (const Condition& part : condition.none) days = days & ~part_days(part);
  return days;
}

}  // namespace

std::vector<Exit> exits_of(const Dossier& dossier, const Person& person) {
  std::vector<Exit> exits;
  const auto rows = dossier.people.participations(person);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const ParticipantRow& row = dossier.logs.participants[rows[i]];
    if (!row.exit.known()) continue;
    // The row with the latest entry_date on or before a day gives the exit of that day, so an exit
    // is known from its day (and its row's entry) until the next entry (SPEC 4.2).
    const Date from = std::max(row.exit, row.entry);
    const Date next_entry = i + 1 < rows.size() ? dossier.logs.participants[rows[i + 1]].entry
                                                : Date::never();
    exits.push_back({row.exit, row.completed, DaySpans::between(from, next_entry)});
  }
  return exits;
}

DaySpans person_days(const Dossier& dossier, const Condition& condition, const Person& person) {
  if (!person.start.known()) return {};
  const auto reached = [&](const Condition& part) {
    return DaySpans::from(threshold_day(dossier, part, person));
  };
  return holds(dossier, condition, &person, reached) & DaySpans::from(person.start);
}

DaySpans support_row_days(const Dossier& dossier, const Condition& condition,
                          const SupportRow& row) {
  const PersonIndex index = dossier.people.find(row.person_id);
  const Person* person = index == no_person ? nullptr : &dossier.people.persons[index];
  if (person == nullptr && condition.asks_about_person()) return {};
  // `support` chooses rows by form; thresholds and all else choose them by the row's person.
  const auto row_or_person = [&](const Condition& part) -> DaySpans {
    if (!part.support.empty() && !contains(part.support, row.form)) return {};
    if (!part.min_sessions && !part.min_hours) return DaySpans::always();
    return DaySpans::from(threshold_day(dossier, part, *person));
  };
  return holds(dossier, condition, person, row_or_person) & DaySpans::from(row.date);
}

DaySpans exited_days(const Dossier& dossier, const Person& person) {
  DaySpans days;
  for (const Exit& exit : exits_of(dossier, person)) days = days | exit.known;
  return days & DaySpans::from(person.start);
}

Sex sex_of(const Dossier& dossier, const Person& person) {
  const Code sex = dossier.people.first_row(dossier.logs, person).attribute(Attribute::sex);
  return sex == code_woman ? Sex::woman : sex == code_man ? Sex::man : Sex::unknown;
}

}  // namespace euproj
