// Ten thousand random projects with all that src/calc/README.md#money has, mixed (see
// mixed_project.hpp). What a report prints is compared with plain lists that are added up again for
// every day: periods, claims, what is on the way, advances, partners, and that both axes end at the
// same grosz.

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "euproj/calc/costs.hpp"
#include "euproj/calc/indicator_value.hpp"
#include "euproj/calc/simplified_costs.hpp"
#include "euproj/report/build_figures.hpp"
#include "euproj/report/evidence.hpp"
#include "support/mixed_project.hpp"
#include "support/random.hpp"
#include "support/slow_project.hpp"

namespace euproj {
namespace {

using testing::category_count;
using testing::claim_count;
using testing::claim_days;
using testing::cost_count;
using testing::MixedProject;
using testing::part_of;
using testing::PlainAdvance;
using testing::PlainDocument;
using testing::project_days;
using testing::Random;
using testing::SlowProject;
using testing::SlowSum;
using testing::SlowTotals;
using testing::source_count;
using testing::sum_count;
using testing::Sums;
using testing::task_count;
using testing::to_date;

constexpr std::uint64_t last_seed = 10'000;

/// How often what has to be met was met.
struct Met {
  std::uint64_t paid_forms = 0;
  std::uint64_t limited = 0;
  std::uint64_t steps = 0;
  std::uint64_t taken_back = 0;
  std::uint64_t missed_by_rounding = 0;
  std::uint64_t cuts = 0;
  std::uint64_t settled = 0;
  std::uint64_t waiting = 0;
  std::uint64_t by_documents = 0;
  std::uint64_t listed = 0;
};

class Comparison {
 public:
  Comparison(const MixedProject& made, std::uint64_t seed, Met& met)
      : made_(made),
        slow_(made),
        seed_(seed),
        met_(met),
        counts_(compute_people_counts(made.dossier, made.dossier.project.period,
                                      seed % 16 == 0 ? 3 : 1)),
        simplified_(made.dossier, counts_) {
    met_.cuts += made.cuts.size();
    if (made.financings[0].split_by == Financing::SplitBy::documents) ++met_.by_documents;
  }

  /// The whole time in a few periods: each, and that they add up.
  void periods(Random& random) {
    std::vector<int> ends = {made_.first - 1, made_.last(), made_.last() + 60};
    for (int i = 0; i < 3; ++i) ends.push_back(made_.first + random.number(0, project_days + 40));
    std::sort(ends.begin(), ends.end());
    ends.erase(std::unique(ends.begin(), ends.end()), ends.end());
    Figures all;
    for (std::size_t i = 1; i < ends.size(); ++i) {
      const int before = ends[i - 1];
      const int day = ends[i];
      at_ = "period up to day " + std::to_string(day - made_.first);
      const ReportScope scope(Period{to_date(before + 1), to_date(day)});
      const Figures figures = figures_of(scope);
      compare(figures, slow_.paid(before), slow_.paid(day));
      compare_list(scope, figures);
      compare_forms(before, day);
      compare_listed_forms(figures, day);
      compare_claims(figures, day);
      compare_on_the_way(figures, day);
      compare_advances(figures, day);
      compare_forecast(figures, day);
      add(figures, all);
    }
    const Figures end = figures_of(ReportScope(Period{to_date(made_.first), to_date(ends.back())}));
    at_ = "sum of the periods";
    is("direct", all.direct.period, end.direct.cumulative);
    is("indirect", all.indirect.period, end.indirect.cumulative);
    for (std::size_t i = 0; i < source_count; ++i) {
      is("source", all.sources[i].period, end.sources[i].cumulative);
    }
    for (std::size_t i = 0; i < task_count; ++i) {
      is("task", all.tasks[i].period, end.tasks[i].cumulative);
    }
    ends_alike(end);
  }

  void evenings() {
    for (int day = made_.first - 1; day <= made_.last() + 2; ++day) {
      at_ = "evening of day " + std::to_string(day - made_.first);
      compare_forms(day - 1, day);
    }
  }

