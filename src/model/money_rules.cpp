#include "euproj/model/money_rules.hpp"

#include <algorithm>

namespace euproj {

ClaimFinder::ClaimFinder(const Dossier& dossier)
    : claims_(dossier.project.claims), by_code_(dossier.codes.claims.size() + 1) {
  for (std::size_t at = 0; at < claims_.size(); ++at) {
    const Code code = dossier.codes.claims.find(claims_[at].id);
    if (code != no_code) by_code_[code] = at;
  }
}

// A row that names a claim is of that one, whenever it was paid; one that names none is of the
// claim in whose days it was paid; what lies between claims is of none (src/calc/README.md#claims).
std::optional<std::size_t> ClaimFinder::position_of(const ExpenditureRow& row) const {
  if (row.claim != no_code) return by_code_.at(row.claim);
  const auto found = std::find_if(claims_.begin(), claims_.end(),
                                  [&](const Claim& c) { return c.period.contains(row.paid); });
  if (found == claims_.end()) return std::nullopt;
  return static_cast<std::size_t>(found - claims_.begin());
}

const Claim* ClaimFinder::claim_of(const ExpenditureRow& row) const {
  const std::optional<std::size_t> at = position_of(row);
  return at ? &claims_[*at] : nullptr;
}

const Claim* ClaimFinder::named_by(const ExpenditureRow& row) const {
  return row.claim == no_code ? nullptr : claim_of(row);
}

Date day_of_sums(const Dossier& dossier) {
  if (dossier.day.asked) return *dossier.day.asked;
  Date last = dossier.day.today;
  for (const ExpenditureRow& row : dossier.logs.expenditures) last = std::max(last, row.paid);
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

// Without eligible VAT the net amount; with it the net and the eligible part of the VAT, rounded
// down since no more is eligible. None where the row does not say enough to tell.
std::optional<Money> eligible_at_most(const ExpenditureRow& row, const Budget& budget) {
  const std::optional<Money> net = net_amount(row);
  if (!net || budget.eligible_vat.is_zero()) return net;
  if (!row.vat && !row.gross) return std::nullopt;
  const Money vat = row.vat ? *row.vat : *row.gross - *net;
  return *net + share_of(vat, budget.eligible_vat, Rounding::down);
}

// A band is chosen by the planned direct costs, not by those spent (src/calc/README.md#flat-rate);
// `up_to` is included, so 500 000.00 is still in the band up to 500 000.00.
Rate flat_rate(const Budget& budget) {
  if (!budget.indirect) return {};
  const std::vector<FlatRate::Band>& bands = budget.indirect->bands;
  const Money planned = bands.size() > 1 ? planned_direct(budget) : Money();
  const auto band = std::find_if(bands.begin(), bands.end(), [&](const FlatRate::Band& b) {
    return !b.up_to || planned <= *b.up_to;
  });
  return band == bands.end() ? Rate() : band->rate;
}

bool is_of_all_direct(const FlatRate& rate) {
  return rate.of == FlatRate::Base::direct && rate.exclude.empty() && !rate.excludes_in_kind;
}

// In the order of the rules: what is excluded is out, of direct costs all the rest is in, of staff
// costs the categories with `role: staff`. Documents without a category are no staff costs.
bool is_in_base(const Budget& budget, Code category) {
  if (!budget.indirect) return false;
  const FlatRate& rate = *budget.indirect;
  if (std::find(rate.exclude.begin(), rate.exclude.end(), category) != rate.exclude.end()) {
    return false;
  }
  if (rate.of == FlatRate::Base::direct) return true;
  return category != no_code && category <= budget.categories.size() &&
         budget.categories[category - 1].is_staff;
}

Money flat_rate_costs(const Budget& budget, Money base) {
  return budget.indirect ? share_of(base, flat_rate(budget), budget.indirect->rounding) : Money();
}

bool is_in_kind(const Project& project, Code source) {
  const std::vector<FundingSource>& sources = project.financing.latest().sources;
  return source != no_code && source <= sources.size() && sources[source - 1].in_kind;
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
