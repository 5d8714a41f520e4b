#pragma once
// The rules of money that checks and computations both ask: each stands here once.
//
// Amounts are cumulative, of all documents up to a day; what a split gives of them is Financing's.

#include <optional>
#include <vector>

#include "euproj/model/dossier.hpp"

namespace euproj {

// When a document counts (SPEC 4.7).

/// By code of the claim; null: the definition has no such claim.
[[nodiscard]] std::vector<const Claim*> claims_by_code(const Dossier& dossier);
/// By code of the claim; unknown: the definition has no such claim.
[[nodiscard]] std::vector<Date> last_days_of_claims(const Dossier& dossier);
/// The day a document belongs to: the last day of its claim when it names one, else paid_date.
[[nodiscard]] inline Date accounting_day(const ExpenditureRow& row,
                                         const std::vector<Date>& claim_days) {
  const Date day = claim_days.at(row.claim);
  return day.known() ? day : row.paid;
}
/// The claim a document falls into: the one that it names, else the one in whose days it was paid.
/// Null: none. `claims` as of claims_by_code.
[[nodiscard]] const Claim* claim_of(const ExpenditureRow& row, const Project& project,
                                    const std::vector<const Claim*>& claims);
/// The last day of the last claim, behind which documents wait for the next; unknown: no claims.
[[nodiscard]] Date last_claimed_day(const Project& project);

// What a day could know (SPEC-INPUTS 4.7): see FindingsDay.

/// The day that sums are of, and whose versions of budget and financing are in force: the one asked
/// for; else today, or the last day on which a document counts where that is later.
[[nodiscard]] Date day_of_sums(const Dossier& dossier, const std::vector<Date>& claim_days);

// What is eligible (SPEC 4.7). A budget is that of the day of which the amount is:
// Project::budget.on.

/// Gross less VAT, as written or computed; none when the row does not say.
[[nodiscard]] std::optional<Money> net_amount(const ExpenditureRow& row);
/// What of a document may be eligible under the budget's rule for VAT: its net amount and the share
/// of VAT that is, rounded down. None: the row does not say.
[[nodiscard]] std::optional<Money> eligible_at_most(const ExpenditureRow& row,
                                                    const Budget& budget);
/// Flat-rate costs: the rate of the budget times cumulative direct costs, rounded down. Zero
/// without one.
[[nodiscard]] Money flat_rate_costs(const Budget& budget, Money direct);

// What may be spent.

/// The sum of what is planned for the tasks.
[[nodiscard]] Money planned_direct(const Budget& budget);
/// By how much a task may exceed its plan without an amendment, rounded down; none: there is no
/// such rule.
[[nodiscard]] std::optional<Money> allowed_shift(const Budget& budget, Money planned);
/// What a limit is a part of, on `day`.
[[nodiscard]] Money limit_base(const Project& project, const Limit& limit, Date day);
/// What a limit allows: a part of the total, of the planned direct costs or of the agreed EU
/// amount, rounded down (SPEC 4.7, 4.11), by the versions in force on `day`.
[[nodiscard]] Money limit_max(const Project& project, const Limit& limit, Date day);

}  // namespace euproj