  void claim(int claim) {
    at_ = "report of claim " + std::to_string(claim + 1);
    const Project& project = made_.dossier.project;
    const auto at = static_cast<std::size_t>(claim);
    const ReportScope scope(project.claims[at].period, at, std::nullopt);
    const Figures figures = figures_of(scope);
    compare(figures, slow_.claimed(claim, {}), slow_.claimed(claim + 1, {}));
    compare_list(scope, figures);
  }

 private:
  [[nodiscard]] Figures figures_of(const ReportScope& scope) const {
    return build_figures(made_.dossier, scope);
  }

  void is(const char* what, std::int64_t found, std::int64_t expected) const {
    if (found == expected) return;
    FAIL("seed " << seed_ << ", " << at_ << ", " << std::string(what) << ": program " << found
                 << ", oracle " << expected);
  }
  void is(const char* what, Money found, std::int64_t expected) const {
    is(what, found.minor_units(), expected);
  }
  void is(const char* what, Money found, Money expected) const {
    is(what, found, expected.minor_units());
  }
  void is(const char* what, const MoneyFigures& found, std::int64_t before,
          std::int64_t now) const {
    is(what, found.cumulative, now);
    is(what, found.period, now - before);
  }

  void compare(const Figures& figures, const Sums& before, const Sums& now) const {
    is("direct", figures.direct, before.direct, now.direct);
    is("indirect", figures.indirect, before.indirect, now.indirect);
    is("eligible", figures.eligible, before.eligible(), now.eligible());
    if (figures.flat_rate) is("base", figures.flat_rate->base, now.base);
    for (std::size_t i = 0; i < source_count; ++i) {
      const SourceFigures& source = figures.sources.at(i);
      is("source", {source.period, source.cumulative}, before.sources.at(i), now.sources.at(i));
      is("leader's source", figures.partners.at(0).shares.at(i), now.of_leader.at(i));
    }
    for (std::size_t i = 0; i < task_count; ++i) {
      const TaskFigures& task = figures.tasks.at(i);
      is("task", {task.period, task.cumulative}, before.tasks.at(i + 1), now.tasks.at(i + 1));
    }
    for (std::size_t i = 0; i < category_count; ++i) {
      const CategoryFigures& category = figures.categories.at(i);
      is("category", {category.period, category.cumulative}, before.categories.at(i + 1),
         now.categories.at(i + 1));
    }
    for (std::size_t i = 0; i < 2; ++i) {
      const PartnerFigures& partner = figures.partners.at(i);
      is("partner", {partner.period, partner.cumulative}, before.partners.at(i),
         now.partners.at(i));
    }
  }

  /// The columns of the list of documents add up to the figures, also where it is in parts.
  void compare_list(const ReportScope& scope, const Figures& figures) {
    if (seed_ % 8 != 0) return;
    SourceSet sources;
    static_cast<void>(sources.add("wydatki.csv", "wydatki.csv"));
    constexpr std::size_t max_rows = 9;
    const WorkbookEvidence list =
        build_document_list(made_.dossier, sources, scope, figures, Language::english, max_rows);
    std::map<std::string, Money> sums;
    for (const DocumentSection& section : list.sections) {
      const Table& table = section.tables.at(0);
      for (std::size_t row = 0; row < table.row_count(); ++row) {
        const TableRow cells = table.row(row);
        if (cells.role == RowRole::total) continue;
        ++met_.listed;
        for (std::size_t i = 0; i < table.columns.size(); ++i) {
          const auto* const money = std::get_if<Money>(&cells.cells[i].value);
          if (money != nullptr) sums[table.columns[i].id] += *money;
        }
      }
    }
    const auto of_report = [&](const auto& money) {
      return scope.claim ? money.period : money.cumulative;
    };
    is("listed eligible", sums["eligible"], of_report(figures.eligible));
    for (const SourceFigures& source : figures.sources) {
      is("listed source", sums["source_" + source.id], of_report(source));
    }
  }

