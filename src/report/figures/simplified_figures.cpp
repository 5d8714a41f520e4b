#include "report/figures/simplified_figures.hpp"

#include <algorithm>

namespace euproj {
namespace {

struct Days {
  Date before;
  Date last;
};

LumpSumFigures lump_sum_figures(const Dossier& dossier, const SimplifiedCosts& simplified,
                                Code code, const LumpSum& sum, const Days& days) {
  LumpSumFigures made;
  made.id = sum.id;
  made.name = sum.name;
  made.task = dossier.codes.tasks.text(sum.task);
  made.amount = sum.amount;
  made.declared = simplified.declared(code, days.last);
  const Money cumulative = simplified.of_lump_sum(code, days.last);
  made.eligible = {cumulative - simplified.of_lump_sum(code, days.before), cumulative};
  for (const Requirement& required : sum.requirements) {
    const Indicator& indicator = dossier.project.indicators.at(required.indicator);
    made.requirements.push_back({sum.id, indicator.id, indicator.count, required.at_least,
                                 simplified.value(required, days.last)});
  }
  return made;
}

UnitCostFigures unit_cost_figures(const Dossier& dossier, const SimplifiedCosts& simplified,
                                  Code code, const UnitCost& cost, const Days& days) {
  const UnitTotals now = simplified.of_unit_cost(code, days.last);
  const UnitTotals before = simplified.of_unit_cost(code, days.before);
  UnitCostFigures made;
  made.id = cost.id;
  made.name = cost.name;
  made.task = dossier.codes.tasks.text(cost.task);
  made.category = dossier.codes.categories.text(cost.category);
  made.rate = now.rate;
  made.units_period = now.paid - before.paid;
  made.units = now.paid;
  made.eligible = {now.amount - before.amount, now.amount};
  made.unpaid_units = now.unpaid;
  made.unpaid = now.unpaid_amount;
  return made;
}

/// The days whose values a report shows the difference of: a claim begins behind the one before it.
Days days_of(const Project& project, const ReportScope& scope) {
  if (!scope.claim) return {scope.period.first.plus_days(-1), scope.period.last};
  const Date before = *scope.claim == 0 ? Date() : project.claims[*scope.claim - 1].period.last;
  return {before, scope.period.last};
}

/// What an amendment took away is shown while it moves something.
bool is_shown(bool exists, const MoneyFigures& eligible) {
  return exists || !eligible.period.is_zero() || !eligible.cumulative.is_zero();
}

}  // namespace

void add_simplified(const Dossier& dossier, const SimplifiedCosts& simplified,
                    const ReportScope& scope, Figures& figures) {
  if (!simplified.any()) return;
  const Budget& budget = dossier.project.budget.on(figures.period.last);
  const Days days = days_of(dossier.project, scope);
  for (Code code = 1; code <= budget.lump_sums.size(); ++code) {
    const LumpSum& sum = budget.lump_sums[code - 1];
    LumpSumFigures made = lump_sum_figures(dossier, simplified, code, sum, days);
    if (is_shown(sum.exists(), made.eligible)) figures.lump_sums.push_back(std::move(made));
  }
  for (Code code = 1; code <= budget.unit_costs.size(); ++code) {
    const UnitCost& cost = budget.unit_costs[code - 1];
    UnitCostFigures made = unit_cost_figures(dossier, simplified, code, cost, days);
    if (is_shown(cost.exists(), made.eligible)) figures.unit_costs.push_back(std::move(made));
  }
}

}  // namespace euproj
