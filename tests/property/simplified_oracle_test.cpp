// Lump sums and unit costs of random projects against SPEC-COSTS 3 computed again for every evening
// from all rows: units in the order of their days, a person's maximum, the maximum in all, the rate
// of the day, one rounding.

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "euproj/calc/simplified_costs.hpp"
#include "support/counting_oracle.hpp"
#include "support/random.hpp"
#include "support/slow_calendar.hpp"

namespace euproj {
namespace {

using testing::CountingOracle;
using testing::DayRange;
using testing::PlainCondition;
using testing::PlainLogs;
using testing::PlainSupport;
using testing::Random;
using testing::SlowDay;

constexpr std::int64_t one = 10'000;

DayRange range_of(std::uint64_t seed) {
  constexpr std::array<SlowDay, 4> begins = {
      {{2022, 2, 16}, {2020, 2, 16}, {2021, 1, 25}, {2023, 12, 20}}};
  return {testing::slow_position(begins.at(seed % begins.size())), 24};
}

struct SlowRate {
  int from = 0;
  std::int64_t grosze = 0;
};

struct SlowCost {
  UnitOf of{};
  std::size_t indicator = 0;  // whose condition it has, or whose measurements it counts
  std::int64_t min_hours = 0;
  int min_sessions = 0;
  std::int64_t per_person_max = 0;  // 0: none
  std::int64_t units_max = 0;       // 0: none
  std::vector<SlowRate> rates;      // by from; empty: there is none in the version
};

struct SlowRequirement {
  std::size_t indicator = 0;
  std::int64_t at_least = 0;
};

struct SlowSum {
  std::int64_t grosze = 0;  // 0: there is none in the version
  std::vector<SlowRequirement> requirements;
  std::vector<std::pair<std::int64_t, std::int64_t>> steps;  // at least, grosze; ascending
};

struct SlowUnit {
  int of = 0;
  std::int64_t amount = 0;
  std::optional<std::size_t> person;
};

class SlowCosts {
 public:
  SlowCosts(const PlainLogs& logs, DayRange range) : logs_(logs), range_(range), oracle_(logs) {}

  [[nodiscard]] std::vector<SlowUnit> units(const SlowCost& cost, int day) const {
    std::vector<SlowUnit> units;
    const PlainCondition& where = logs_.indicators[cost.indicator].where;
    switch (cost.of) {
      case UnitOf::hours:
        for (const PlainSupport& row : logs_.support) {
          if (row.hours == 0 || oracle_.is_repeated(row) || !oracle_.finds(row, where, day))
            continue;
          units.push_back({row.date, row.hours, person_of(row)});
        }
        break;
      case UnitOf::sessions:
        add_sessions(where, day, units);
        break;
      case UnitOf::persons:
        for (std::size_t person = 0; person < oracle_.person_count(); ++person) {
          if (oracle_.counts(person, where, day)) {
            units.push_back({first_day(person, where), one, person});
          }
        }
        break;
      case UnitOf::person_months:
        for (std::size_t person = 0; person < oracle_.person_count(); ++person) {
          add_months(cost, where, person, day, units);
        }
        break;
      case UnitOf::measured:
        add_measured(cost.indicator, day, units);
        break;
    }
    std::stable_sort(units.begin(), units.end(),
                     [](const SlowUnit& a, const SlowUnit& b) { return a.of < b.of; });
    return units;
  }

  struct Totals {
    std::int64_t paid = 0;
    std::int64_t amount = 0;
    std::int64_t unpaid = 0;
    std::int64_t unpaid_amount = 0;
    std::int64_t unrated = 0;

    friend bool operator==(const Totals&, const Totals&) = default;
  };

