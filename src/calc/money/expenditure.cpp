#include "euproj/calc/expenditure.hpp"

#include "euproj/model/money_rules.hpp"

namespace euproj {

Expenditure::Expenditure(const Dossier& dossier)
    : project_(dossier.project),
      by_task_(dossier.codes.tasks.size() + 1),
      by_category_(dossier.codes.categories.size() + 1),
      by_source_(dossier.codes.sources.size() + 1),
      by_partner_(dossier.codes.partners.size() + 1) {
  const std::vector<Date> claim_days = last_days_of_claims(dossier);
  for (const ExpenditureRow& row : dossier.logs.expenditures) {
    const Date day = accounting_day(row, claim_days);
    const Money grant = row.grant.value_or(Money());
    direct_.add(day, row.eligible);
    grants_.add(day, grant);
    by_task_.at(row.task).add(day, row.eligible);
    by_category_.at(row.category).add(day, row.eligible);
    by_source_.at(row.source).add(day, row.eligible - grant);
    if (row.partner == no_code) continue;
    Part& part = by_partner_.at(row.partner);
    part.direct.add(day, row.eligible);
    part.grants.add(day, grant);
  }
  direct_.finish();
  grants_.finish();
  for (auto& series : by_task_) series.finish();
  for (auto& series : by_category_) series.finish();
  for (auto& series : by_source_) series.finish();
  for (Part& part : by_partner_) {
    part.direct.finish();
    part.grants.finish();
  }
}

Money Expenditure::flat_rate(Money direct, Date day) const {
  return flat_rate_costs(project_.budget.on(day), direct);
}

Money Expenditure::indirect(Date day) const { return flat_rate(direct(day), day); }

std::vector<Money> Expenditure::shares_of(Money direct, Money grant, Money indirect,
                                          Date day) const {
  const Financing& financing = project_.financing.on(day);
  if (financing.split_by == Financing::SplitBy::documents) {
    return financing.shares_by_documents(direct, grant, indirect);
  }
  return financing.shares(direct + indirect);
}

std::vector<Money> Expenditure::shares(Date day) const {
  return shares_of(direct(day), grants_.at(day), indirect(day), day);
}

std::vector<Money> Expenditure::adjustment_on(Date day) const {
  const Date before = day.plus_days(-1);
  const Money direct = direct_.at(before);
  std::vector<Money> moved = shares_of(direct, grants_.at(before), flat_rate(direct, day), day);
  const std::vector<Money> were = shares(before);
  for (std::size_t i = 0; i < moved.size(); ++i) moved[i] -= were[i];
  return moved;
}

std::vector<Expenditure::PartnerCosts> Expenditure::of_partners(Date day) const {
  const std::vector<Partner>& partners = project_.budget.on(day).partners;
  std::vector<PartnerCosts> costs(partners.size());
  PartnerCosts left{eligible(day), shares(day)};
  std::size_t leader = 0;
  for (std::size_t i = 0; i < partners.size(); ++i) {
    if (partners[i].leads) {
      leader = i;
      continue;
    }
    const Part& part = by_partner_.at(i + 1);
    const Money direct = part.direct.at(day);
    const Money indirect = flat_rate(direct, day);
    costs[i] = {direct + indirect, shares_of(direct, part.grants.at(day), indirect, day)};
    left.eligible -= costs[i].eligible;
    for (std::size_t s = 0; s < left.shares.size(); ++s) left.shares[s] -= costs[i].shares[s];
  }
  if (!costs.empty()) costs[leader] = std::move(left);
  return costs;
}

}  // namespace euproj
