// The days on which a condition holds for one person or one support row (SPEC 4.3).

#include <algorithm>

#include "euproj/calc/person_case.hpp"

namespace euproj {
namespace {

/// The first day on which support of these forms exists and its thresholds are reached; unknown
/// when that never happens.
Date threshold_day(const Question& asked, std::span<const SupportFact> support) {
  std::int64_t sessions_missing = asked.min_sessions;
  Quantity hours_missing = asked.min_hours;
  CodeSet sessions_seen;
  for (const SupportFact& row : support) {
    if (!asked.takes_form(row.form)) continue;
    // A row without a session_id is a session of its own; one logged twice is one (SPEC 4.11).
    if (sessions_missing > 0 && (row.session == no_code || sessions_seen.insert(row.session))) {
      --sessions_missing;
    }
    hours_missing -= row.hours;
    if (sessions_missing <= 0 && hours_missing <= Quantity()) return row.date;
  }
  return {};
}

/// What the question asks of what the person was at entry, and those of its parts that ask for
/// nothing else.
bool entry_holds(PersonCase& of, const Question& asked) {
  for (const Question::Test& test : asked.attributes) {
    const Code code = of.first().attribute(test.attribute);
    if (code == no_code || !test.accepted.contains(code)) return false;
  }
  if (asked.age && !(of.age() && asked.age->contains(*of.age()))) return false;
  for (const Question& part : asked.all) {
    if (part.is_of_entry && !entry_holds(of, part)) return false;
  }
  for (const Question& part : asked.none) {
    if (part.is_of_entry && entry_holds(of, part)) return false;
  }
  return asked.any.empty() || !asked.is_any_of_entry ||
         std::any_of(asked.any.begin(), asked.any.end(),
                     [&](const Question& part) { return entry_holds(of, part); });
}

DaySpans outcome_days(PersonCase& of, const Question& asked) {
  DaySpans days;
  const Dossier& dossier = of.dossier();
  for (const std::uint32_t at : dossier.people.outcomes(*of.person())) {
    const OutcomeRow& row = dossier.logs.outcomes[at];
    if (!asked.outcomes.contains(row.outcome) || row.date < of.person()->start) continue;
    if (!asked.within) return DaySpans::from(row.date);  // rows are by date: the earliest
    for (const Exit& exit : of.exits()) {
      // Not after exit + within, that day included; counted once both are known, and only while
      // this exit is the one that is known (a re-entry reopens the result).
      if (row.date > asked.within->last_day_from(exit.day)) continue;
      days |= exit.known & DaySpans::from(row.date);
    }
  }
  return days;
}

DaySpans completed_days(PersonCase& of, Answer wanted) {
  DaySpans days;
  for (const Exit& exit : of.exits()) {
    if (exit.completed == wanted) days |= exit.known;
  }
  return days;
}

template <typename SupportDays>
DaySpans holds(PersonCase& of, const Question& asked, const SupportDays& support_days);

/// Where entry_holds() says yes: the days on which all else does.
template <typename SupportDays>
DaySpans days_of(PersonCase& of, const Question& asked, const SupportDays& support_days) {
  DaySpans days = asked.asks_support() ? support_days(asked) : DaySpans::always();
  if (days.empty()) return days;
  if (asked.completed) days &= completed_days(of, *asked.completed);
  if (!asked.outcomes.empty() && !days.empty()) days &= outcome_days(of, asked);
  if (!asked.is_any_of_entry) {
    DaySpans any;
    for (const Question& part : asked.any) any |= holds(of, part, support_days);
    days &= any;
  }
  for (const Question& part : asked.all) {
    if (!part.is_of_entry) days &= holds(of, part, support_days);
  }
  for (const Question& part : asked.none) {
    if (!part.is_of_entry) days &= ~holds(of, part, support_days);
  }
  return days;
}

template <typename SupportDays>
DaySpans holds(PersonCase& of, const Question& asked, const SupportDays& support_days) {
  if (!entry_holds(of, asked)) return {};
  return asked.is_of_entry ? DaySpans::always() : days_of(of, asked, support_days);
}

}  // namespace

DaySpans person_days(PersonCase& of, const Question& asked) {
  const Date start = of.person()->start;
  if (!start.known() || !entry_holds(of, asked)) return {};
  if (asked.is_of_entry) return DaySpans::from(start);
  const auto reached = [&](const Question& part) {
    return DaySpans::from(threshold_day(part, of.support()));
  };
  return days_of(of, asked, reached) & DaySpans::from(start);
}

DaySpans days_of_fitting_row(PersonCase& of, const Question& asked, Date date, Code form) {
  if (of.person() == nullptr && asked.asks_about_person) return {};
  // `support` chooses rows by form; thresholds and all else choose them by the row's person.
  const auto row_or_person = [&](const Question& part) -> DaySpans {
    if (!part.takes_form(form)) return {};
    return part.has_threshold ? DaySpans::from(threshold_day(part, of.support()))
                              : DaySpans::always();
  };
  return holds(of, asked, row_or_person) & DaySpans::from(date);
}

}  // namespace euproj
