// A window is open exactly when an outcome would make the person count: the oracle of
// src/calc/README.md#counting is given the outcome and asked for the value before and after.

#include <doctest/doctest.h>

#include <algorithm>
#include <tuple>

#include "euproj/calc/people_counts.hpp"
#include "support/counting_oracle.hpp"
#include "support/counting_words.hpp"
#include "support/slow_calendar.hpp"

namespace euproj {
namespace {

using testing::CountingOracle;
using testing::DayRange;
using testing::PlainCondition;
using testing::PlainLogs;
using testing::Random;

/// Every outcome has a term and none is asked to be absent, so that a window, once closed, stays
/// closed, and an outcome never takes a person out. (Where the latest outcome decides one may:
/// latest_outcome_test.)
void ask_for_terms(PlainCondition& condition, bool inside_not) {
  condition.latest_of.clear();
  if (inside_not) condition.outcome.clear();
  if (inside_not) condition.within.reset();
  if (!condition.outcome.empty() && !condition.within)
    condition.within = Term{2, Term::Unit::weeks};
  for (auto* parts : {&condition.any, &condition.all}) {
    for (PlainCondition& part : *parts) ask_for_terms(part, inside_not);
  }
  for (PlainCondition& part : condition.none) ask_for_terms(part, true);
}

PlainLogs logs_with_terms(std::uint64_t seed, DayRange range) {
  Random random(seed);
  PlainLogs logs = testing::random_logs(seed, range);
  logs.measurements.clear();
  logs.indicators.clear();
  for (const Count count : {Count::persons, Count::persons, Count::entries, Count::households}) {
    testing::PlainIndicator indicator;
    indicator.count = count;
    indicator.where = testing::random_condition(random, 1);
    if (random.chance(50)) {
      indicator.where.outcome = {random.pick(testing::outcome_words)};
    }
    ask_for_terms(indicator.where, false);
    logs.indicators.push_back(indicator);
  }
  return logs;
}

/// Whether these outcomes on `outcome_day` would raise the value of `day`.
bool would_count(const PlainLogs& logs, std::size_t indicator, const std::string& person_id,
                 const std::vector<std::string>& outcomes, int outcome_day, int day) {
  PlainLogs supposed = logs;
  for (const auto& outcome : outcomes) {
    supposed.outcomes.push_back({person_id, outcome, outcome_day});
  }
  return CountingOracle(supposed).value(indicator, day).total >
         CountingOracle(logs).value(indicator, day).total;
}

struct Asked {
  const PlainLogs& logs;
  const Dossier dossier;
  int day;
  const OpenWindows open;
  const std::vector<OpenWindow>& windows = open.gains;
  const std::vector<OpenWindow>& losses = open.losses;

  Asked(const PlainLogs& plain, DayRange range, int on)
      : logs(plain),
        dossier(testing::build_dossier(plain, range)),
        day(on),
        open(compute_people_counts(dossier, {{}, testing::to_date(on)}).open_windows) {}

