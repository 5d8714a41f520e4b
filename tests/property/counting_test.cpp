// Every kind of count against an oracle that reads src/calc/README.md#counting word by word, day by
// day.

#include <doctest/doctest.h>

#include <array>
#include <string>

#include "euproj/calc/people_counts.hpp"
#include "euproj/report/build_figures.hpp"
#include "support/counting_oracle.hpp"
#include "support/random.hpp"
#include "support/slow_calendar.hpp"

namespace euproj {
namespace {

using testing::CountingOracle;
using testing::DayRange;
using testing::PlainLogs;
using testing::Random;
using testing::SlowDay;

constexpr std::uint64_t first_seed = 20'220'304;

/// Ends of short and long months, of leap and common years: where windows and birthdays bite.
DayRange range_of(std::uint64_t seed) {
  constexpr std::array<SlowDay, 5> begins = {
      {{2022, 2, 16}, {2020, 2, 16}, {2021, 1, 25}, {2023, 12, 20}, {2022, 7, 4}}};
  return {testing::slow_position(begins.at(seed % begins.size())), 24};
}

std::string told(const CountingOracle::Value& value) {
  return std::to_string(value.total) + " (K " + std::to_string(value.women) + ", M " +
         std::to_string(value.men) + ")";
}

CountingOracle::Value plain(const SexedQuantity& value, bool sexes) {
  return {value.total.scaled_units(), sexes ? value.women.scaled_units() : 0,
          sexes ? value.men.scaled_units() : 0};
}

/// Fails with the seed, the indicator and the day; counts how much was compared.
struct Comparison {
  std::uint64_t values = 0;
  std::uint64_t not_zero = 0;

