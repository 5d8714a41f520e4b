// The days on which a condition holds for one person or one support row (SPEC 4.3).

#include <algorithm>

#include "euproj/calc/person_case.hpp"

namespace euproj {
namespace {

bool contains(const std::vector<Code>& codes, Code code) {
  return std::find(codes.begin(), codes.end(), code) != codes.end();
}

/// The first day on which support of these forms exists and its thresholds are reached; unknown
/// when that never happens.
Date threshold_day(const Condition& condition, std::span<const SupportFact> support) {
  std::int64_t sessions_missing = condition.min_sessions.value_or(0);
  Quantity hours_missing = condition.min_hours.value_or(Quantity());
  std::vector<Code> sessions_seen;
  for (const SupportFact& row : support) {
    if (!condition.support.empty() && !contains(condition.support, row.form)) continue;
    // A row without a session_id is a session of its own; one logged twice is one (SPEC 4.11).
    if (sessions_missing > 0) {
      if (row.session == no_code || !contains(sessions_seen, row.session)) --sessions_missing;
      if (row.session != no_code) sessions_seen.push_back(row.session);
    }
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

DaySpans outcome_days(PersonCase& of, const Condition& condition) {
  DaySpans days;
  const Dossier& dossier = of.dossier();
  for (const std::uint32_t at : dossier.people.outcomes(*of.person())) {
    const OutcomeRow& row = dossier.logs.outcomes[at];
    if (!contains(condition.outcome, row.outcome) || row.date < of.person()->start) continue;
    if (!condition.within) return DaySpans::from(row.date);  // rows are by date: the earliest
    for (const Exit& exit : of.exits()) {
      // Not after exit + within, that day included; counted once both are known, and only while
      // this exit is the one that is known (a re-entry reopens the result).
      if (row.date > condition.within->last_day_from(exit.day)) continue;
      days = days | (exit.known & DaySpans::from(row.date));
    }
  }
  return days;
}

DaySpans completed_days(PersonCase& of, Answer wanted) {
  DaySpans days;
  for (const Exit& exit : of.exits()) {
    if (exit.completed == wanted) days = days | exit.known;
  }
  return days;
}

template <typename RowDays>
DaySpans holds(PersonCase& of, const Condition& condition, const RowDays& support_days) {
  DaySpans days = DaySpans::always();
  if (of.person() != nullptr) {
    const ParticipantRow& first = of.first();
    if (!attributes_hold(condition, first) || !age_holds(condition, *of.person(), first)) return {};
  }
  if (!condition.support.empty() || condition.min_sessions || condition.min_hours) {
    days = support_days(condition);
  }
  if (of.person() != nullptr && !days.empty()) {
    if (condition.completed) days = days & completed_days(of, *condition.completed);
    if (!condition.outcome.empty()) days = days & outcome_days(of, condition);
  }
  const auto part_days = [&](const Condition& part) { return holds(of, part, support_days); };
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

DaySpans person_days(PersonCase& of, const Condition& condition) {
  if (!of.person()->start.known()) return {};
  const auto reached = [&](const Condition& part) {
    return DaySpans::from(threshold_day(part, of.support()));
  };
  return holds(of, condition, reached) & DaySpans::from(of.person()->start);
}

DaySpans support_row_days(PersonCase& of, const Condition& condition, Date date, Code form) {
  if (of.person() == nullptr && condition.asks_about_person()) return {};
  // `support` chooses rows by form; thresholds and all else choose them by the row's person.
  const auto row_or_person = [&](const Condition& part) -> DaySpans {
    if (!part.support.empty() && !contains(part.support, form)) return {};
    if (!part.min_sessions && !part.min_hours) return DaySpans::always();
    return DaySpans::from(threshold_day(part, of.support()));
  };
  return holds(of, condition, row_or_person) & DaySpans::from(date);
}

}  // namespace euproj