  [[nodiscard]] Totals totals(const SlowCost& cost, int day) const {
    Totals totals;
    if (cost.rates.empty()) return totals;
    std::map<std::size_t, std::int64_t> of_person;
    std::int64_t within = 0;
    Int128 exact = 0;
    Int128 exact_unpaid = 0;
    for (const SlowUnit& unit : units(cost, day)) {
      std::int64_t rate = 0;
      for (const SlowRate& each : cost.rates) {
        if (each.from <= unit.of) rate = each.grosze;
      }
      if (rate == 0) {
        totals.unrated += unit.amount;
        continue;
      }
      std::int64_t left = unit.amount;
      if (cost.per_person_max != 0 && unit.person) {
        left = std::min(left, cost.per_person_max - of_person[*unit.person]);
        of_person[*unit.person] += left;
      }
      within += left;
      const std::int64_t paid_to_here =
          cost.units_max != 0 ? std::min(within, cost.units_max) : within;
      const std::int64_t paid = paid_to_here - totals.paid;
      totals.paid = paid_to_here;
      totals.unpaid += unit.amount - paid;
      exact += static_cast<Int128>(paid) * rate;
      exact_unpaid += static_cast<Int128>(unit.amount - paid) * rate;
    }
    totals.amount = static_cast<std::int64_t>(exact / one);
    totals.unpaid_amount = static_cast<std::int64_t>(exact_unpaid / one);
    return totals;
  }

  [[nodiscard]] std::int64_t sum(const SlowSum& sum, std::optional<int> declared, int day) const {
    if (!declared || *declared > day) return 0;
    for (std::size_t i = 0; i < sum.requirements.size(); ++i) {
      const std::int64_t value = oracle_.value(sum.requirements[i].indicator, day).total;
      if (value >= sum.requirements[i].at_least) continue;
      if (i + 1 < sum.requirements.size()) return 0;
      std::int64_t grosze = 0;
      for (const auto& [at_least, amount] : sum.steps) {
        if (value >= at_least) grosze = amount;
      }
      return grosze;
    }
    return sum.grosze;
  }

  [[nodiscard]] std::int64_t value(std::size_t indicator, int day) const {
    return oracle_.value(indicator, day).total;
  }

 private:
  [[nodiscard]] std::optional<std::size_t> person_of(const PlainSupport& row) const {
    if (row.person_id.empty()) return std::nullopt;
    return oracle_.person_of(row);
  }

  [[nodiscard]] int first_day(std::size_t person, const PlainCondition& where) const {
    std::optional<int> first;
    for (const PlainSupport& row : logs_.support) {
      if (person_of(row) != person || !is_ever_found(row, where)) continue;
      if (!first || row.date < *first) first = row.date;
    }
    return first ? *first : *oracle_.start_of(person);
  }

  [[nodiscard]] bool is_ever_found(const PlainSupport& row, const PlainCondition& where) const {
    for (int day = range_.first - 10; day <= range_.first + range_.count + 400; ++day) {
      if (oracle_.finds(row, where, day)) return true;
    }
    return false;
  }

  void add_sessions(const PlainCondition& where, int day, std::vector<SlowUnit>& units) const {
    struct Session {
      SlowUnit unit;
      bool is_of_several = false;
      bool is_new = true;
      bool is_found = false;
    };
    std::map<std::string, Session> sessions;
    for (const PlainSupport& row : logs_.support) {
      if (row.session.empty()) {
        if (oracle_.finds(row, where, day)) units.push_back({row.date, one, person_of(row)});
        continue;
      }
      if (!is_ever_found(row, where)) continue;
      Session& session = sessions[row.session];
      if (session.is_new) session.unit = {row.date, one, person_of(row)};
      if (session.unit.person != person_of(row)) session.is_of_several = true;
      session.unit.of = std::min(session.unit.of, row.date);
      session.is_found = session.is_found || oracle_.finds(row, where, day);
      session.is_new = false;
    }
    for (auto& [id, session] : sessions) {
      if (session.is_of_several) session.unit.person.reset();
      if (session.is_found) units.push_back(session.unit);
    }
  }

