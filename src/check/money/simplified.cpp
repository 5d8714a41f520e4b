#include <algorithm>
#include <map>
#include <vector>

#include "check/check_list.hpp"
#include "check/money/document_view.hpp"
#include "euproj/words/kinds.hpp"

namespace euproj {
namespace {

void check_sums_of_tasks(const Budget& budget, Diagnostics& diagnostics) {
  struct OfTask {
    Money sum;
    Place place;
  };
  std::map<Code, OfTask> tasks;
  for (const LumpSum& sum : budget.lump_sums) {
    if (!sum.exists()) continue;
    OfTask& task = tasks.try_emplace(sum.task, OfTask{{}, sum.place}).first->second;
    task.sum += sum.amount;
  }
  for (const auto& [code, of_task] : tasks) {
    if (code == no_code || code > budget.tasks.size()) continue;
    const Task& task = budget.tasks[code - 1];
    if (!task.planned || *task.planned == of_task.sum) continue;
    diagnostics.report(
        Kind::lump_sums_differ, of_task.place,
        {task.id, of_task.sum.text(), task.planned->text(), (*task.planned - of_task.sum).text()});
  }
}

void check_requirements(const Project& project, const Budget& budget, Diagnostics& diagnostics) {
  for (const LumpSum& sum : budget.lump_sums) {
    for (const Requirement& required : sum.requirements) {
      const Indicator& indicator = project.indicators.at(required.indicator);
      if (!indicator.target.total || required.at_least <= *indicator.target.total) continue;
      diagnostics.report(
          Kind::requirement_above_target, required.place,
          {sum.id, indicator.id, required.at_least.text(), indicator.target.total->text()});
    }
  }
}

/// `total` in euro, to the cent, for the reader: the threshold is compared without rounding.
std::string in_euro(Money total, Quantity euro) {
  const Int128 exact = static_cast<Int128>(total.minor_units()) * Quantity::scale;
  return Money::minor(checked_narrow(divide(exact, euro.scaled_units(), Rounding::half_up))).text();
}

/// The total less a threshold in euro: negative, zero, positive.
Int128 beyond(Money total, std::int64_t threshold, Quantity euro) {
  constexpr std::int64_t cents = 100;
  return static_cast<Int128>(total.minor_units()) * Quantity::scale -
         static_cast<Int128>(threshold) * cents * euro.scaled_units();
}

void check_thresholds(const Project& project, const FindingsDay& day, Diagnostics& diagnostics) {
  if (!project.rates || project.rates->euro <= Quantity()) return;
  constexpr std::int64_t simplified_up_to = 200'000;  // Art. 53(2) of 2021/1060
  constexpr std::int64_t vat_from = 5'000'000;        // Art. 64(1)(c)
  const Quantity euro = project.rates->euro;
  const Budget& budget = day.asked ? project.budget.on(*day.asked) : project.budget.latest();
  const Money total =
      (day.asked ? project.financing.on(*day.asked) : project.financing.latest()).total;
  const auto report = [&](KindOf<3> kind) {
    diagnostics.report(kind, project.rates->place,
                       {total.text(), euro.text(), in_euro(total, euro)});
  };
  const bool is_simplified =
      budget.indirect.has_value() || !budget.lump_sums.empty() || !budget.unit_costs.empty();
  if (!is_simplified && beyond(total, simplified_up_to, euro) <= 0) {
    report(Kind::simplified_costs_due);
  }
  if (!budget.vat_declared && beyond(total, vat_from, euro) >= 0) report(Kind::vat_needs_status);
}

/// What covers costs of a task and category; empty: nothing does.
std::string covering_form(const Budget& budget, Code task, Code category) {
  const auto sum =
      std::find_if(budget.lump_sums.begin(), budget.lump_sums.end(),
                   [&](const LumpSum& each) { return each.exists() && each.task == task; });
  if (sum != budget.lump_sums.end()) return sum->id;
  const auto cost =
      std::find_if(budget.unit_costs.begin(), budget.unit_costs.end(), [&](const UnitCost& each) {
        return each.exists() && each.task == task &&
               (each.category == no_code || each.category == category);
      });
  return cost == budget.unit_costs.end() ? std::string() : cost->id;
}

}  // namespace

void check_simplified_forms(const Project& project, const FindingsDay& day,
                            Diagnostics& diagnostics) {
  for (const Budget& budget : project.budget.all()) {
    if (budget.valid_from && !day.knows(*budget.valid_from)) continue;
    check_sums_of_tasks(budget, diagnostics);
    check_requirements(project, budget, diagnostics);
  }
  check_thresholds(project, day, diagnostics);
}

void check_settlements(const Dossier& dossier, Diagnostics& diagnostics) {
  std::vector<const SettlementRow*> first(dossier.codes.lump_sums.size() + 1, nullptr);
  for (const SettlementRow& row : dossier.logs.settlements) {
    const SettlementRow*& its = first.at(row.lump_sum);
    if (its == nullptr) {
      its = &row;
      continue;
    }
    const auto place = [&](const SettlementRow& of) {
      return dossier.logs.place(of.origin, Column::settlements_lump_sum);
    };
    diagnostics.report(Kind::settlement_twice, place(row),
                       {std::string(dossier.codes.lump_sums.text(row.lump_sum)), place(*its)});
  }
}

void check_forms_overlap(const Dossier& dossier, Diagnostics& diagnostics) {
  if (!has_simplified_forms(dossier.project)) return;
  const DocumentView view(dossier);
  for (const ExpenditureRow& row : dossier.logs.expenditures) {
    if (!view.knows(row)) continue;
    const std::string form =
        covering_form(dossier.project.budget.on(row.paid), row.task, row.category);
    if (form.empty()) continue;
    diagnostics.report(Kind::forms_overlap, view.place(row, Column::expenditures_task),
                       {view.number(row), std::string(dossier.codes.tasks.text(row.task)), form});
  }
}

}  // namespace euproj