  [[nodiscard]] std::string id_of(PersonIndex person) const {
    return std::string(dossier.codes.person_ids.text(dossier.people.persons[person].key));
  }
  /// The window that waits for this outcome alone, or for all.
  [[nodiscard]] const OpenWindow* find(std::size_t indicator, PersonIndex person,
                                       const std::string& outcome, bool all_needed) const {
    const auto found = std::find_if(windows.begin(), windows.end(), [&](const OpenWindow& window) {
      return window.indicator == indicator && window.person == person &&
             window.all_needed == all_needed &&
             std::any_of(window.outcomes.begin(), window.outcomes.end(),
                         [&](Code code) { return dossier.codes.outcomes.text(code) == outcome; });
    });
    return found == windows.end() ? nullptr : &*found;
  }
};

constexpr std::uint64_t last_seed = 500;
const DayRange range{testing::slow_position({2022, 2, 8}), 24};  // February ends inside

TEST_CASE("a window is open when, and only when, an outcome on that day would count") {
  std::size_t open = 0;
  for (std::uint64_t seed = 1; seed <= last_seed; ++seed) {
    const PlainLogs logs = logs_with_terms(seed, range);
    const Asked asked(logs, range, range.first + Random(seed).number(4, range.count));
    open += asked.windows.size();
    for (std::size_t i = 0; i < logs.indicators.size(); ++i) {
      for (PersonIndex person = 0; person < asked.dossier.people.persons.size(); ++person) {
        bool one_will_do = false;
        INFO("seed " << seed << ", indicator " << i << ", person " << asked.id_of(person));
        const auto supposed = [&](const std::vector<std::string>& outcomes) {
          return would_count(logs, i, asked.id_of(person), outcomes, asked.day, asked.day);
        };
        for (const std::string& outcome : testing::outcome_words) {
          const bool counts = supposed({outcome});
          one_will_do = one_will_do || counts;
          REQUIRE(counts == (asked.find(i, person, outcome, false) != nullptr));
        }
        const bool all_needed = !one_will_do && supposed(testing::outcome_words);
        const auto& words = testing::outcome_words;
        for (const std::string& outcome : words) {
          REQUIRE(all_needed == (asked.find(i, person, outcome, true) != nullptr));
        }
      }
    }
  }
  MESSAGE("open windows: " << open);
  CHECK(open > last_seed / 4);
}

TEST_CASE("an outcome counts up to the last day of the window, and on no day after it") {
  std::size_t open = 0;
  for (std::uint64_t seed = 1; seed <= last_seed; ++seed) {
    const PlainLogs logs = logs_with_terms(seed, range);
    int day = range.first;  // the day of the last row: nothing else happens after it
    for (const auto& row : logs.participants) {
      day = std::max({day, row.entry.value_or(day), row.exit.value_or(day)});
    }
    for (const auto& row : logs.support) day = std::max(day, row.date);
    for (const auto& row : logs.outcomes) day = std::max(day, row.date);
    const Asked asked(logs, range, day);
    open += asked.windows.size();
    for (const OpenWindow& window : asked.windows) {
      std::vector<std::string> outcomes;
      for (const Code code : window.outcomes) {
        outcomes.emplace_back(asked.dossier.codes.outcomes.text(code));
        if (!window.all_needed) outcomes.resize(1);
      }
      INFO("seed " << seed << ", indicator " << window.indicator);
      for (int later = day; later < day + 35; ++later) {
        const bool counts =
            would_count(logs, window.indicator, asked.id_of(window.person), outcomes, later, later);
        REQUIRE(counts == (testing::to_date(later) <= window.last_day));
      }
    }
  }
  MESSAGE("open windows: " << open);
  CHECK(open > last_seed / 10);
}

/// Whether these outcomes on `outcome_day` would lower the value of that day.
bool would_lose(const PlainLogs& logs, std::size_t indicator, const std::string& person_id,
                const std::string& outcome, int outcome_day) {
  PlainLogs supposed = logs;
  supposed.outcomes.push_back({person_id, outcome, outcome_day});
  return CountingOracle(supposed).value(indicator, outcome_day).total <
         CountingOracle(logs).value(indicator, outcome_day).total;
}

TEST_CASE("who counts may lose it by an outcome up to the last day, and by none after it") {
  std::size_t losses = 0;
  for (std::uint64_t seed = 1; seed <= last_seed; ++seed) {
    PlainLogs logs = logs_with_terms(seed, range);
    for (auto& indicator : logs.indicators) {  // the latest decides, or one is asked to be absent
      indicator.where.outcome = {testing::outcome_words[0]};
      indicator.where.within = Term{2, Term::Unit::weeks};
      if (seed % 2 == 0) {
        indicator.where.latest_of = {testing::outcome_words[1], testing::outcome_words[0]};
      } else {
        PlainCondition absent;
        std::swap(absent.outcome, indicator.where.outcome);
        absent.within = indicator.where.within;
        indicator.where.within.reset();
        indicator.where.none.push_back(absent);
      }
    }
    int day = range.first;
    for (const auto& row : logs.participants) {
      day = std::max({day, row.entry.value_or(day), row.exit.value_or(day)});
    }
    for (const auto& row : logs.support) day = std::max(day, row.date);
    for (const auto& row : logs.outcomes) day = std::max(day, row.date);
    ++day;  // nothing happens on it, nor after it
    const Asked asked(logs, range, day);
    for (std::size_t i = 0; i < logs.indicators.size(); ++i) {
      for (PersonIndex person = 0; person < asked.dossier.people.persons.size(); ++person) {
        for (const std::string& outcome : testing::outcome_words) {
          const auto found =
              std::find_if(asked.losses.begin(), asked.losses.end(), [&](const OpenWindow& window) {
                return window.indicator == i && window.person == person && !window.all_needed &&
                       std::any_of(window.outcomes.begin(), window.outcomes.end(), [&](Code code) {
                         return asked.dossier.codes.outcomes.text(code) == outcome;
                       });
              });
          const bool is_listed = found != asked.losses.end();
          INFO("seed " << seed << ", indicator " << i << ", person " << asked.id_of(person));
          for (int later = day; later < day + 18; ++later) {
            const bool loses = would_lose(logs, i, asked.id_of(person), outcome, later);
            REQUIRE(loses == (is_listed && testing::to_date(later) <= found->last_day));
          }
          losses += is_listed ? 1 : 0;
        }
      }
    }
  }
  MESSAGE("who may lose: " << losses);
  CHECK(losses > 100);
}

TEST_CASE("windows stand by last day, person and indicator, and none is past") {
  for (std::uint64_t seed = 1; seed <= last_seed; ++seed) {
    PlainLogs logs = testing::random_logs(seed, range);  // any conditions, `not` included
    const Asked asked(logs, range, range.first + Random(seed).number(4, range.count));
    for (std::size_t i = 0; i < asked.windows.size(); ++i) {
      const OpenWindow& window = asked.windows[i];
      INFO("seed " << seed);
      REQUIRE(window.exit <= testing::to_date(asked.day));
      REQUIRE(window.last_day >= testing::to_date(asked.day));
      if (i == 0) continue;
      const OpenWindow& above = asked.windows[i - 1];
      REQUIRE(std::tie(above.last_day, above.person, above.indicator) <
              std::tie(window.last_day, window.person, window.indicator));
    }
  }
}

}  // namespace
}  // namespace euproj
