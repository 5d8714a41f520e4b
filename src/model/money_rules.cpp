#include "euproj/model/money_rules.hpp"

#include <algorithm>

namespace euproj {

std::vector<const Claim*> claims_by_code(const Dossier& dossier) {
  std::vector<const Claim*> claims(dossier.codes.claims.size() + 1, nullptr);
  for (const Claim& claim : dossier.project.claims) {
    const Code code = dossier.codes.claims.find(claim.id);
    if (code != no_code) claims[code] = &claim;
  }
  return claims;
}

std::vector<Date> last_days_of_claims(const Dossier& dossier) {
  std::vector<Date> days;
  for (const Claim* claim : claims_by_code(dossier)) {
    days.push_back(claim == nullptr ? Date() : claim->period.last);
  }
  return days;
}

const Claim* claim_of(const ExpenditureRow& row, const Project& project,
                      const std::vector<const Claim*>& claims) {
  if (row.claim != no_code) return claims.at(row.claim);
  const auto found = std::find_if(project.claims.begin(), project.claims.end(),
                                  [&](const Claim& c) { return c.period.contains(row.paid); });
  return found == project.claims.end() ? nullptr : &*found;
}

Date day_of_sums(const Dossier& dossier, const std::vector<Date>& claim_days) {
  if (dossier.day.asked) return *dossier.day.asked;
  Date last = dossier.day.today;
  for (const ExpenditureRow& row : dossier.logs.expenditures) {
    last = std::max(last, accounting_day(row, claim_days));
  }
  return last;
}

Date last_claimed_day(const Project& project) {
  Date last;
  for (const Claim& claim : project.claims) last = std::max(last, claim.period.last);
  return last;
}

std::optional<Money> net_amount(const ExpenditureRow& row) {
  if (row.net) return *row.net;
  if (row.gross && row.vat) return *row.gross - *row.vat;
  return std::nullopt;
}

std::optional<Money> eligible_at_most(const ExpenditureRow& row, const Budget& budget) {
  const std::optional<Money> net = net_amount(row);
  if (!net || budget.eligible_vat.is_zero()) return net;
  if (!row.vat && !row.gross) return std::nullopt;
  const Money vat = row.vat ? *row.vat : *row.gross - *net;
  return *net + share_of(vat, budget.eligible_vat, Rounding::down);
}

Money flat_rate_costs(const Budget& budget, Money direct) {
  return budget.indirect ? share_of(direct, *budget.indirect, Rounding::down) : Money();
}

Money planned_direct(const Budget& budget) {
  Money planned;
  for (const Task& task : budget.tasks) planned += task.planned.value_or(Money());
  return planned;
}

std::optional<Money> allowed_shift(const Budget& budget, Money planned) {
  if (!budget.shift_limit) return std::nullopt;
  return share_of(planned, *budget.shift_limit, Rounding::down);
}

Money limit_base(const Project& project, const Limit& limit, Date day) {
  switch (limit.of) {
    case Limit::Base::total:
      return project.financing.on(day).total;
    case Limit::Base::direct:
      return planned_direct(project.budget.on(day));
    case Limit::Base::eu:
      return project.financing.on(day).agreed_eu();
  }
  return {};
}

Money limit_max(const Project& project, const Limit& limit, Date day) {
  return share_of(limit_base(project, limit, day), limit.max, Rounding::down);
}

}  // namespace euproj
