#include <algorithm>
#include <set>

#include "euproj/base/unicode.hpp"
#include "euproj/calc/costs.hpp"
#include "euproj/model/money_rules.hpp"
#include "report/figures/add_figures.hpp"

namespace euproj {
namespace {

/// Sorts the rows after the first `declared` ones: what a definition declares keeps its order; what
/// only the logs name has none, so a person looks for it by the alphabet.
template <typename Row>
void sort_by_id(std::vector<Row>& rows, std::size_t declared, std::string Row::*id) {
  const auto first = rows.begin() + static_cast<std::ptrdiff_t>(std::min(declared, rows.size()));
  std::sort(first, rows.end(),
            [id](const Row& a, const Row& b) { return is_before_in_polish(a.*id, b.*id); });
}

/// The costs before what the report is of, and at its end.
struct ScopeCosts {
  Costs before;
  Costs cumulative;

  /// Both values from one of costs: that at the end, and what the scope added.
  template <typename Of>
  [[nodiscard]] MoneyFigures money(const Of& of) const {
    const Money at_end = of(cumulative);
    return {at_end - of(before), at_end};
  }
};

ScopeCosts scope_costs(const Expenditure& expenditure, const ClaimedCosts& claimed,
                       const ReportScope& scope) {
  if (scope.claim) return {claimed.up_to(*scope.claim), claimed.up_to(*scope.claim + 1)};
  return {expenditure.on(scope.period.first.plus_days(-1)), expenditure.on(scope.period.last)};
}

std::string share_text(const FundingSource& source) {
  if (source.rate) return source.rate->percent_text() + " %";
  if (source.amount) return source.amount->text();
  return {};
}

std::vector<Money> difference(std::vector<Money> shares, const std::vector<Money>& before) {
  for (std::size_t i = 0; i < shares.size(); ++i) shares[i] -= before[i];
  return shares;
}

void add_sources(const Project& project, const ScopeCosts& costs, Figures& figures) {
  const Financing& financing = project.financing.on(figures.period.last);
  const auto agreed = financing.shares(financing.total);
  const auto cumulative = costs.cumulative.shares();
  const auto in_period = difference(cumulative, costs.before.shares());
  for (std::size_t i = 0; i < financing.sources.size(); ++i) {
    const FundingSource& source = financing.sources[i];
    figures.sources.push_back({source.id, source.kind, share_text(source), agreed[i], in_period[i],
                               cumulative[i], agreed[i] - cumulative[i],
                               percent_of(cumulative[i].minor_units(), agreed[i].minor_units()),
                               source.rate, source.rounding, source.name, source.in_kind});
  }
}

void add_tasks(const Dossier& dossier, const ScopeCosts& costs, Figures& figures) {
  const Budget& budget = dossier.project.budget.on(figures.period.last);
  for (Code code = 1; code <= dossier.codes.tasks.size(); ++code) {
    const MoneyFigures money = costs.money([&](const Costs& of) { return of.of_task(code); });
    TaskFigures task;
    task.id = dossier.codes.tasks.text(code);
    task.period = money.period;
    task.cumulative = money.cumulative;
    if (code <= budget.tasks.size()) {
      task.name = budget.tasks[code - 1].name;
      task.planned = budget.tasks[code - 1].planned;
      if (task.planned) task.remaining = *task.planned - money.cumulative;
    }
    figures.tasks.push_back(std::move(task));
  }
  sort_by_id(figures.tasks, budget.tasks.size(), &TaskFigures::id);
}

void add_categories(const Dossier& dossier, const ScopeCosts& costs, Figures& figures) {
  const auto& declared = dossier.project.budget.on(figures.period.last).categories;
  for (Code code = 1; code <= dossier.codes.categories.size(); ++code) {
    const MoneyFigures money = costs.money([&](const Costs& of) { return of.of_category(code); });
    figures.categories.push_back({std::string(dossier.codes.categories.text(code)),
                                  code <= declared.size() ? declared[code - 1].name : LocalText{},
                                  money.period, money.cumulative});
  }
  sort_by_id(figures.categories, declared.size(), &CategoryFigures::id);
}

void add_limits(const Project& project, const Costs& cumulative, Figures& figures) {
  for (const Limit& limit : project.budget.on(figures.period.last).limits) {
    Money used;
    for (const Code category : limit.categories) used += cumulative.of_category(category);
    const Money max = limit_max(project, limit, figures.period.last);
    figures.limits.push_back({limit.id, used, limit.of,
                              limit_base(project, limit, figures.period.last), limit.max, max,
                              max - used, used > max});
  }
}

/// What each claim brings of the documents that are known. Claims that begin after the reported
/// period do not exist yet (src/calc/README.md#day).
void add_claims(const Project& project, const ClaimedCosts& claimed, std::optional<Date> known_on,
                Figures& figures) {
  const auto knows = [&](Date day) { return !known_on || day <= *known_on; };
  for (std::size_t i = 0; i < project.claims.size(); ++i) {
    const Claim& claim = project.claims[i];
    if (claim.period.first > figures.period.last) continue;
    ClaimedCosts::Share share = claimed.of(i);
    ClaimFigures made{claim.id,
                      claim.period,
                      claim.status,
                      share.eligible,
                      std::move(share.sources),
                      claim.kinds,
                      {},
                      {}};
    if (claim.submitted && knows(claim.submitted->date)) made.submitted = claim.submitted;
    if (claim.decided && knows(claim.decided->date)) made.decided = claim.decided;
    figures.claims.push_back(std::move(made));
  }
}

void add_advances(const Dossier& dossier, const Expenditure& expenditure, Figures& figures) {
  const Project& project = dossier.project;
  for (const Advance& advance : project.advances) {
    if (advance.date > figures.period.last) continue;
    figures.advances.push_back(
        {advance.date,
         advance.source ? project.financing.latest().sources[*advance.source].id : std::string(),
         advance.direction == Advance::Direction::returned ? Money() - advance.amount
                                                           : advance.amount});
  }
  if (!figures.advances.empty()) {
    figures.settlement = compute_settlement(dossier, expenditure, figures.period.last);
  }
}

void add_shifts(const Project& project, Figures& figures) {
  const Budget& budget = project.budget.on(figures.period.last);
  if (!budget.shift_limit) return;
  for (const TaskFigures& task : figures.tasks) {
    if (!task.planned || task.cumulative <= *task.planned) continue;
    figures.shifts.push_back({task.id, *task.planned, task.cumulative - *task.planned,
                              *allowed_shift(budget, *task.planned)});
  }
}

void add_partners(const Project& project, const ScopeCosts& costs, Figures& figures) {
  const std::vector<Partner>& partners = project.budget.on(figures.period.last).partners;
  if (partners.empty()) return;
  const auto cumulative = costs.cumulative.of_partners();
  const auto before = costs.before.of_partners();
  for (std::size_t i = 0; i < partners.size(); ++i) {
    PartnerFigures made{partners[i].id,
                        partners[i].name,
                        partners[i].leads,
                        partners[i].planned,
                        cumulative[i].eligible - before[i].eligible,
                        cumulative[i].eligible,
                        {},
                        cumulative[i].shares};
    if (made.planned) made.remaining = *made.planned - made.cumulative;
    figures.partners.push_back(std::move(made));
  }
}

void add_documented(const Dossier& dossier, const Costs& cumulative, Figures& figures) {
  const auto& sources = dossier.project.financing.on(figures.period.last).sources;
  const bool any = std::any_of(dossier.logs.expenditures.begin(), dossier.logs.expenditures.end(),
                               [](const ExpenditureRow& row) { return row.source != no_code; });
  if (!any) return;
  for (std::size_t i = 0; i < sources.size(); ++i) {
    const Money documented = cumulative.documented(static_cast<Code>(i + 1));
    if (is_grant(sources[i].kind) && documented.is_zero()) continue;
    figures.documented.push_back(
        {sources[i].id, sources[i].in_kind, figures.sources[i].cumulative, documented});
  }
}

/// Which versions were used, and what those that took effect in the period moved.
void add_versions(const Project& project, const Expenditure& expenditure, const ScopeCosts& costs,
                  const ReportScope& scope, Figures& figures) {
  std::set<Date> amended;
  const auto add = [&](bool of_financing, const auto& versions) {
    const auto& all = versions.all();
    if (all.size() == 1) return;
    const std::size_t used = versions.position_on(figures.period.last);
    figures.versions.push_back({of_financing, used + 1, all.size(), all[used].valid_from});
    for (const auto& version : all) {
      if (version.valid_from && figures.period.contains(*version.valid_from)) {
        amended.insert(*version.valid_from);
      }
    }
  };
  add(true, project.financing);
  add(false, project.budget);
  std::vector<Money> were = costs.before.shares();
  for (const Date day : amended) {
    std::vector<Money> moved;
    if (scope.claim) {  // of what the claims before it had
      const std::vector<Money> shares = costs.before.by_versions_of(day).shares();
      moved = difference(shares, were);
      were = shares;
    } else {
      moved = expenditure.adjustment_on(day);
    }
    const bool any = std::any_of(moved.begin(), moved.end(), [](Money m) { return !m.is_zero(); });
    if (any) figures.adjustments.push_back({day, std::move(moved)});
  }
}

void add_flat_rate(const Budget& budget, const Costs& cumulative, Figures& figures) {
  if (!budget.indirect) return;
  figures.flat_rate = FlatRateFigures{flat_rate(budget), budget.indirect->of,
                                      budget.indirect->rounding, cumulative.base()};
}

void collect_forms(const Condition& condition, std::vector<Code>& forms) {
  forms.insert(forms.end(), condition.support.begin(), condition.support.end());
  for (const Condition& part : condition.any) collect_forms(part, forms);
  for (const Condition& part : condition.all) collect_forms(part, forms);
}

/// As the indicator says, else those of the forms of support that it counts. By code, once each.
std::vector<Code> tasks_of(const Dossier& dossier, const Indicator& indicator) {
  std::vector<Code> tasks = indicator.tasks;
  if (tasks.empty()) {
    std::vector<Code> forms;
    collect_forms(indicator.where, forms);
    for (const Code form : forms) {
      if (form > dossier.project.support_forms.size()) continue;
      const std::string& task = dossier.project.support_forms[form - 1].task;
      if (const Code code = dossier.codes.tasks.find(task); code != no_code) tasks.push_back(code);
    }
  }
  std::sort(tasks.begin(), tasks.end());
  tasks.erase(std::unique(tasks.begin(), tasks.end()), tasks.end());
  return tasks;
}

/// What of the flat-rate costs falls to these direct costs, rounded down: the rate of them, or
/// where it is of other costs the same part of both.
Money flat_rate_part(const Figures& figures, Money direct) {
  if (!figures.flat_rate) return {};
  const Money all = figures.direct.cumulative;
  if (figures.flat_rate->base == all) {
    return share_of(direct, figures.flat_rate->rate, Rounding::down);
  }
  if (all.is_zero() || all.is_negative() || direct.is_negative()) return {};
  return share_of(figures.indirect.cumulative, Rate::of(direct.minor_units(), all.minor_units()),
                  Rounding::down);
}

}  // namespace

void add_money(const Dossier& dossier, const Expenditure& expenditure, const ReportScope& scope,
               Figures& figures) {
  const Project& project = dossier.project;
  const std::optional<Date> known_on = scope.claim ? scope.known_on : scope.period.last;
  const ClaimedCosts claimed(dossier, known_on, expenditure.simplified());
  const ScopeCosts costs = scope_costs(expenditure, claimed, scope);
  add_sources(project, costs, figures);
  figures.direct = costs.money([](const Costs& of) { return of.direct(); });
  figures.indirect = costs.money([](const Costs& of) { return of.indirect(); });
  figures.eligible = costs.money([](const Costs& of) { return of.eligible(); });
  add_flat_rate(project.budget.on(figures.period.last), costs.cumulative, figures);
  add_tasks(dossier, costs, figures);
  add_categories(dossier, costs, figures);
  add_limits(project, costs.cumulative, figures);
  add_claims(project, claimed, known_on, figures);
  if (!scope.claim) add_on_the_way(dossier, figures);
  add_advances(dossier, expenditure, figures);
  figures.forecast = compute_forecast(project, expenditure, figures.period.last);
  add_shifts(project, figures);
  add_partners(project, costs, figures);
  add_documented(dossier, costs.cumulative, figures);
  add_versions(project, expenditure, costs, scope, figures);
}

void add_exposure(const Dossier& dossier, Figures& figures) {
  for (std::size_t i = 0; i < figures.indicators.size(); ++i) {
    const IndicatorFigures& indicator = figures.indicators[i];
    if (!indicator.target.total || !indicator.cumulative.total) continue;
    if (*indicator.cumulative.total >= *indicator.target.total) continue;
    ExposureFigures made;
    made.indicator = indicator.id;
    made.missing = *indicator.target.total - *indicator.cumulative.total;
    made.achieved = indicator.achieved;
    const std::vector<Code> tasks = tasks_of(dossier, dossier.project.indicators[i]);
    for (const Code task : tasks) {
      const std::string_view id = dossier.codes.tasks.text(task);
      made.tasks.emplace_back(id);
      for (const TaskFigures& figure : figures.tasks) {
        if (figure.id == id) made.direct += figure.cumulative;
      }
    }
    if (tasks.empty()) made.direct = figures.direct.cumulative;
    made.indirect = flat_rate_part(figures, made.direct);
    if (made.direct.is_zero() && made.indirect.is_zero()) continue;  // nothing is at stake
    figures.exposure.push_back(std::move(made));
  }
}

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
