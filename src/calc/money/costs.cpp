#include "euproj/calc/costs.hpp"

#include <utility>

#include "euproj/calc/simplified_costs.hpp"
#include "euproj/model/dossier.hpp"
#include "euproj/model/money_rules.hpp"

namespace euproj {
namespace {

void add_to(std::vector<Money>& sums, const std::vector<Money>& others) {
  for (std::size_t i = 0; i < others.size(); ++i) sums[i] += others[i];
}

void subtract_from(std::vector<Money>& sums, const std::vector<Money>& others) {
  for (std::size_t i = 0; i < others.size(); ++i) sums[i] -= others[i];
}

}  // namespace

void DirectCosts::add(const ExpenditureRow& row, bool is_in_kind) {
  direct += row.eligible;
  grants += row.grant.value_or(Money());
  by_category.at(row.category) += row.eligible;
  if (is_in_kind) in_kind.at(row.category) += row.eligible;
}

DirectCosts& DirectCosts::operator+=(const DirectCosts& other) {
  direct += other.direct;
  grants += other.grants;
  add_to(by_category, other.by_category);
  add_to(in_kind, other.in_kind);
  simplified += other.simplified;
  add_to(outside_base, other.outside_base);
  return *this;
}

CostSums::CostSums(const Dossier& dossier)
    : by_task(dossier.codes.tasks.size() + 1), by_source(dossier.codes.sources.size() + 1) {
  by_category.resize(dossier.codes.categories.size() + 1);
  in_kind.resize(by_category.size());
  outside_base.resize(by_category.size());
  DirectCosts none;
  none.by_category.resize(by_category.size());
  none.in_kind.resize(by_category.size());
  none.outside_base.resize(by_category.size());
  by_partner.assign(dossier.codes.partners.size() + 1, none);
}

void CostSums::add(const Dossier& dossier, const ExpenditureRow& row) {
  const bool in_kind_row = is_in_kind(dossier.project, row.source);
  DirectCosts::add(row, in_kind_row);
  by_task.at(row.task) += row.eligible;
  by_source.at(row.source) += row.eligible - row.grant.value_or(Money());
  if (row.partner != no_code) by_partner.at(row.partner).add(row, in_kind_row);
}

void CostSums::add(const SimplifiedCosts& forms, Date day, Forms which) {
  for (const SimplifiedCosts::Line& line : forms.lines(day)) {
    if (which == Forms::unit_costs && line.is_lump_sum) continue;
    direct += line.amount;
    simplified += line.amount;
    by_category.at(line.category) += line.amount;
    if (!line.is_in_base) outside_base.at(line.category) += line.amount;
    by_task.at(line.task) += line.amount;
  }
}

CostSums& CostSums::operator+=(const CostSums& other) {
  DirectCosts::operator+=(other);
  add_to(by_task, other.by_task);
  add_to(by_source, other.by_source);
  for (std::size_t i = 0; i < by_partner.size(); ++i) by_partner[i] += other.by_partner[i];
  return *this;
}

Costs::Costs(const Project& project, CostSums sums, Date day)
    : project_(project),
      sums_(std::move(sums)),
      budget_(project.budget.on(day)),
      financing_(project.financing.on(day)) {}

Money Costs::base_of(const DirectCosts& costs) const {
  if (!budget_.indirect) return {};
  if (is_of_all_direct(*budget_.indirect)) {
    Money base = costs.direct;
    for (const Money outside : costs.outside_base) base -= outside;
    return base;
  }
  Money base;
  for (Code category = 0; category < costs.by_category.size(); ++category) {
    if (!is_in_base(budget_, category)) continue;
    base += costs.by_category[category] - costs.outside_base[category];
    if (budget_.indirect->excludes_in_kind) base -= costs.in_kind[category];
  }
  return base;
}

Money Costs::indirect() const { return flat_rate_costs(budget_, base_of(sums_)); }

Costs::Partner Costs::of(const DirectCosts& costs) const {
  const Money indirect = flat_rate_costs(budget_, base_of(costs));
  const Money eligible = costs.direct + indirect;
  // No document shows simplified costs, so they are split as flat-rate costs are.
  return {eligible, financing_.shares(costs.direct - costs.simplified, costs.grants,
                                      indirect + costs.simplified)};
}

std::vector<Money> Costs::shares() const { return of(sums_).shares; }

std::vector<Costs::Partner> Costs::of_partners() const {
  const std::vector<euproj::Partner>& partners = budget_.partners;
  std::vector<Partner> costs(partners.size());
  Partner left = of(sums_);
  std::size_t leader = 0;
  for (std::size_t i = 0; i < partners.size(); ++i) {
    if (partners[i].leads) {
      leader = i;
      continue;
    }
    costs[i] = of(sums_.by_partner.at(i + 1));
    left.eligible -= costs[i].eligible;
    subtract_from(left.shares, costs[i].shares);
  }
  if (!costs.empty()) costs[leader] = std::move(left);
  return costs;
}

}  // namespace euproj