  void compare_forms(int before, int day) {
    const Budget& budget = made_.dossier.project.budget.on(to_date(day));
    for (std::size_t i = 0; i < cost_count; ++i) {
      const auto code = static_cast<Code>(i + 1);
      const UnitTotals found = simplified_.of_unit_cost(code, to_date(day));
      const SlowTotals expected = slow_.unit_cost(i, day);
      is("units", found.paid.scaled_units(), expected.paid);
      is("unit cost", found.amount, expected.amount);
      is("unpaid units", found.unpaid.scaled_units(), expected.unpaid);
      is("unpaid", found.unpaid_amount, expected.unpaid_amount);
      is("unrated units", found.unrated.scaled_units(), expected.unrated);
      met_.paid_forms += expected.amount > 0 ? 1U : 0U;
      met_.limited += expected.unpaid > 0 ? 1U : 0U;
      if (seed_ % 8 != 0 || !budget.unit_costs[i].exists()) continue;
      Quantity listed;
      for (const PaidUnit& unit :
           compute_paid_units(made_.dossier, budget.unit_costs[i], to_date(day))) {
        listed += unit.paid;
      }
      is("units listed", listed.scaled_units(), expected.paid);
    }
    for (std::size_t i = 0; i < sum_count; ++i) {
      const std::int64_t now = slow_.lump_sum(i, day);
      const std::int64_t were = slow_.lump_sum(i, before);
      is("lump sum", simplified_.of_lump_sum(static_cast<Code>(i + 1), to_date(day)), now);
      const SlowSum& sum = made_.budget_on(day).sums[i];
      met_.steps += now != 0 && now != sum.grosze ? 1U : 0U;
      met_.taken_back += now < were ? 1U : 0U;
      met_.paid_forms += now > 0 ? 1U : 0U;
      for (const Requirement& required : budget.lump_sums[i].requirements) {
        const auto shown = simplified_.value(required, to_date(day));
        const auto rounded =
            cumulative_value(made_.dossier, counts_.indicators, required.indicator, to_date(day))
                .total;
        if (shown != rounded) ++met_.missed_by_rounding;
      }
    }
  }

  /// An amendment may take a form away, but not what it has moved.
  void compare_listed_forms(const Figures& figures, int day) const {
    std::int64_t listed = 0;
    for (const LumpSumFigures& sum : figures.lump_sums) {
      listed += sum.eligible.cumulative.minor_units();
    }
    for (const UnitCostFigures& cost : figures.unit_costs) {
      listed += cost.eligible.cumulative.minor_units();
    }
    is("forms listed", listed, simplified_.total(to_date(day)).minor_units());
  }

  void compare_claims(const Figures& figures, int day) const {
    for (std::size_t i = 0; i < figures.claims.size(); ++i) {
      const Sums before = slow_.claimed(static_cast<int>(i), day);
      const Sums after = slow_.claimed(static_cast<int>(i) + 1, day);
      is("claim", figures.claims[i].eligible, after.eligible() - before.eligible());
      for (std::size_t source = 0; source < source_count; ++source) {
        is("claim's source", figures.claims[i].shares.at(source),
           after.sources.at(source) - before.sources.at(source));
      }
    }
  }

  void compare_on_the_way(const Figures& figures, int day) {
    std::array<std::int64_t, 3> expected{};
    std::int64_t ended = 0;
    const auto add = [&](const PlainDocument& row, bool is_cut) {
      if (row.paid > day) return;
      const int claim = made_.claim_of(row);
      if (claim < 0) {
        expected[0] += row.eligible;
      } else if (made_.end_of(claim) > day) {
        expected[1] += row.eligible;
      } else {
        ended += row.eligible;
        const bool outside =
            row.paid > made_.end_of(claim) || row.paid <= made_.end_of(claim) - claim_days;
        if (outside && !is_cut) expected[2] += row.eligible;
      }
    };
    for (const PlainDocument& row : made_.documents) add(row, false);
    for (const PlainDocument& row : made_.cuts) add(row, true);
    for (std::size_t i = 0; i < expected.size(); ++i) {
      is("on the way", figures.on_the_way->parts.at(i).amount, expected.at(i));
    }
    is("ended claims and what waits", figures.direct.cumulative - simplified_.total(to_date(day)),
       ended + expected[0] + expected[1]);
    met_.waiting += expected[0] + expected[1] != 0 ? 1U : 0U;
  }