  void add_months(const SlowCost& cost, const PlainCondition& where, std::size_t person, int day,
                  std::vector<SlowUnit>& units) const {
    std::map<std::pair<int, int>, std::vector<const PlainSupport*>> months;
    for (const PlainSupport& row : logs_.support) {
      if (person_of(row) != person || !oracle_.finds(row, where, day)) continue;
      const SlowDay& date = testing::slow_days().at(static_cast<std::size_t>(row.date));
      months[{date.year, date.month}].push_back(&row);
    }
    for (auto& [month, rows] : months) {
      for (int date = rows.front()->date - 31; date <= rows.front()->date + 31; ++date) {
        std::int64_t hours = 0;
        std::set<std::string> sessions;
        for (const PlainSupport* row : rows) {
          if (row->date > date) continue;
          if (!oracle_.is_repeated(*row)) hours += row->hours;
          sessions.insert(row->session.empty() ? "row " + std::to_string(sessions.size())
                                               : "id " + row->session);
        }
        if (sessions.empty() || hours < cost.min_hours ||
            static_cast<int>(sessions.size()) < cost.min_sessions) {
          continue;
        }
        units.push_back({date, one, person});
        break;
      }
    }
  }

  void add_measured(std::size_t indicator, int day, std::vector<SlowUnit>& units) const {
    std::vector<testing::PlainMeasurement> rows;
    for (const auto& row : logs_.measurements) {
      if (row.indicator == indicator && row.date <= day) rows.push_back(row);
    }
    std::stable_sort(rows.begin(), rows.end(),
                     [](const auto& a, const auto& b) { return a.date < b.date; });
    std::int64_t before = 0;
    for (const auto& row : rows) {
      const bool is_last = logs_.indicators[indicator].take == Indicator::Take::last;
      units.push_back({row.date, row.value - (is_last ? before : 0), {}});
      before = row.value;
    }
  }

  const PlainLogs& logs_;
  DayRange range_;
  CountingOracle oracle_;
};

bool is_by_person_condition(Count count) {
  return count != Count::headcount && count != Count::places && count != Count::measured &&
         count != Count::ratio;
}

/// Two versions of the budget, the second from the middle on.
class RandomCosts {
 public:
  RandomCosts(const PlainLogs& logs, DayRange range, std::uint64_t seed)
      : logs_(logs), range_(range), random_(seed) {}

  std::vector<SlowCost> costs(std::size_t version) {
    std::vector<SlowCost> made;
    for (std::size_t i = 0; i < 3; ++i) {
      if (version == 0) firsts_.push_back(cost());
      SlowCost its = firsts_[i];
      if (version == 1) change(its);
      made.push_back(std::move(its));
    }
    return made;
  }

  std::vector<SlowSum> sums(const SlowCosts& slow) {
    std::vector<SlowSum> made;
    for (int i = 0; i < 2; ++i) {
      SlowSum sum;
      if (random_.chance(90)) sum.grosze = random_.between(100'000, 200'000);
      for (int left = random_.number(0, 2); left > 0 && sum.grosze != 0; --left) {
        const std::size_t indicator = any([](Count count) { return count != Count::ratio; });
        const int day = range_.first + random_.number(0, range_.count);
        const std::int64_t value = slow.value(indicator, day);
        sum.requirements.push_back({indicator, std::max<std::int64_t>(one, value)});
      }
      if (!sum.requirements.empty() && random_.chance(50)) {
        const std::int64_t at_least = sum.requirements.back().at_least;
        if (at_least > 2) sum.steps = {{at_least / 3, 20'000}, {at_least * 2 / 3, 50'001}};
      }
      made.push_back(std::move(sum));
    }
    return made;
  }

 private:
  template <typename Fits>
  std::size_t any(const Fits& fits) {
    while (true) {
      const auto at = static_cast<std::size_t>(
          random_.number(0, static_cast<int>(logs_.indicators.size()) - 1));
      if (fits(logs_.indicators[at].count)) return at;
    }
  }

  bool has(Count count) const {
    return std::any_of(logs_.indicators.begin(), logs_.indicators.end(),
                       [&](const auto& indicator) { return indicator.count == count; });
  }

