// Reasoning about exits and outcomes (SPEC 4.2, 4.3).

#include <algorithm>
#include <optional>

#include "calc/explain/reasoning.hpp"

namespace euproj {

const ParticipantRow* Reasoning::participation() {
  const ParticipantRow* found = nullptr;
  for (const std::uint32_t at : dossier_.people.participations(*subject_.person)) {
    const ParticipantRow& row = dossier_.logs.participants[at];
    if (row.entry <= day_) found = &row;
  }
  if (found != nullptr) use(found->origin);
  return found;
}

const ParticipantRow* Reasoning::known_exit() {
  const ParticipantRow* const row = participation();
  const bool known = row != nullptr && row->exit.known() && row->exit <= day_;
  return known ? row : nullptr;
}

Verdict Reasoning::exit_not_known() {
  const ParticipantRow* const row = participation();
  if (row != nullptr && row->exit.known()) {
    return {false, {{Because::exit_later, {row->exit, day_}, {}}}};
  }
  const auto rows = dossier_.people.participations(*subject_.person);
  const bool again = row != nullptr && row != &dossier_.logs.participants[rows.front()];
  if (again) return {false, {{Because::entered_again, {row->entry, day_}, {}}}};
  return {false, {{Because::no_exit, {day_}, {}}}};
}

Verdict Reasoning::check_completed(Answer wanted) {
  const ParticipantRow* const row = known_exit();
  if (row == nullptr) return exit_not_known();
  if (row->completed == wanted) {
    return {true, {{Because::completed_fits, {row->exit, row->completed}, {}}}};
  }
  return {false, {{Because::completed_differs, {row->exit, row->completed, wanted}, {}}}};
}

/// Those of a code that is asked for, by date; each of them is looked at.
std::vector<OutcomeRow> Reasoning::outcomes(const Condition& condition) {
  std::vector<OutcomeRow> found;
  for (const std::uint32_t at : dossier_.people.outcomes(*subject_.person)) {
    const OutcomeRow row = dossier_.logs.outcomes[at];
    const auto& asked = condition.outcome;
    if (std::find(asked.begin(), asked.end(), row.outcome) == asked.end()) continue;
    use(row.origin);
    found.push_back(row);
  }
  return found;
}

Verdict Reasoning::check_outcome(const Condition& condition) {
  if (condition.within) return check_outcome_in_window(condition);
  const Date start = subject_.person->start;
  std::optional<OutcomeRow> early;
  for (const OutcomeRow& row : outcomes(condition)) {
    const OutcomeWords code{{row.outcome}};
    if (row.date < start) {
      if (!early) early = row;
    } else if (row.date <= day_) {
      return {true, {{Because::outcome_found, {code, row.date}, {}}}};
    } else {
      return {false, {{Because::outcome_later, {code, row.date, day_}, {}}}};
    }
  }
  if (early) {
    const OutcomeWords code{{early->outcome}};
    return {false, {{Because::outcome_before_start, {code, early->date, start}, {}}}};
  }
  return {false, {{Because::no_outcome, {OutcomeWords{condition.outcome}, day_}, {}}}};
}

Verdict Reasoning::check_outcome_in_window(const Condition& condition) {
  const ParticipantRow* const left = known_exit();
  if (left == nullptr) return exit_not_known();
  const Date start = subject_.person->start;
  const Date last = condition.within->last_day_from(left->exit);
  std::optional<OutcomeRow> early;
  std::optional<OutcomeRow> later;
  std::optional<OutcomeRow> late;
  for (const OutcomeRow& row : outcomes(condition)) {
    if (row.date < start) {
      if (!early) early = row;
    } else if (row.date > last) {
      if (!late) late = row;
    } else if (row.date > day_) {
      if (!later) later = row;
    } else {
      const OutcomeWords code{{row.outcome}};
      return {true, {{Because::outcome_in_window, {left->exit, code, row.date, last}, {}}}};
    }
  }
  // What will still count is nearest to counting; what came too late says more than what came
  // too early.
  if (later) {
    const OutcomeWords code{{later->outcome}};
    return {false, {{Because::outcome_later, {code, later->date, day_}, {}}}};
  }
  if (late) {
    const DayCount days{std::int64_t{late->date.serial()} - last.serial()};
    return {false, {{Because::outcome_after_window, {left->exit, late->date, days, last}, {}}}};
  }
  if (early) {
    const OutcomeWords code{{early->outcome}};
    return {false, {{Because::outcome_before_start, {code, early->date, start}, {}}}};
  }
  const OutcomeWords codes{condition.outcome};
  return {false, {{Because::no_outcome_in_window, {left->exit, codes, last}, {}}}};
}

}  // namespace euproj
