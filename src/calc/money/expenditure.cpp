#include "euproj/calc/expenditure.hpp"

#include "euproj/model/documents.hpp"

namespace euproj {
namespace {

std::vector<Money> values_on(Date day, const std::vector<Series<Money>>& all) {
  std::vector<Money> values;
  for (const Series<Money>& series : all) values.push_back(series.at(day));
  return values;
}

}  // namespace

void Expenditure::Part::add(const ExpenditureRow& row, bool is_in_kind) {
  direct.add(row.paid, row.eligible);
  if (row.grant) grants.add(row.paid, *row.grant);
  by_category.at(row.category).add(row.paid, row.eligible);
  if (is_in_kind) in_kind.at(row.category).add(row.paid, row.eligible);
}

void Expenditure::Part::finish() {
  direct.finish();
  grants.finish();
  for (auto& series : by_category) series.finish();
  for (auto& series : in_kind) series.finish();
}

void Expenditure::Part::read(Date day, DirectCosts& costs) const {
  costs.direct = direct.at(day);
  costs.grants = grants.at(day);
  costs.by_category = values_on(day, by_category);
  costs.in_kind = values_on(day, in_kind);
}

Expenditure::Expenditure(const Dossier& dossier, const SimplifiedCosts* simplified)
    : dossier_(dossier),
      simplified_(simplified),
      all_(dossier.codes.categories.size() + 1),
      by_task_(dossier.codes.tasks.size() + 1),
      by_source_(dossier.codes.sources.size() + 1) {
  for (std::size_t i = 0; i <= dossier.codes.partners.size(); ++i) {
    by_partner_.emplace_back(dossier.codes.categories.size() + 1);
  }
  for (const ExpenditureRow& row : dossier.logs.expenditures) add(row);
  for (const ExpenditureRow& row : rows_of_decisions(dossier)) add(row);
  all_.finish();
  for (auto& series : by_task_) series.finish();
  for (auto& series : by_source_) series.finish();
  for (Part& part : by_partner_) part.finish();
}

void Expenditure::add(const ExpenditureRow& row) {
  const bool in_kind = is_in_kind(dossier_.project, row.source);
  all_.add(row, in_kind);
  by_task_.at(row.task).add(row.paid, row.eligible);
  by_source_.at(row.source).add(row.paid, row.eligible - row.grant.value_or(Money()));
  if (row.partner != no_code) by_partner_.at(row.partner).add(row, in_kind);
}

Costs Expenditure::costs(Date day, CostSums::Forms forms) const {
  CostSums sums(dossier_);
  all_.read(day, sums);
  sums.by_task = values_on(day, by_task_);
  sums.by_source = values_on(day, by_source_);
  for (std::size_t i = 0; i < by_partner_.size(); ++i) {
    by_partner_[i].read(day, sums.by_partner[i]);
  }
  if (simplified_ != nullptr) sums.add(*simplified_, day, forms);
  return {dossier_.project, std::move(sums), day};
}

Costs Expenditure::on(Date day) const { return costs(day, CostSums::Forms::all); }

Costs Expenditure::without_lump_sums(Date day) const {
  return costs(day, CostSums::Forms::unit_costs);
}

std::vector<Money> Expenditure::adjustment_on(Date day) const {
  const Costs before = on(day.plus_days(-1));
  std::vector<Money> moved = before.by_versions_of(day).shares();
  const std::vector<Money> were = before.shares();
  for (std::size_t i = 0; i < moved.size(); ++i) moved[i] -= were[i];
  return moved;
}

}  // namespace euproj