  void compare_advances(const Figures& figures, int day) {
    std::int64_t received = 0;
    std::int64_t returned = 0;
    bool any = false;
    for (const PlainAdvance& advance : made_.advances) {
      if (advance.date > day) continue;
      any = true;
      (advance.amount < 0 ? returned : received) +=
          advance.amount < 0 ? -advance.amount : advance.amount;
    }
    is("advances", figures.settlement.has_value() ? 1 : 0, any ? 1 : 0);
    if (!any) return;
    const std::int64_t settled = slow_.settled(day);
    is("received", figures.settlement->received, received);
    is("returned", figures.settlement->returned, returned);
    is("settled", figures.settlement->settled, settled);
    is("open", figures.settlement->open, received - returned - settled);
    met_.settled += settled != 0 ? 1U : 0U;
    if (!made_.dossier.project.advances_rule) return;
    const std::int64_t due = part_of(received - returned, 7, 10, Rounding::up);
    is("missing", *figures.settlement->missing, std::max(std::int64_t{0}, due - settled));
  }

  void compare_forecast(const Figures& figures, int day) const {
    const int elapsed = std::min(day, made_.last()) - made_.first + 1;
    is("forecast", figures.forecast.has_value() ? 1 : 0, elapsed > 0 ? 1 : 0);
    if (elapsed <= 0) return;
    is("forecast", figures.forecast->at_end,
       part_of(slow_.without_lump_sums(day).eligible(), project_days, elapsed, Rounding::down));
  }

  static void add(const Figures& figures, Figures& all) {
    all.direct.period += figures.direct.period;
    all.indirect.period += figures.indirect.period;
    if (all.sources.empty()) {
      all.sources = figures.sources;
      all.tasks = figures.tasks;
      return;
    }
    for (std::size_t i = 0; i < source_count; ++i) {
      all.sources[i].period += figures.sources[i].period;
    }
    for (std::size_t i = 0; i < task_count; ++i) {
      all.tasks[i].period += figures.tasks[i].period;
    }
  }

  /// Nothing happens behind the last claim but decisions, and payments that are in none.
  void ends_alike(const Figures& end) {
    if (!made_.all_claimed) return;
    at_ = "both axes at the end";
    const ClaimedCosts claimed(made_.dossier, std::nullopt, &simplified_);
    Money eligible;
    std::array<Money, source_count> sources;
    for (std::size_t claim = 0; claim < claim_count; ++claim) {
      const ClaimedCosts::Share share = claimed.of(claim);
      eligible += share.eligible;
      for (std::size_t i = 0; i < source_count; ++i) sources.at(i) += share.sources[i];
    }
    is("eligible", eligible, end.eligible.cumulative);
    for (std::size_t i = 0; i < source_count; ++i) {
      is("source", sources.at(i), end.sources[i].cumulative);
    }
  }

  const MixedProject& made_;
  const SlowProject slow_;
  const std::uint64_t seed_;
  Met& met_;
  const PeopleCounts counts_;
  const SimplifiedCosts simplified_;
  std::string at_;
};

}  // namespace

TEST_CASE("ten thousand random projects with all forms of costs are what a slow oracle says") {
  Met met;
  for (std::uint64_t seed = 1; seed <= last_seed; ++seed) {
    const MixedProject made = testing::make_mixed_project(seed);
    Random random(seed * 31 + 7);
    Comparison comparison(made, seed, met);
    comparison.periods(random);
    comparison.claim(random.number(0, claim_count - 1));
    if (seed % 20 == 0) comparison.evenings();
  }
  MESSAGE(met.paid_forms << " amounts of forms, " << met.limited << " with units above a maximum, "
                         << met.steps << " steps, " << met.taken_back << " taken back, "
                         << met.missed_by_rounding << " percentages that only seem to reach; "
                         << met.cuts << " cuts, " << met.settled << " settled, " << met.waiting
                         << " days on which costs wait, " << met.by_documents
                         << " projects split by documents");
  CHECK(met.paid_forms > 50'000);
  CHECK(met.limited > 20'000);
  CHECK(met.steps > 500);
  CHECK(met.taken_back > 500);
  CHECK(met.missed_by_rounding > 50);
  CHECK(met.cuts > 10'000);
  CHECK(met.settled > 10'000);
  CHECK(met.waiting > 10'000);
  CHECK(met.by_documents > 1'000);
  CHECK(met.listed > 10'000);
}

}  // namespace euproj