// --small-cells against attackers. The first tries every other project that differs in one person,
// with the real program: each hidden count must be another in one that prints the same report. The
// second knows no persons, only the sums, bounds and subsets that hold between printed counts.

#include "euproj/report/small_cells.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "euproj/report/build_figures.hpp"
#include "support/count_attacker.hpp"
#include "support/counting_words.hpp"
#include "support/person_counts.hpp"
#include "support/random.hpp"
#include "support/slow_calendar.hpp"

namespace euproj {
namespace {

using testing::DayRange;
using testing::PersonCounts;
using testing::PlainLogs;
using testing::Random;

struct Case {
  PlainLogs logs;
  DayRange range;
  Period period;
  std::int64_t least = 2;
};

/// U-3b is the second person_id of U-3.
bool is_of(const std::string& person_id, const std::string& person) {
  return person_id == person || person_id == person + "b" || person_id == person + "bb";
}

template <typename Row>
void rename(std::vector<Row>& rows, const std::string& prefix) {
  for (Row& row : rows) {
    if (!row.person_id.empty()) row.person_id = prefix + row.person_id;
  }
}

std::vector<std::string> persons_of(const PlainLogs& logs) {
  std::vector<std::string> persons;
  for (const auto& row : logs.participants) {
    std::string id = row.person_id;
    id.erase(id.find_last_not_of('b') + 1);
    if (std::find(persons.begin(), persons.end(), id) == persons.end()) persons.push_back(id);
  }
  return persons;
}

/// `number` tells twins apart.
void add_twin(PlainLogs& logs, const std::string& person, int number) {
  const std::string prefix = "t" + std::to_string(number);
  const auto copy = [&](auto& rows) {
    const auto from = rows;
    for (auto row : from) {
      if (!is_of(row.person_id, person)) continue;
      row.person_id = prefix + row.person_id;
      rows.push_back(row);
    }
  };
  const std::size_t before = logs.participants.size();
  copy(logs.participants);
  for (std::size_t i = before; i < logs.participants.size(); ++i) {
    auto& row = logs.participants[i];
    if (row.pesel != 0) row.pesel += static_cast<std::uint64_t>(number) * 100'000;
    if (!row.other_id.empty()) row.other_id = prefix + row.other_id;
  }
  copy(logs.support);
  copy(logs.outcomes);
}

/// The persons of several random logs, some of them many times, under the indicators of the first.
Case random_case(std::uint64_t seed) {
  const DayRange range{testing::slow_position({2022, 2, 16}), 150};
  Random random(seed);
  Case made{testing::random_logs(seed, range), range, {}, random.number(2, 5)};
  made.logs.has_support = true;
  for (int more = random.number(0, 3); more > 0; --more) {
    const std::uint64_t other_seed = seed * 10 + static_cast<std::uint64_t>(more) + 100'000;
    PlainLogs other = testing::random_logs(other_seed, range);
    const std::string prefix = std::to_string(more);
    rename(other.participants, prefix);
    rename(other.support, prefix);
    rename(other.outcomes, prefix);
    for (auto& row : other.participants) {
      if (row.pesel != 0) row.pesel += static_cast<std::uint64_t>(more) * 1'000;
      if (!row.other_id.empty()) row.other_id = prefix + row.other_id;
      made.logs.participants.push_back(row);
    }
    made.logs.support.insert(made.logs.support.end(), other.support.begin(), other.support.end());
    made.logs.outcomes.insert(made.logs.outcomes.end(), other.outcomes.begin(),
                              other.outcomes.end());
  }
  for (auto& row : made.logs.participants) {
    if (!row.attributes.contains(Attribute::sex)) row.attributes[Attribute::sex] = "K";
  }
  const std::vector<std::string> persons = persons_of(made.logs);
  for (int twins = random.number(0, 30); twins > 0; --twins) {
    add_twin(made.logs, random.pick(persons), twins);
  }
  const int first = range.first + random.number(0, 60);
  made.period = {testing::to_date(first), testing::to_date(first + random.number(5, 80))};
  return made;
}

void remove_person(PlainLogs& logs, const std::string& person) {
  std::erase_if(logs.participants, [&](const auto& row) { return is_of(row.person_id, person); });
  std::erase_if(logs.support, [&](const auto& row) { return is_of(row.person_id, person); });
  std::erase_if(logs.outcomes, [&](const auto& row) { return is_of(row.person_id, person); });
}

PersonCounts counts_of(const PlainLogs& logs, const Case& of) {
  return testing::person_counts(build_figures(testing::build_dossier(logs, of.range), of.period));
}

PersonCounts hidden_counts(const Case& of) {
  const Dossier dossier = testing::build_dossier(of.logs, of.range);
  Figures figures = build_figures(dossier, of.period);
  suppress_small_cells(dossier, of.least, figures);
  return testing::person_counts(figures);
}

std::int64_t at(const PersonCounts& counts, const std::string& name) {
  const auto found = counts.find(name);
  return found == counts.end() ? 0 : found->second.value();
}

bool prints_the_same(const PersonCounts& shown, const PersonCounts& world) {
  for (const auto& [name, count] : shown) {
    if (count && at(world, name) != *count) return false;
  }
  return std::all_of(world.begin(), world.end(), [&](const auto& entry) {
    return shown.contains(entry.first) || entry.second == 0;
  });
}

/// What reports of other periods would print: the period before, the months between two shown.
void check_differences(const PersonCounts& shown, const PersonCounts& real, std::int64_t least) {
  const auto is_small = [&](std::int64_t count) {
    return count != 0 && count < least && count > -least;
  };
  std::optional<std::int64_t> month;
  for (const auto& each : shown) {
    const auto& name = each.first;
    const auto& count = each.second;
    if (!count) continue;
    INFO(name);
    if (name.starts_with("month.")) {
      CHECK_FALSE(is_small(*count - month.value_or(*count)));
      month = count;
    }
    const std::size_t at_period = name.find(".period.");
    if (at_period == std::string::npos) continue;
    const std::string cumulative =
        name.substr(0, at_period) + ".cumulative." + name.substr(at_period + 8);
    if (shown.at(cumulative)) CHECK_FALSE(is_small(real.at(cumulative).value() - *count));
  }
}

TEST_CASE("each hidden count is another in some project that prints the same report") {
  std::size_t hidden = 0;
  std::size_t shown_above_zero = 0;
  for (std::uint64_t seed = 1; seed <= 60; ++seed) {
    const Case one = random_case(seed);
    const PersonCounts real = counts_of(one.logs, one);
    const PersonCounts shown = hidden_counts(one);
    INFO("seed " << seed << ", " << one.least << " persons");
    std::set<std::string> open;  // hidden, and no other world is found yet
    for (const auto& each : shown) {
      const auto& name = each.first;
      const auto& count = each.second;
      INFO(name << " " << real.at(name).value());
      if (!count) open.insert(name);
      if (count && *count > 0) ++shown_above_zero;
      const bool small = count && *count != 0 && *count<one.least&& * count> - one.least;
      CHECK_FALSE(small);
    }
    hidden += open.size();
    check_differences(shown, real, one.least);
    const std::vector<std::string> persons = persons_of(one.logs);
    std::vector<std::string> replaced = persons;
    replaced.emplace_back();  // nobody: the twin is added
    for (const std::string& out : replaced) {
      for (const std::string& twin : persons) {
        if (open.empty() || out == twin) continue;
        PlainLogs logs = one.logs;
        add_twin(logs, twin, 99);
        if (!out.empty()) remove_person(logs, out);
        const PersonCounts world = counts_of(logs, one);
        if (!prints_the_same(shown, world)) continue;
        std::erase_if(open, [&](const std::string& name) {
          return at(world, name) != real.at(name).value();
        });
      }
    }
    for (const std::string& name : open) FAIL_CHECK("told: " << name);
  }
  MESSAGE(hidden << " counts hidden, " << shown_above_zero << " above 0 shown");
  CHECK(hidden > 1'000);
  CHECK(shown_above_zero > 100);
}

bool is_small(const std::optional<Quantity>& value, std::int64_t least) {
  const Quantity limit = Quantity::whole(least);
  return value && !value->is_zero() && *value < limit && Quantity() - *value < limit;
}

/// The period, the cumulative value, and the period before that both tell.
bool shows_small(const std::optional<Quantity>& period, const std::optional<Quantity>& cumulative,
                 std::int64_t least) {
  return is_small(period, least) || is_small(cumulative, least) ||
         (period && cumulative && is_small(*cumulative - *period, least));
}

TEST_CASE("households, other people, measured values, ratios and volumes follow") {
  std::size_t ratios = 0;
  std::size_t volumes = 0;
  std::size_t others = 0;
  for (std::uint64_t seed = 1; seed <= 300; ++seed) {
    const Case one = random_case(seed);
    const Dossier dossier = testing::build_dossier(one.logs, one.range);
    Figures figures = build_figures(dossier, one.period);
    suppress_small_cells(dossier, one.least, figures);
    INFO("seed " << seed << ", " << one.least << " persons");
    CHECK(figures.small_cells == one.least);
    for (std::size_t i = 0; i < figures.indicators.size(); ++i) {
      const IndicatorFigures& indicator = figures.indicators[i];
      INFO(indicator.id);
      if (indicator.cumulative.suppressed.total) CHECK_FALSE(indicator.achieved);
      if (indicator.count == Count::households || indicator.count == Count::headcount ||
          indicator.count == Count::measured) {
        CHECK_FALSE(shows_small(indicator.period.total, indicator.cumulative.total, one.least));
        CHECK_FALSE(shows_small(indicator.period.women, indicator.cumulative.women, one.least));
        CHECK_FALSE(shows_small(indicator.period.men, indicator.cumulative.men, one.least));
        others += indicator.cumulative.suppressed.total ? 1 : 0;
      }
      if (indicator.count != Count::ratio) continue;
      const Indicator& ratio = dossier.project.indicators[i];
      for (const std::size_t part : {ratio.numerator, ratio.denominator}) {
        if (figures.indicators[part].cumulative.suppressed.total) {
          CHECK_FALSE(indicator.cumulative.total);
          ++ratios;
        }
        if (figures.indicators[part].period.suppressed.total) CHECK_FALSE(indicator.period.total);
      }
    }
    for (const SupportFigures& form : figures.support) {
      CHECK_FALSE(shows_small(form.headcount_period, form.headcount_cumulative, one.least));
      if (!form.persons_cumulative.suppressed.total && !form.persons_period.suppressed.total)
        continue;
      ++volumes;
      CHECK_FALSE(form.sessions_cumulative);
      CHECK_FALSE(form.sessions_period);
      CHECK_FALSE(form.hours_cumulative);
      CHECK_FALSE(form.hours_period);
    }
  }
  CHECK(ratios > 50);
  CHECK(volumes > 100);
  CHECK(others > 100);
}

TEST_CASE("sums, periods, sexes, subsets and printed zeros tell no hidden count") {
  std::size_t hidden = 0;
  for (std::uint64_t seed = 1; seed <= 300; ++seed) {
    const Case one = random_case(seed);
    const PersonCounts shown = hidden_counts(one);
    testing::CountAttacker attacker(shown);
    INFO("seed " << seed << ", " << one.least << " persons");
    for (const std::string& name : attacker.told()) FAIL_CHECK("told: " << name);
    hidden += attacker.hidden();
  }
  CHECK(hidden > 5'000);
}

TEST_CASE("the attacker is a real one: with one row hidden the sum tells it") {
  PersonCounts shown = {{"people.T", 10}, {"people.W", std::nullopt}, {"people.M", 8}};
  CHECK(testing::CountAttacker(shown).told() == std::vector<std::string>{"people.W"});
  shown["people.M"] = std::nullopt;
  CHECK(testing::CountAttacker(shown).told().empty());
  shown["people.T"] = 2;  // hidden and not printed as 0: one each
  CHECK(testing::CountAttacker(shown).told().size() == 2);
}

}  // namespace
}  // namespace euproj