  SlowCost cost() {
    SlowCost made;
    made.of = static_cast<UnitOf>(random_.number(0, 4));
    if (made.of == UnitOf::measured && !has(Count::measured)) made.of = UnitOf::hours;
    made.indicator = made.of == UnitOf::measured
                         ? any([](Count count) { return count == Count::measured; })
                         : any(is_by_person_condition);
    if (made.of == UnitOf::person_months) {
      if (random_.chance(60)) made.min_hours = random_.between(1, 6) * 5'000;
      if (random_.chance(60)) made.min_sessions = random_.number(1, 3);
    }
    if (made.of != UnitOf::measured && random_.chance(60)) {
      made.per_person_max = random_.between(1, 8) * 5'000;
    }
    change(made);
    return made;
  }

  void change(SlowCost& cost) {
    cost.units_max = random_.chance(50) ? random_.between(1, 30) * 5'000 : 0;
    const int first =
        cost.rates.empty() ? range_.first + random_.number(-20, 6) : cost.rates[0].from;
    cost.rates.clear();
    if (random_.chance(5)) return;
    cost.rates.push_back({first, random_.between(1, 10'000)});
    if (random_.chance(60)) {
      cost.rates.push_back({first + random_.number(1, range_.count), random_.between(1, 10'000)});
    }
  }

  const PlainLogs& logs_;
  DayRange range_;
  Random random_;
  std::vector<SlowCost> firsts_;
};

UnitCost built(const SlowCost& slow, const Dossier& dossier) {
  UnitCost made;
  made.task = 1;
  for (const SlowRate& rate : slow.rates) {
    made.rates.push_back({testing::to_date(rate.from), Money::minor(rate.grosze), {}});
  }
  made.count.of = slow.of;
  if (slow.of == UnitOf::measured) {
    made.count.indicator = slow.indicator;
  } else {
    made.count.where = dossier.project.indicators[slow.indicator].where;
  }
  if (slow.min_hours != 0) made.count.min_hours = Quantity::scaled(slow.min_hours);
  if (slow.min_sessions != 0) made.count.min_sessions = slow.min_sessions;
  if (slow.per_person_max != 0) made.count.per_person_max = Quantity::scaled(slow.per_person_max);
  if (slow.units_max != 0) made.units_max = Quantity::scaled(slow.units_max);
  if (!made.rates.empty()) made.count.first_day = made.rates.front().from;
  return made;
}

LumpSum built(const SlowSum& slow) {
  LumpSum made;
  made.task = 2;
  made.amount = Money::minor(slow.grosze);
  for (const SlowRequirement& required : slow.requirements) {
    made.requirements.push_back({required.indicator, Quantity::scaled(required.at_least), {}});
  }
  for (const auto& [at_least, grosze] : slow.steps) {
    made.partial.push_back({Quantity::scaled(at_least), Money::minor(grosze)});
  }
  return made;
}

SlowCosts::Totals plain(const UnitTotals& totals) {
  return {totals.paid.scaled_units(), totals.amount.minor_units(), totals.unpaid.scaled_units(),
          totals.unpaid_amount.minor_units(), totals.unrated.scaled_units()};
}

std::string told(const SlowCosts::Totals& totals) {
  return std::to_string(totals.paid) + " for " + std::to_string(totals.amount) + ", unpaid " +
         std::to_string(totals.unpaid) + " for " + std::to_string(totals.unpaid_amount) +
         ", unrated " + std::to_string(totals.unrated);
}

}  // namespace

TEST_CASE(
    "lump sums and unit costs are what SPEC-COSTS 3 says on every evening of small projects") {
  std::uint64_t paid = 0;
  std::uint64_t limited = 0;
  std::uint64_t taken_back = 0;
  std::uint64_t steps = 0;
  for (std::uint64_t seed = 1; seed <= 1'200; ++seed) {
    const DayRange range = range_of(seed);
    const PlainLogs logs = testing::random_logs(seed * 7 + 3, range);
    if (std::none_of(logs.indicators.begin(), logs.indicators.end(), [](const auto& indicator) {
          return is_by_person_condition(indicator.count);
        })) {
      continue;
    }
    Dossier dossier = testing::build_dossier(logs, range);
    const SlowCosts slow(logs, range);
    RandomCosts random(logs, range, seed);
    const int amended = range.first + range.count / 2;
    std::vector<std::vector<SlowCost>> costs;
    std::vector<std::vector<SlowSum>> sums;
    std::vector<Budget> versions(2, dossier.project.budget.latest());
    versions[1].valid_from = testing::to_date(amended);
    for (std::size_t version = 0; version < 2; ++version) {
      costs.push_back(random.costs(version));
      sums.push_back(random.sums(slow));
      for (const SlowCost& cost : costs[version]) {
        versions[version].unit_costs.push_back(built(cost, dossier));
      }
      for (const SlowSum& sum : sums[version]) versions[version].lump_sums.push_back(built(sum));
    }
    dossier.project.budget.set(versions);
    std::vector<std::optional<int>> declared(2);
    for (Code code = 1; code <= 2; ++code) {
      REQUIRE(dossier.codes.lump_sums.intern("KR" + std::to_string(code)) == code);
      if (seed % 7 == code) continue;
      for (const int day : {range.first + static_cast<int>(seed % 11), range.first + 5}) {
        SettlementRow row;
        row.lump_sum = code;
        row.date = testing::to_date(day);
        dossier.logs.settlements.push_back(row);
        std::optional<int>& first = declared[code - 1];
        if (!first || day < *first) first = day;
      }
    }
    for (const std::size_t threads : {1U, 3U}) {
      const PeopleCounts counts = compute_people_counts(
          dossier, {testing::to_date(range.first), testing::to_date(amended)}, threads);
      const SimplifiedCosts program(dossier, counts);
      std::vector<std::int64_t> before(2);
      for (int day = range.first - 4; day < range.first + range.count + 2; ++day) {
        const std::size_t version = day >= amended ? 1 : 0;
        const Date date = testing::to_date(day);
        std::int64_t of_costs = 0;
        std::int64_t of_sums = 0;
        for (std::size_t i = 0; i < costs[version].size(); ++i) {
          const SlowCosts::Totals expected = slow.totals(costs[version][i], day);
          const SlowCosts::Totals found =
              plain(program.of_unit_cost(static_cast<Code>(i + 1), date));
          if (expected != found) {
            FAIL("seed " << seed << ", unit cost " << i << " of "
                         << unit_of_word(costs[version][i].of) << ", " << date.iso() << ": oracle "
                         << told(expected) << ", program " << told(found));
          }
          of_costs += expected.amount;
          paid += expected.amount > 0 ? 1 : 0;
          limited += expected.unpaid > 0 ? 1 : 0;
          if (threads != 1 || costs[version][i].rates.empty()) continue;
          Quantity listed;
          for (const PaidUnit& unit :
               compute_paid_units(dossier, versions[version].unit_costs[i], date)) {
            listed += unit.paid;
          }
          REQUIRE(listed.scaled_units() == expected.paid);
        }
        for (std::size_t i = 0; i < 2; ++i) {
          const SlowSum& sum = sums[version][i];
          const std::int64_t expected = sum.grosze == 0 ? 0 : slow.sum(sum, declared[i], day);
          const std::int64_t found =
              program.of_lump_sum(static_cast<Code>(i + 1), date).minor_units();
          if (expected != found) {
            FAIL("seed " << seed << ", lump sum " << i << ", " << date.iso() << ": oracle "
                         << expected << ", program " << found);
          }
          if (expected < before[i]) ++taken_back;
          if (expected != 0 && expected != sum.grosze) ++steps;
          before[i] = expected;
          of_sums += expected;
        }
        REQUIRE(program.of_task(1, date).minor_units() == of_costs);
        REQUIRE(program.of_task(2, date).minor_units() == of_sums);
        REQUIRE(program.total(date).minor_units() == of_costs + of_sums);
      }
    }
  }
  MESSAGE(paid << " amounts above 0, " << limited << " with units above a maximum, " << taken_back
               << " taken back, " << steps << " steps");
  CHECK(paid > 10'000);
  CHECK(limited > 5'000);
  CHECK(taken_back > 20);
  CHECK(steps > 100);
}

}  // namespace euproj
