#include "euproj/calc/expenditure.hpp"

namespace euproj {

Expenditure::Expenditure(const Dossier& dossier)
    : project_(dossier.project), by_task_(dossier.codes.tasks.size() + 1),
      by_category_(dossier.codes.categories.size() + 1) {
  for (const ExpenditureRow& row : dossier.logs.expenditures) {
    const Date day = accounting_day(dossier, row);
    direct_.add(day, row.eligible);
    grants_.add(day, row.grant.value_or(Money()));
    by_task_.at(row.task).add(day, row.eligible);
    by_category_.at(row.category).add(day, row.eligible);
  }
  direct_.finish();
  grants_.finish();
  for (auto& series : by_task_) series.finish();
  for (auto& series : by_category_) series.finish();
}

Money Expenditure::indirect(Date day) const {
  const auto& rate = project_.budget.on(day).indirect;
  return rate ? share_of(direct(day), *rate, Rounding::down) : Money();
}

std::vector<Money> Expenditure::shares(Date day) const {
  const Financing& financing = project_.financing.on(day);
  if (financing.split_by == Financing::SplitBy::documents) {
    return financing.shares_by_documents(direct(day), grants_.at(day), indirect(day));
  }
  return financing.shares(eligible(day));
}

}  // namespace euproj
