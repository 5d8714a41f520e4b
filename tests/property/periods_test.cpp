// The five example projects: months add up to the cumulative values, sources to eligible costs,
// breakdowns to participants, claims to the whole.

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <numeric>
#include <string>

#include "euproj/report/build_figures.hpp"
#include "support/examples.hpp"

namespace euproj {
namespace {

using testing::dossier_of;
using testing::example_names;

/// The calendar months that a project touches, each as far as the project goes.
std::vector<Period> months_of(Period project) {
  std::vector<Period> months;
  for (Date first = project.first; first <= project.last;) {
    const CalendarDay day = first.calendar();
    const Date next = Date::from(day.year, day.month, 1)->plus_months(1);
    months.push_back({first, std::min(next.plus_days(-1), project.last)});
    first = next;
  }
  return months;
}

/// Adds up a figure of every month and compares the sum with the cumulative one of each.
template <typename Number>
class RunningSum {
 public:
  void add(const std::string& what, Number period, Number cumulative) {
    Number& sum = sums_[what];
    sum += period;
    if (sum != cumulative) {
      FAIL_CHECK(what << ": the periods sum to " << sum.text() << ", cumulative is "
                      << cumulative.text());
    }
  }
  [[nodiscard]] std::size_t size() const { return sums_.size(); }

 private:
  std::map<std::string, Number> sums_;
};

void add_value(RunningSum<Quantity>& sums, const std::string& what, const Value& period,
               const Value& cumulative) {
  REQUIRE(period.women.has_value() == cumulative.women.has_value());
  REQUIRE(period.men.has_value() == cumulative.men.has_value());
  sums.add(what, *period.total, *cumulative.total);
  if (period.women) sums.add(what + " women", *period.women, *cumulative.women);
  if (period.men) sums.add(what + " men", *period.men, *cumulative.men);
}

void add_counts(RunningSum<Quantity>& counts, const Figures& figures) {
  for (const auto& row : figures.indicators) {
    if (row.count != Count::ratio) add_value(counts, row.id, row.period, row.cumulative);
  }
  for (const auto& breakdown : figures.breakdowns) {
    const std::string of = std::to_string(static_cast<int>(breakdown.of)) + " ";
    for (const auto& row : breakdown.rows) {
      add_value(counts, of + row.key, row.period, row.cumulative);
    }
  }
  for (const auto& row : figures.support) {
    add_value(counts, row.id, row.persons_period, row.persons_cumulative);
    counts.add(row.id + " sessions", *row.sessions_period, *row.sessions_cumulative);
    counts.add(row.id + " hours", *row.hours_period, *row.hours_cumulative);
    counts.add(row.id + " headcount", *row.headcount_period, *row.headcount_cumulative);
  }
}

void add_money(RunningSum<Money>& money, const Figures& figures) {
  const auto add = [&](const std::string& what, const MoneyFigures& row) {
    money.add(what, row.period, row.cumulative);
  };
  add("direct", figures.direct);
  add("indirect", figures.indirect);
  add("eligible", figures.eligible);
  for (const auto& row : figures.tasks) money.add("task " + row.id, row.period, row.cumulative);
  for (const auto& row : figures.categories) {
    money.add("category " + row.id, row.period, row.cumulative);
  }
  for (const auto& row : figures.sources) money.add("source " + row.id, row.period, row.cumulative);
}

void check_sources(const Figures& figures) {
  Money period;
  Money cumulative;
  for (const SourceFigures& source : figures.sources) {
    period += source.period;
    cumulative += source.cumulative;
    CHECK(source.cumulative + source.remaining == source.agreed);
  }
  CHECK(period == figures.eligible.period);
  CHECK(cumulative == figures.eligible.cumulative);
  CHECK(figures.direct.cumulative + figures.indirect.cumulative == figures.eligible.cumulative);
}

/// A breakdown is disjoint: each participant stands in one row, so its rows sum to all of them.
void check_breakdowns(const Figures& figures) {
  CHECK(*figures.participants.active + *figures.participants.exited == *figures.participants.total);
  for (const BreakdownFigures& breakdown : figures.breakdowns) {
    Quantity total;
    Quantity women;
    Quantity men;
    for (const BreakdownRow& row : breakdown.rows) {
      total += *row.cumulative.total;
      women += *row.cumulative.women;
      men += *row.cumulative.men;
    }
    CHECK(total == Quantity::whole(*figures.participants.total));
    CHECK(women == Quantity::whole(*figures.participants.women));
    CHECK(men == Quantity::whole(*figures.participants.men));
  }
}

TEST_CASE("every month of every example adds up to the cumulative values, counts and money") {
  for (const std::string& name : example_names) {
    INFO(name);
    const Dossier& dossier = dossier_of(name);
    RunningSum<Quantity> counts;
    RunningSum<Money> money;
    for (const Period& month : months_of(dossier.project.period)) {
      INFO(month.first.iso());
      const Figures figures = build_figures(dossier, month);
      add_counts(counts, figures);
      add_money(money, figures);
      check_sources(figures);
      check_breakdowns(figures);
    }
    CHECK(counts.size() >= dossier.project.indicators.size());
    CHECK(money.size() >= 3 + dossier.project.financing.latest().sources.size());
  }
}

TEST_CASE("claims of every example add up to the eligible costs and to each source") {
  for (const std::string& name : example_names) {
    INFO(name);
    const Dossier& dossier = dossier_of(name);
    const Figures figures = build_figures(dossier, dossier.project.period);
    REQUIRE_FALSE(figures.claims.empty());
    Money eligible;
    std::vector<Money> shares(figures.sources.size());
    for (const ClaimFigures& claim : figures.claims) {
      eligible += claim.eligible;
      CHECK(std::accumulate(claim.shares.begin(), claim.shares.end(), Money()) == claim.eligible);
      for (std::size_t i = 0; i < shares.size(); ++i) shares[i] += claim.shares[i];
    }
    CHECK(eligible == figures.eligible.cumulative);
    for (std::size_t i = 0; i < shares.size(); ++i) {
      CHECK(shares[i] == figures.sources[i].cumulative);
    }
  }
}

}  // namespace
}  // namespace euproj
