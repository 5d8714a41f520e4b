#include "report/figures/money_figures.hpp"

#include <algorithm>
#include <set>

#include "euproj/base/unicode.hpp"
#include "euproj/model/money_rules.hpp"

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

/// Both values of a period from a cumulative one: value(b), and value(b) - value(a - 1).
template <typename At>
MoneyFigures money_of(Period period, const At& at) {
  const Money cumulative = at(period.last);
  return {cumulative - at(period.first.plus_days(-1)), cumulative};
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

void add_sources(const Project& project, const Expenditure& expenditure, Figures& figures) {
  const Period period = figures.period;
  const Financing& financing = project.financing.on(period.last);
  const auto agreed = financing.shares(financing.total);
  const auto cumulative = expenditure.shares(period.last);
  const auto in_period = difference(cumulative, expenditure.shares(period.first.plus_days(-1)));
  for (std::size_t i = 0; i < financing.sources.size(); ++i) {
    const FundingSource& source = financing.sources[i];
    figures.sources.push_back({source.id, source.kind, share_text(source), agreed[i], in_period[i],
                               cumulative[i], agreed[i] - cumulative[i],
                               percent_of(cumulative[i].minor_units(), agreed[i].minor_units())});
  }
}

void add_tasks(const Dossier& dossier, const Expenditure& expenditure, Figures& figures) {
  const Budget& budget = dossier.project.budget.on(figures.period.last);
  for (Code code = 1; code <= dossier.codes.tasks.size(); ++code) {
    const MoneyFigures money =
        money_of(figures.period, [&](Date day) { return expenditure.of_task(code, day); });
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

void add_categories(const Dossier& dossier, const Expenditure& expenditure, Figures& figures) {
  const auto& declared = dossier.project.budget.on(figures.period.last).categories;
  for (Code code = 1; code <= dossier.codes.categories.size(); ++code) {
    const MoneyFigures money =
        money_of(figures.period, [&](Date day) { return expenditure.of_category(code, day); });
    figures.categories.push_back({std::string(dossier.codes.categories.text(code)),
                                  code <= declared.size() ? declared[code - 1].name : LocalText{},
                                  money.period, money.cumulative});
  }
  sort_by_id(figures.categories, declared.size(), &CategoryFigures::id);
}

void add_limits(const Project& project, const Expenditure& expenditure, Figures& figures) {
  for (const Limit& limit : project.budget.on(figures.period.last).limits) {
    Money used;
    for (const Code category : limit.categories) {
      used += expenditure.of_category(category, figures.period.last);
    }
    const Money max = limit_max(project, limit, figures.period.last);
    figures.limits.push_back({limit.id, used, limit.of,
                              limit_base(project, limit, figures.period.last), limit.max, max,
                              max - used, used > max});
  }
}

/// What each claim brings: its days' costs, the corrections that belong to them included. Days
/// after the reported period do not exist yet (SPEC 4.1).
void add_claims(const Project& project, const Expenditure& expenditure, Figures& figures) {
  for (const Claim& claim : project.claims) {
    if (claim.period.first > figures.period.last) continue;
    const Date last = std::min(claim.period.last, figures.period.last);
    const Date before = claim.period.first.plus_days(-1);
    figures.claims.push_back({claim.id, claim.period, claim.status,
                              expenditure.eligible(last) - expenditure.eligible(before),
                              difference(expenditure.shares(last), expenditure.shares(before))});
  }
}

void add_advances(const Project& project, const Expenditure& expenditure, Figures& figures) {
  for (const Advance& advance : project.advances) {
    if (advance.date > figures.period.last) continue;
    figures.advances.push_back(
        {advance.date,
         advance.source ? project.financing.latest().sources[*advance.source].id : std::string(),
         advance.direction == Advance::Direction::returned ? Money() - advance.amount
                                                           : advance.amount});
  }
  if (!figures.advances.empty()) {
    figures.settlement = compute_settlement(project, expenditure, figures.period.last);
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

void add_partners(const Project& project, const Expenditure& expenditure, Figures& figures) {
  const std::vector<Partner>& partners = project.budget.on(figures.period.last).partners;
  if (partners.empty()) return;
  const auto cumulative = expenditure.of_partners(figures.period.last);
  const auto before = expenditure.of_partners(figures.period.first.plus_days(-1));
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

void add_documented(const Dossier& dossier, const Expenditure& expenditure, Figures& figures) {
  const auto& sources = dossier.project.financing.on(figures.period.last).sources;
  const bool any = std::any_of(dossier.logs.expenditures.begin(), dossier.logs.expenditures.end(),
                               [](const ExpenditureRow& row) { return row.source != no_code; });
  if (!any) return;
  for (std::size_t i = 0; i < sources.size(); ++i) {
    const Money documented = expenditure.documented(static_cast<Code>(i + 1), figures.period.last);
    if (is_grant(sources[i].kind) && documented.is_zero()) continue;
    figures.documented.push_back(
        {sources[i].id, sources[i].in_kind, figures.sources[i].cumulative, documented});
  }
}

/// Which versions were used, and what those that took effect in the period moved.
void add_versions(const Project& project, const Expenditure& expenditure, Figures& figures) {
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
  for (const Date day : amended) {
    std::vector<Money> moved = expenditure.adjustment_on(day);
    const bool any = std::any_of(moved.begin(), moved.end(), [](Money m) { return !m.is_zero(); });
    if (any) figures.adjustments.push_back({day, std::move(moved)});
  }
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

}  // namespace

void add_money(const Dossier& dossier, const Expenditure& expenditure, Figures& figures) {
  const Project& project = dossier.project;
  add_sources(project, expenditure, figures);
  figures.direct = money_of(figures.period, [&](Date day) { return expenditure.direct(day); });
  figures.indirect = money_of(figures.period, [&](Date day) { return expenditure.indirect(day); });
  figures.eligible = money_of(figures.period, [&](Date day) { return expenditure.eligible(day); });
  figures.indirect_rate = project.budget.on(figures.period.last).indirect;
  add_tasks(dossier, expenditure, figures);
  add_categories(dossier, expenditure, figures);
  add_limits(project, expenditure, figures);
  add_claims(project, expenditure, figures);
  add_advances(project, expenditure, figures);
  figures.forecast = compute_forecast(project, expenditure, figures.period.last);
  add_shifts(project, figures);
  add_partners(project, expenditure, figures);
  add_documented(dossier, expenditure, figures);
  add_versions(project, expenditure, figures);
}

void add_exposure(const Dossier& dossier, const Expenditure& expenditure, Figures& figures) {
  const Date day = figures.period.last;
  const auto& rate = dossier.project.budget.on(day).indirect;
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
      made.tasks.emplace_back(dossier.codes.tasks.text(task));
      made.direct += expenditure.of_task(task, day);
    }
    if (tasks.empty()) made.direct = expenditure.direct(day);
    if (rate) made.indirect = share_of(made.direct, *rate, Rounding::down);
    if (made.direct.is_zero() && made.indirect.is_zero()) continue;  // nothing is at stake
    figures.exposure.push_back(std::move(made));
  }
}

}  // namespace euproj
