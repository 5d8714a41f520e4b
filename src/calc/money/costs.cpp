#include "euproj/calc/costs.hpp"

#include <algorithm>
#include <utility>

#include "euproj/calc/simplified_costs.hpp"
#include "euproj/model/documents.hpp"
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

// Lists by code have a place for code 0 (documents without a category, of no source), so that
// adding a row asks nothing. Sums of two sets of documents have the same length, which `+=` relies
// on.
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

// Simplified costs are direct costs that no document shows: they stand in a task and a category,
// and in the base of the flat rate only where the definition says so.
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

// What the flat rate is taken of (src/calc/README.md#flat-rate; CPR Art. 54 and 55): all direct
// costs, or those of the categories that are in the base, without what is excluded from it.
//
//   direct 1 000.00 = staff 600.00 + equipment 300.00 + in kind 100.00
//   20 % of staff                    base 600.00
//   25 % of direct, without in kind  base 900.00
//   a unit cost of 200.00 outside the base changes neither
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

// Everyone but the leader has the flat rate and the shares of their own costs, each rounded by
// itself; the leader has the project's less theirs. So partners sum to the project to the grosz,
// and the grosz that rounding moves is the leader's, who answers for the whole.
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

ClaimedCosts::ClaimedCosts(const Dossier& dossier, std::optional<Date> day,
                           const SimplifiedCosts* simplified)
    : dossier_(dossier),
      day_(day),
      simplified_(simplified),
      documents_(dossier.project.claims.size(), CostSums(dossier)) {
  add_documents();
  add_decisions_until(day);
}

void ClaimedCosts::add_documents() {
  if (documents_.empty()) return;
  const ClaimFinder claims(dossier_);
  for (const ExpenditureRow& row : dossier_.logs.expenditures) {
    if (day_ && row.paid > *day_) continue;
    if (const auto claim = claims.position_of(row)) documents_[*claim].add(dossier_, row);
  }
}

// sums_[n] is what the first n claims have together. A row of a decision corrects its claim, and by
// that all sums from it on:
//
//   documents   claim 1: 100   claim 2: 50     decision on claim 1: -20
//   sums_       0    80    130                 claim 2 still gets 130 - 80 = 50
void ClaimedCosts::add_decisions_until(std::optional<Date> day) {
  sums_.assign(1, CostSums(dossier_));
  sums_.insert(sums_.end(), documents_.begin(), documents_.end());
  const ClaimFinder claims(dossier_);
  for (const ExpenditureRow& row : rows_of_decisions(dossier_)) {
    if (day && row.paid > *day) continue;
    if (const auto claim = claims.position_of(row)) sums_[*claim + 1].add(dossier_, row);
  }
  for (std::size_t i = 1; i < sums_.size(); ++i) sums_[i] += sums_[i - 1];
}

ClaimedCosts ClaimedCosts::with_decisions_until(Date day) const {
  ClaimedCosts other = *this;
  other.add_decisions_until(day);
  return other;
}

Date ClaimedCosts::versions_day(std::size_t claims) const {
  const std::vector<Claim>& all = dossier_.project.claims;
  const Date last = claims == 0 ? dossier_.project.period.first : all.at(claims - 1).period.last;
  return day_ ? std::min(last, *day_) : last;
}

Costs ClaimedCosts::up_to(std::size_t claims) const {
  CostSums sums = sums_.at(claims);
  if (simplified_ != nullptr && claims > 0) sums.add(*simplified_, versions_day(claims));
  return {dossier_.project, std::move(sums), versions_day(claims)};
}

// A difference of two cumulative splits, so that claims add up to the grosz. It may move a grosz
// between sources that none of its own documents explains: rounding of the sum did.
ClaimedCosts::Share ClaimedCosts::of(std::size_t claim) const {
  const Costs before = up_to(claim);
  const Costs after = up_to(claim + 1);
  Share share{after.eligible() - before.eligible(), after.shares()};
  const std::vector<Money> were = before.shares();
  for (std::size_t i = 0; i < were.size(); ++i) share.sources[i] -= were[i];
  return share;
}

// As if the log gave the approved amount in this claim, and the claims before it what they got.
ClaimedCosts::Share ClaimedCosts::approved(std::size_t claim) const {
  Share share = of(claim);
  const std::optional<Decision>& decided = dossier_.project.claims.at(claim).decided;
  if (!decided || !decided->approved || (day_ && decided->date > *day_)) return share;
  const Financing& financing = dossier_.project.financing.on(versions_day(claim + 1));
  const Money logged = up_to(claim + 1).eligible();
  const std::vector<Money> by_log = financing.shares(logged);
  const std::vector<Money> by_decision =
      financing.shares(logged - share.eligible + *decided->approved);
  for (std::size_t i = 0; i < by_log.size(); ++i) share.sources[i] += by_decision[i] - by_log[i];
  share.eligible = *decided->approved;
  return share;
}

// The direct costs of a day are those of claims that have ended and the first two parts; the third
// is in such a claim already, and told because the days of the claim do not say so.
//
//   paid by the day?   claim               ends by the day?   paid in its days?    part
//   yes                none                                                        no_claim
//   yes                some                no                                      later_claim
//   yes                some                yes                no                   paid_outside
//   yes                some                yes                yes                  none of them
OnTheWay compute_on_the_way(const Dossier& dossier, Date day) {
  OnTheWay on_the_way;
  const ClaimFinder claims(dossier);
  const auto part_of = [&](const ExpenditureRow& row) -> OnTheWay::Part* {
    if (row.paid > day) return nullptr;
    const Claim* const claim = claims.claim_of(row);
    if (claim == nullptr) return &on_the_way.no_claim;
    if (claim->period.last > day) return &on_the_way.later_claim;
    return claim->period.contains(row.paid) ? nullptr : &on_the_way.paid_outside;
  };
  const auto& log = dossier.logs.expenditures;
  for (std::uint32_t at = 0; at < log.size(); ++at) {
    const ExpenditureRow row = log[at];
    OnTheWay::Part* const part = part_of(row);
    if (part == nullptr) continue;
    part->amount += row.eligible;
    part->rows.push_back(at);
  }
  // What a decision takes back is part of its claim, not paid outside it.
  for (const ExpenditureRow& row : rows_of_decisions(dossier)) {
    OnTheWay::Part* const part = part_of(row);
    if (part == &on_the_way.later_claim) part->amount += row.eligible;
  }
  return on_the_way;
}

}  // namespace euproj
