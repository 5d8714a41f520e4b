#include "calc/counting/criterion.hpp"

#include <algorithm>

namespace euproj {

CriterionDays operator&(const CriterionDays& days, const DaySpans& within) {
  return {days.closed & within, days.reached & within, days.open & within,
          days.open_reached & within};
}

void add_criterion(const CriterionDays& days, Series<CriterionCounts>& series) {
  const auto add_on = [&](const DaySpans& on, const CriterionCounts& one) {
    for (const DaySpan& span : on.spans()) {
      series.add(span.from, one);
      if (span.until != Date::never()) series.add(span.until, -one);
    }
  };
  add_on(days.closed, {1, 0, 0, 0});
  add_on(days.reached, {0, 1, 0, 0});
  add_on(days.open, {0, 0, 1, 0});
  add_on(days.open_reached, {0, 0, 0, 1});
}

CompiledCriterion::CompiledCriterion(const Indicator& indicator)
    : within_(indicator.criterion->within),
      of_(indicator.where),
      reached_(reached_condition(indicator)) {
  for (const CriterionGroup& group : indicator.criterion->groups) {
    groups_.emplace_back(group.where);
  }
}

std::vector<CriterionDays> CompiledCriterion::days(PersonView& person) const {
  std::vector<CriterionDays> all(1 + groups_.size());
  DaySpans closed;
  DaySpans open;
  for (const Exit& exit : person.exits()) {
    const DaySpans after = DaySpans::from(within_.last_day_from(exit.day));
    closed |= exit.known & after;
    open |= exit.known & ~after;
  }
  if (closed.empty() && open.empty()) return all;
  const DaySpans of = person_days(person, of_);
  if (of.empty()) return all;
  const DaySpans reached = person_days(person, reached_);
  all[0] = {of & closed, reached & closed, of & open, reached & open};
  for (std::size_t i = 0; i < groups_.size(); ++i) {
    all[i + 1] = all[0] & person_days(person, groups_[i]);
  }
  return all;
}

std::vector<Series<CriterionCounts>> count_criterion(const Dossier& dossier,
                                                     const Indicator& indicator) {
  const CompiledCriterion criterion(indicator);
  std::vector<Series<CriterionCounts>> all(1 + indicator.criterion->groups.size());
  PersonView view(dossier);
  for (const Person& person : dossier.people.persons) {
    view.move_to(&person);
    const std::vector<CriterionDays> days = criterion.days(view);
    for (std::size_t i = 0; i < days.size(); ++i) add_criterion(days[i], all[i]);
  }
  for (Series<CriterionCounts>& series : all) series.finish();
  return all;
}

}  // namespace euproj
