#include "calc/counting/open_windows.hpp"

#include <algorithm>
#include <optional>

namespace euproj {
namespace {

bool contains(const std::vector<Code>& codes, Code code) {
  return std::find(codes.begin(), codes.end(), code) != codes.end();
}

bool share_a_code(const std::vector<Code>& some, const std::vector<Code>& more) {
  return std::any_of(some.begin(), some.end(), [&](Code code) { return contains(more, code); });
}

/// What the indicator would ask of a person had they these outcomes on `outcome_day`: the parts
/// that such outcomes satisfy ask for none any more.
Condition supposing(Condition condition, const std::vector<Code>& outcomes, Date outcome_day,
                    Date exit) {
  const bool satisfied =
      share_a_code(outcomes, condition.outcome) &&
      (!condition.within || outcome_day <= condition.within->last_day_from(exit));
  if (satisfied) {
    condition.outcome.clear();
    condition.within.reset();
  }
  for (auto* parts : {&condition.any, &condition.all, &condition.none}) {
    for (Condition& part : *parts) part = supposing(part, outcomes, outcome_day, exit);
  }
  return condition;
}

/// The exit that is known on the day; a re-entry takes it back.
std::optional<Date> known_exit(PersonView& person, Date day) {
  for (const Exit& exit : person.exits()) {
    if (exit.known.contains(day)) return exit.day;
  }
  return std::nullopt;
}

}  // namespace

IndicatorWindows::IndicatorWindows(const Dossier& dossier, std::size_t indicator, Date day)
    : indicator_(indicator),
      where_(reached_condition(dossier.project.indicators[indicator])),
      condition_(where_),
      counts_households_(dossier.project.indicators[indicator].count == Count::households),
      day_(day) {
  for_each_part(where_, [&](const Condition& part) {
    if (part.outcome.empty()) return;
    if (part.within) terms_.push_back(*part.within);
    for (const Code code : part.outcome) {
      if (!contains(codes_, code)) codes_.push_back(code);
    }
  });
  if (counts_households_) find_counted_households(dossier);
}

void IndicatorWindows::find_counted_households(const Dossier& dossier) {
  households_.resize(dossier.codes.households.size() + 1);
  PersonView view(dossier);
  for (const Person& person : dossier.people.persons) {
    view.move_to(&person);
    const Code household = view.first().household;
    if (household != no_code && counts(view, condition_)) households_[household] = true;
  }
}

/// A household that counts by another person misses nothing; who has none cannot count.
bool IndicatorWindows::adds_nothing(const PersonView& person) const {
  if (!counts_households_) return false;
  const Code household = person.first().household;
  return household == no_code || households_[household];
}

void IndicatorWindows::find(PersonView& person, PersonIndex index,
                            std::vector<OpenWindow>& found) const {
  const std::optional<Date> exit = known_exit(person, day_);
  if (!exit) return;
  std::vector<Date> last_days;  // the latest first
  for (const Term& term : terms_) {
    const Date last = term.last_day_from(*exit);
    if (last >= day_) last_days.push_back(last);
  }
  if (last_days.empty() || adds_nothing(person) || counts(person, condition_)) return;
  std::sort(last_days.rbegin(), last_days.rend());

  const std::size_t before = found.size();
  bool possible = false;
  const auto suppose = [&](const std::vector<Code>& outcomes, bool all_needed) {
    const auto would_count = [&](Date outcome_day) {
      return counts(person, CompiledCondition(supposing(where_, outcomes, outcome_day, *exit)));
    };
    // An outcome that counts whenever it comes has no last day to miss.
    const bool any_time = would_count(Date::never());
    possible = possible || any_time;
    if (any_time) return;
    const auto last = std::find_if(last_days.begin(), last_days.end(), would_count);
    if (last == last_days.end()) return;
    possible = true;
    const auto same =
        std::find_if(found.begin() + static_cast<std::ptrdiff_t>(before), found.end(),
                     [&](const OpenWindow& window) { return window.last_day == *last; });
    if (same == found.end()) {
      found.push_back({indicator_, index, outcomes, all_needed, *exit, *last});
    } else {
      same->outcomes.insert(same->outcomes.end(), outcomes.begin(), outcomes.end());
    }
  };
  for (const Code code : codes_) suppose({code}, false);
  if (!possible && codes_.size() > 1) suppose(codes_, true);
}

bool has_window(const Indicator& indicator) {
  if (indicator.criterion) return true;
  const bool counts_people = indicator.count == Count::persons ||
                             indicator.count == Count::entries ||
                             indicator.count == Count::households;
  bool found = false;
  for_each_part(indicator.where, [&](const Condition& part) {
    found = found || (!part.outcome.empty() && part.within.has_value());
  });
  return counts_people && found;
}

std::vector<IndicatorWindows> windows_of_all(const Dossier& dossier, Date day) {
  std::vector<IndicatorWindows> all;
  const auto& indicators = dossier.project.indicators;
  for (std::size_t i = 0; i < indicators.size(); ++i) {
    if (has_window(indicators[i])) all.emplace_back(dossier, i, day);
  }
  return all;
}

}  // namespace euproj