  void expect(const CountingOracle::Value& oracle, const CountingOracle::Value& program,
              std::uint64_t seed, std::size_t indicator, Date day) {
    ++values;
    if (oracle.total != 0) ++not_zero;
    if (oracle == program) return;
    FAIL("seed " << seed << ", indicator " << indicator << ", " << day.iso() << ": oracle "
                 << told(oracle) << ", program " << told(program));
  }
};

TEST_CASE(
    "every count is what the words of src/calc/README.md#counting say, on every day of small "
    "projects") {
  Comparison compared;
  for (std::uint64_t seed = first_seed; seed < first_seed + 4000; ++seed) {
    const DayRange range = range_of(seed);
    const PlainLogs logs = testing::random_logs(seed, range);
    const Dossier dossier = testing::build_dossier(logs, range);
    const CountingOracle oracle(logs);
    const auto series = compute_people_counts(dossier, {}).indicators;
    for (std::size_t i = 0; i < logs.indicators.size(); ++i) {
      if (logs.indicators[i].count == Count::ratio) continue;
      for (int day = range.first - 4; day < range.first + range.count + 2; ++day) {
        compared.expect(oracle.value(i, day),
                        plain(series[i].values.at(testing::to_date(day)), series[i].sexes), seed, i,
                        testing::to_date(day));
      }
    }
  }
  MESSAGE("compared " << compared.values << " values, " << compared.not_zero << " of them not 0");
  CHECK(compared.not_zero > compared.values / 4);  // the generator makes projects, not silence
}

TEST_CASE("the persons of an indicator are the ones that the oracle finds") {
  for (std::uint64_t seed = first_seed; seed < first_seed + 4000; ++seed) {
    const DayRange range = range_of(seed);
    const PlainLogs logs = testing::random_logs(seed, range);
    const Dossier dossier = testing::build_dossier(logs, range);
    REQUIRE_MESSAGE(dossier.people.persons.size() == CountingOracle(logs).person_count(),
                    "seed " << seed);
    REQUIRE_MESSAGE(dossier.people.two_identities.empty(), "seed " << seed);
    REQUIRE_MESSAGE(dossier.people.same_entry.empty(), "seed " << seed);
    REQUIRE_MESSAGE(dossier.people.missing_entry.empty(), "seed " << seed);
  }
}

/// src/calc/README.md#counting: of the cumulative and of the period values, half up, null when the
/// denominator is 0.
std::optional<std::int64_t> slow_ratio(std::int64_t part, std::int64_t whole) {
  if (whole == 0) return std::nullopt;
  const bool negative = (part < 0) != (whole < 0) && part != 0;
  const std::int64_t size = part < 0 ? -part : part;
  const std::int64_t of = whole < 0 ? -whole : whole;
  const std::int64_t twice = size * 10'000 * 2 / of;  // in half hundredths of a percent
  const std::int64_t hundredths = (twice + 1) / 2;
  return (negative ? -hundredths : hundredths) * 100;
}

void check_value(const Value& shown, const CountingOracle::Value& value, bool sexes,
                 std::uint64_t seed, std::size_t indicator) {
  INFO("seed " << seed << ", indicator " << indicator);
  REQUIRE(shown.total.has_value());
  REQUIRE(shown.total->scaled_units() == value.total);
  REQUIRE(shown.women.has_value() == sexes);
  REQUIRE(shown.men.has_value() == sexes);
  if (sexes) REQUIRE(shown.women->scaled_units() == value.women);
  if (sexes) REQUIRE(shown.men->scaled_units() == value.men);
}

CountingOracle::Value difference(CountingOracle::Value a, const CountingOracle::Value& b) {
  return {a.total - b.total, a.women - b.women, a.men - b.men};
}

bool shows_sexes(const PlainLogs& logs, std::size_t indicator) {
  const Count count = logs.indicators[indicator].count;
  if (count != Count::measured) return count == Count::persons || count == Count::entries;
  bool any = false;
  for (const auto& row : logs.measurements) {
    if (row.indicator != indicator) continue;
    any = true;
    if (!row.women || !row.men) return false;
  }
  return any;
}

TEST_CASE("a report shows the value of its last day, less the value of the day before its first") {
  for (std::uint64_t seed = first_seed; seed < first_seed + 1500; ++seed) {
    const DayRange range = range_of(seed);
    const PlainLogs logs = testing::random_logs(seed, range);
    const CountingOracle oracle(logs);
    Random random(seed + 1);
    const int first = range.first + random.number(0, range.count - 1);
    const int last = first + random.number(0, range.count / 2);
    const Figures figures = build_figures(testing::build_dossier(logs, range),
                                          Period{testing::to_date(first), testing::to_date(last)},
                                          seed % 3 + 1);  // threads change nothing
    const auto value_in = [&](std::size_t i, bool cumulative) {
      const CountingOracle::Value at_end = oracle.value(i, last);
      if (!cumulative && logs.indicators[i].when_period) return oracle.supported(i, first, last);
      return cumulative ? at_end : difference(at_end, oracle.value(i, first - 1));
    };
    for (std::size_t i = 0; i < logs.indicators.size(); ++i) {
      const auto& indicator = logs.indicators[i];
      for (const bool cumulative : {true, false}) {
        const IndicatorFigures& row = figures.indicators.at(i);
        const Value& shown = cumulative ? row.cumulative : row.period;
        if (indicator.count != Count::ratio) {
          check_value(shown, value_in(i, cumulative), shows_sexes(logs, i), seed, i);
          continue;
        }
        const auto expected = slow_ratio(value_in(indicator.numerator, cumulative).total,
                                         value_in(indicator.denominator, cumulative).total);
        INFO("seed " << seed << ", ratio");
        REQUIRE(shown.total.has_value() == expected.has_value());
        if (expected) REQUIRE(shown.total->scaled_units() == *expected);
        REQUIRE_FALSE(shown.women.has_value());
      }
    }
    const CountingOracle::People people = oracle.people(last);
    INFO("seed " << seed);
    REQUIRE(figures.participants.total == people.total);
    REQUIRE(figures.participants.women == people.women);
    REQUIRE(figures.participants.men == people.men);
    REQUIRE(figures.participants.exited == people.exited);
    REQUIRE(figures.participants.active == people.total - people.exited);
    check_value(figures.participants.supported, oracle.supported(std::string(), first, last), true,
                seed, 0);
    for (const SupportFigures& form : figures.support) {
      check_value(form.persons_supported, oracle.supported(form.id, first, last), true, seed, 0);
    }
  }
}

}  // namespace
}  // namespace euproj
