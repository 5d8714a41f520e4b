// Effectiveness criteria against an oracle that reads src/calc/README.md#criterion, person by
// person and day by day.

#include <doctest/doctest.h>

#include <array>

#include "euproj/calc/explanation.hpp"
#include "euproj/calc/people_counts.hpp"
#include "euproj/report/build_figures.hpp"
#include "euproj/report/small_cells.hpp"
#include "support/counting_oracle.hpp"
#include "support/counting_words.hpp"
#include "support/random.hpp"
#include "support/slow_calendar.hpp"

namespace euproj {
namespace {

using testing::CountingOracle;
using testing::DayRange;
using testing::PlainCondition;
using testing::PlainLogs;
using testing::Random;
using testing::SlowDay;

struct Case {
  DayRange range;
  PlainLogs logs;
  PlainCondition of;
  PlainCondition group;
  std::vector<std::string> outcome;
  Term within;
  Dossier dossier;
};

Case random_case(std::uint64_t seed) {
  constexpr std::array<SlowDay, 3> begins = {{{2022, 2, 16}, {2020, 2, 16}, {2021, 1, 25}}};
  Case made;
  made.range = {testing::slow_position(begins.at(seed % begins.size())), 40};
  made.logs = testing::random_logs(seed, made.range);
  Random random(seed);
  if (random.chance(70)) made.of = testing::random_condition(random, 1);
  made.group.attributes[Attribute::sex] = {"K"};
  made.outcome = {random.pick(testing::outcome_words)};
  made.within = random.pick(std::vector<Term>{{0, Term::Unit::days},
                                              {3, Term::Unit::days},
                                              {1, Term::Unit::weeks},
                                              {1, Term::Unit::months}});
  // The conditions of two indicators of persons, made one criterion.
  made.logs.indicators.resize(2);
  for (testing::PlainIndicator& each : made.logs.indicators) each = {};
  made.logs.indicators[0].where = made.of;
  made.logs.indicators[1].where = made.group;
  made.dossier = testing::build_dossier(made.logs, made.range);
  std::vector<Indicator>& indicators = made.dossier.project.indicators;
  Criterion criterion;
  for (const std::string& word : made.outcome) {
    criterion.outcome.push_back(made.dossier.codes.outcomes.intern(word));
  }
  criterion.within = made.within;
  criterion.threshold = Rate::of(1, 3);
  criterion.groups.push_back({"women", {}, indicators[1].where, Rate::of(1, 2)});
  indicators[0].count = Count::criterion;
  indicators[0].criterion = std::move(criterion);
  indicators.pop_back();
  return made;
}

CriterionCounts plain(const CountingOracle::Criterion& counts) {
  return {counts.closed, counts.reached, counts.open, counts.open_reached};
}

}  // namespace

TEST_CASE("a criterion counts whose window has closed, on every day of small projects") {
  std::uint64_t closed = 0;
  std::uint64_t open = 0;
  std::uint64_t reached = 0;
  for (std::uint64_t seed = 1; seed <= 3000; ++seed) {
    const Case one = random_case(seed);
    const CountingOracle oracle(one.logs);
    const auto counts = compute_people_counts(one.dossier, {}).indicators;
    const auto& series = counts[0].criterion;
    REQUIRE(series.size() == 2);
    for (int day = one.range.first - 4; day < one.range.first + one.range.count + 40; ++day) {
      const CriterionCounts all = plain(oracle.criterion(one.of, {}, one.outcome, one.within, day));
      const CriterionCounts women =
          plain(oracle.criterion(one.of, one.group, one.outcome, one.within, day));
      INFO("seed " << seed << ", " << testing::to_date(day).iso());
      REQUIRE(series[0].at(testing::to_date(day)) == all);
      REQUIRE(series[1].at(testing::to_date(day)) == women);
      closed += static_cast<std::uint64_t>(all.closed);
      open += static_cast<std::uint64_t>(all.open);
      reached += static_cast<std::uint64_t>(all.reached + all.open_reached);
    }
  }
  CHECK(closed > 10'000);
  CHECK(open > 10'000);
  CHECK(reached > 5'000);
}

TEST_CASE("an explanation of a criterion has its persons, and its value is theirs") {
  for (std::uint64_t seed = 1; seed <= 500; ++seed) {
    const Case one = random_case(seed);
    const CountingOracle oracle(one.logs);
    for (int day = one.range.first; day < one.range.first + one.range.count; day += 7) {
      const auto counts = oracle.criterion(one.of, {}, one.outcome, one.within, day);
      const Explanation explained = compute_explanation(one.dossier, 0, testing::to_date(day));
      std::int64_t counted = 0;
      std::int64_t open = 0;
      for (const ExplainedUnit& unit : explained.units) {
        counted += unit.counted ? 1 : 0;
        open += unit.reason.because == Because::criterion_open ? 1 : 0;
        CHECK(unit.counted == (unit.reason.because == Because::outcome_in_window));
      }
      INFO("seed " << seed << ", " << testing::to_date(day).iso());
      CHECK(counted == counts.reached);
      CHECK(open == counts.open);
      CHECK(explained.value == criterion_value(plain(counts)));
    }
  }
}

TEST_CASE("small counts of a criterion are printed in no report, nor what says them") {
  std::size_t hidden = 0;
  std::size_t shown = 0;
  for (std::uint64_t seed = 1; seed <= 400; ++seed) {
    Case one = random_case(seed);
    const Period period{testing::to_date(one.range.first),
                        testing::to_date(one.range.first + one.range.count)};
    Figures figures = build_figures(one.dossier, period);
    const std::vector<CriterionFigures> complete = figures.indicators[0].criterion;
    constexpr std::int64_t least = 2;
    suppress_small_cells(one.dossier, least, figures);
    const auto is_small = [&](std::int64_t count) { return count > 0 && count < least; };
    bool any_small = false;
    for (const CriterionFigures& each : complete) {
      any_small = any_small || is_small(*each.denominator) || is_small(*each.reached) ||
                  is_small(*each.open) || is_small(*each.denominator - *each.reached);
    }
    INFO("seed " << seed);
    const IndicatorFigures& indicator = figures.indicators[0];
    for (const CriterionFigures& each : indicator.criterion) {
      if (any_small) CHECK(each.suppressed);
      if (!each.suppressed) continue;
      CHECK_FALSE((each.denominator || each.reached || each.open || each.percent || each.best ||
                   each.worst || each.met));
    }
    if (any_small) CHECK_FALSE(indicator.cumulative.total);
    ++(indicator.criterion.front().suppressed ? hidden : shown);
  }
  CHECK(hidden > 50);
  CHECK(shown > 20);
}

}  // namespace euproj
