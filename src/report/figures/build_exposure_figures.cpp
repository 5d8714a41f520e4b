// What indicators below their targets put at stake under the rule of proportionality.

#include <algorithm>

#include "report/figures/build_money_figures.hpp"

namespace euproj {
namespace {

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
