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

/// Outcomes that are supposed: all of one day, in the order in which they happen on it.
struct Supposed {
  const std::vector<Code>& outcomes;
  Date day;
  Date exit;
  const std::vector<Code>& known_on_day;  // what the person has of that day already

  [[nodiscard]] bool is_in_time(const Condition& condition) const {
    return !condition.within || day <= condition.within->last_day_from(exit);
  }
  /// Of those in `latest_of` the one that decides: of one day that which stands last there.
  [[nodiscard]] Code latest(const std::vector<Code>& latest_of) const {
    const auto decides = std::find_if(latest_of.rbegin(), latest_of.rend(), [&](Code code) {
      return contains(outcomes, code) || contains(known_on_day, code);
    });
    return decides == latest_of.rend() ? no_code : *decides;
  }
};

/// What the indicator would ask of a person had they these outcomes: the parts that such outcomes
/// satisfy ask for none any more, and those whose latest outcome becomes another one never hold.
Condition supposing(Condition condition, const Supposed& supposed) {
  const auto clear = [&condition] {
    condition.outcome.clear();
    condition.within.reset();
    condition.latest_of.clear();
  };
  if (condition.latest_of.empty()) {
    if (share_a_code(supposed.outcomes, condition.outcome) && supposed.is_in_time(condition)) {
      clear();
    }
  } else if (share_a_code(supposed.outcomes, condition.latest_of) &&
             supposed.is_in_time(condition)) {
    const bool decides = contains(condition.outcome, supposed.latest(condition.latest_of));
    clear();
    if (!decides) {  // what excludes everyone
      condition = Condition();
      condition.none.emplace_back();
      return condition;
    }
  }
  for (auto* parts : {&condition.any, &condition.all, &condition.none}) {
    for (Condition& part : *parts) part = supposing(std::move(part), supposed);
  }
  return condition;
}

/// Whether an outcome excludes, at some depth of it.
bool excludes_outcomes(const Condition& condition, bool inside_none = false) {
  if (inside_none && !condition.outcome.empty()) return true;
  const auto any = [](const std::vector<Condition>& parts, bool inside) {
    return std::any_of(parts.begin(), parts.end(),
                       [&](const Condition& part) { return excludes_outcomes(part, inside); });
  };
  return any(condition.any, inside_none) || any(condition.all, inside_none) ||
         any(condition.none, true);
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
  for_each_part(where_, [&](const Condition& part) {
    asks_for_latest_ = asks_for_latest_ || !part.latest_of.empty();
    for (const Code code : part.latest_of) {
      if (!contains(codes_, code) && !contains(also_, code)) also_.push_back(code);
    }
  });
  may_lose_ = asks_for_latest_ || excludes_outcomes(where_);
  if (counts_households_) count_households(dossier);
}

void IndicatorWindows::count_households(const Dossier& dossier) {
  households_.resize(dossier.codes.households.size() + 1);
  PersonView view(dossier);
  for (const Person& person : dossier.people.persons) {
    view.move_to(&person);
    const Code household = view.first().household;
    if (household != no_code && counts(view, condition_)) ++households_[household];
  }
}

/// A household that counts by another person misses nothing; who has none cannot count.
bool IndicatorWindows::adds_nothing(const PersonView& person) const {
  if (!counts_households_) return false;
  const Code household = person.first().household;
  return household == no_code || households_[household] > 0;
}

/// A household that counts by another person too stays; who has none does not count.
bool IndicatorWindows::takes_nothing(const PersonView& person) const {
  if (!counts_households_) return false;
  const Code household = person.first().household;
  return household == no_code || households_[household] > 1;
}

std::vector<Code> IndicatorWindows::outcomes_of_day(const PersonView& person) const {
  const Dossier& dossier = person.dossier();
  std::vector<Code> codes;
  if (!asks_for_latest_) return codes;
  for (const std::uint32_t at : dossier.people.outcomes(person.person())) {
    const OutcomeRow row = dossier.logs.outcomes[at];
    if (row.date == day_) codes.push_back(row.outcome);
  }
  return codes;
}

void IndicatorWindows::find(PersonView& person, PersonIndex index, OpenWindows& found) const {
  const std::optional<Date> exit = known_exit(person, day_);
  if (!exit) return;
  std::vector<Date> last_days;  // the latest first
  for (const Term& term : terms_) {
    const Date last = term.last_day_from(*exit);
    if (last >= day_) last_days.push_back(last);
  }
  if (last_days.empty()) return;
  const bool counts_now = counts(person, condition_);
  if (counts_now ? !may_lose_ || takes_nothing(person) : adds_nothing(person)) return;
  std::sort(last_days.rbegin(), last_days.rend());

  const std::vector<Code> known_on_day = outcomes_of_day(person);
  const std::vector<Code> none_known;
  std::vector<OpenWindow>& windows = counts_now ? found.losses : found.gains;
  const std::size_t before = windows.size();
  bool possible = false;
  const auto suppose = [&](const std::vector<Code>& outcomes, bool all_needed) {
    const auto would_change = [&](Date outcome_day) {
      return counts_now !=
             counts(person, CompiledCondition(supposing(
                                where_, {outcomes, outcome_day, *exit,
                                         outcome_day == day_ ? known_on_day : none_known})));
    };
    // An outcome that changes it whenever it comes has no last day to miss.
    const bool any_time = would_change(Date::never());
    possible = possible || any_time;
    if (any_time) return;
    const auto last = std::find_if(last_days.begin(), last_days.end(), would_change);
    if (last == last_days.end()) return;
    possible = true;
    const auto same =
        std::find_if(windows.begin() + static_cast<std::ptrdiff_t>(before), windows.end(),
                     [&](const OpenWindow& window) { return window.last_day == *last; });
    if (same == windows.end()) {
      windows.push_back({indicator_, index, outcomes, all_needed, *exit, *last});
    } else {
      same->outcomes.insert(same->outcomes.end(), outcomes.begin(), outcomes.end());
    }
  };
  for (const Code code : codes_) suppose({code}, false);
  for (const Code code : also_) suppose({code}, false);
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
