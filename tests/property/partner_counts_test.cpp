// Values by partner against the oracle of counting, asked about a project from which everybody was
// taken out who is of another partner; and that partners add up to the project.

#include "euproj/calc/partner_counts.hpp"

#include <doctest/doctest.h>

#include <array>
#include <map>
#include <set>

#include "euproj/report/build_figures.hpp"
#include "euproj/report/small_cells.hpp"
#include "support/counting_oracle.hpp"
#include "support/random.hpp"
#include "support/slow_calendar.hpp"

namespace euproj {
namespace {

using testing::CountingOracle;
using testing::DayRange;
using testing::PlainLogs;
using testing::Random;

const std::vector<std::string> words = {"", "smart", "egida"};

struct Case {
  DayRange range;
  PlainLogs logs;
  Dossier dossier;
};

Case random_case(std::uint64_t seed) {
  Case made{{testing::slow_position({2022, 2, 16}), 24}, {}, {}};
  made.logs = testing::random_logs(seed, made.range);
  Random random(seed);
  const auto name = [&](auto& rows, int percent) {
    for (auto& row : rows) {
      if (random.chance(percent)) row.partner = random.pick(words);
    }
  };
  name(made.logs.participants, 70);
  name(made.logs.outcomes, 30);
  // Rows that repeat a session must stay equal: one word for all of a person and session.
  std::map<std::pair<std::string, std::string>, std::string> of_session;
  for (auto& row : made.logs.support) {
    const auto [found, is_new] =
        of_session.try_emplace({row.person_id, row.session + row.form}, std::string());
    if (is_new && random.chance(40)) found->second = random.pick(words);
    row.partner = found->second;
  }
  made.dossier = testing::build_dossier(made.logs, made.range);
  return made;
}

/// Persons whom a row names for the partner by the day.
std::set<std::size_t> persons_of(const PlainLogs& logs, const CountingOracle& oracle,
                                 const std::string& partner, int day) {
  std::map<std::size_t, int> start;
  for (const auto& row : logs.support) {
    if (row.person_id.empty()) continue;
    const std::size_t person = oracle.person_of(row.person_id);
    const auto [found, is_new] = start.try_emplace(person, row.date);
    if (!is_new) found->second = std::min(found->second, row.date);
  }
  std::set<std::size_t> persons;
  for (const auto& row : logs.participants) {
    const std::size_t person = oracle.person_of(row.person_id);
    if (row.partner != partner) continue;
    const bool by_then =
        row.entry ? *row.entry <= day : start.contains(person) && start.at(person) <= day;
    if (by_then) persons.insert(person);
  }
  for (const auto& row : logs.support) {
    if (row.person_id.empty() || row.partner != partner || row.date > day) continue;
    persons.insert(oracle.person_of(row.person_id));
  }
  for (const auto& row : logs.outcomes) {
    if (row.partner == partner && row.date <= day) persons.insert(oracle.person_of(row.person_id));
  }
  return persons;
}

PlainLogs of_persons(const PlainLogs& logs, const CountingOracle& oracle,
                     const std::set<std::size_t>& persons) {
  PlainLogs kept = logs;
  const auto is_other = [&](const auto& row) {
    return !row.person_id.empty() && !persons.contains(oracle.person_of(row.person_id));
  };
  std::erase_if(kept.participants, is_other);
  std::erase_if(kept.support, is_other);
  std::erase_if(kept.outcomes, is_other);
  return kept;
}

bool counts_persons(Count count) {
  return count == Count::persons || count == Count::entries || count == Count::households;
}

}  // namespace

TEST_CASE("a partner's value is that of a project of its persons alone, on every day") {
  std::uint64_t not_zero = 0;
  for (std::uint64_t seed = 1; seed <= 700; ++seed) {
    const Case one = random_case(seed);
    const CountingOracle oracle(one.logs);
    const auto series = compute_partner_counts(one.dossier, {});
    if (series.empty()) continue;
    for (const std::string partner : {"smart", "egida"}) {
      const Code code = one.dossier.codes.partners.find(partner);
      if (code == no_code) continue;
      for (int day = one.range.first; day < one.range.first + one.range.count; day += 2) {
        const PlainLogs own =
            of_persons(one.logs, oracle, persons_of(one.logs, oracle, partner, day));
        const CountingOracle of_partner(own);
        for (std::size_t i = 0; i < one.logs.indicators.size(); ++i) {
          if (!counts_persons(one.logs.indicators[i].count)) continue;
          const auto expected = of_partner.value(i, day);
          const SexedQuantity value = series[i].partners.at(code).values.at(testing::to_date(day));
          INFO("seed " << seed << ", " << partner << ", indicator " << i << ", "
                       << testing::to_date(day).iso());
          REQUIRE(value.total.scaled_units() == expected.total);
          if (has_sexes(one.logs.indicators[i].count)) {
            REQUIRE(value.women.scaled_units() == expected.women);
            REQUIRE(value.men.scaled_units() == expected.men);
          }
          not_zero += expected.total != 0 ? 1U : 0U;
        }
      }
    }
  }
  CHECK(not_zero > 10'000);
}

TEST_CASE("partners less what they share are the project, whatever is counted") {
  std::uint64_t shared = 0;
  for (std::uint64_t seed = 1; seed <= 1500; ++seed) {
    const Case one = random_case(seed);
    const auto series = compute_partner_counts(one.dossier, {});
    if (series.empty()) continue;
    const auto all = compute_people_counts(one.dossier, {}).indicators;
    for (std::size_t i = 0; i < series.size(); ++i) {
      if (series[i].partners.empty()) continue;
      for (int day = one.range.first - 3; day < one.range.first + one.range.count; ++day) {
        SexedQuantity sum;
        for (const IndicatorSeries& partner : series[i].partners) {
          sum += partner.values.at(testing::to_date(day));
        }
        const SexedQuantity twice = series[i].shared.at(testing::to_date(day));
        sum -= twice;
        INFO("seed " << seed << ", indicator " << i << ", " << testing::to_date(day).iso());
        REQUIRE(sum == all[i].values.at(testing::to_date(day)));
        shared += twice.total.is_zero() ? 0U : 1U;
      }
    }
  }
  CHECK(shared > 5'000);
}

TEST_CASE("small counts of partners are not printed") {
  std::size_t hidden = 0;
  for (std::uint64_t seed = 1; seed <= 300; ++seed) {
    const Case one = random_case(seed);
    const Period period{testing::to_date(one.range.first + 4),
                        testing::to_date(one.range.first + one.range.count)};
    Figures figures = build_figures(one.dossier, period);
    suppress_small_cells(one.dossier, 3, figures);
    const auto is_small = [](const std::optional<Quantity>& value) {
      return value && !value->is_zero() && *value < Quantity::whole(3) &&
             Quantity() - *value < Quantity::whole(3);
    };
    for (const IndicatorFigures& indicator : figures.indicators) {
      INFO("seed " << seed << ", " << indicator.id);
      CHECK_FALSE(is_small(indicator.shared));
      for (const PartnerValue& value : indicator.by_partner) {
        for (const Value* const each : {&value.period, &value.cumulative}) {
          CHECK_FALSE(is_small(each->total));
          CHECK_FALSE(is_small(each->women));
          CHECK_FALSE(is_small(each->men));
          hidden += each->suppressed.total ? 1U : 0U;
        }
      }
    }
  }
  CHECK(hidden > 100);
}

}  // namespace euproj
