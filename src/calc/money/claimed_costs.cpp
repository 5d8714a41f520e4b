#include "euproj/calc/claimed_costs.hpp"

#include <algorithm>

#include "euproj/model/decisions.hpp"
#include "euproj/model/money_rules.hpp"

namespace euproj {

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

ClaimedCosts::Share ClaimedCosts::of(std::size_t claim) const {
  const Costs before = up_to(claim);
  const Costs after = up_to(claim + 1);
  Share share{after.eligible() - before.eligible(), after.shares()};
  const std::vector<Money> were = before.shares();
  for (std::size_t i = 0; i < were.size(); ++i) share.sources[i] -= were[i];
  return share;
}

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
