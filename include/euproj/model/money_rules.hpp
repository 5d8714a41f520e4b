#pragma once
// The rules of money that checks and computations both ask: each stands here once.
//
// Amounts are cumulative, of all documents up to a day; what a split gives of them is Financing's.

#include <optional>
#include <vector>

#include "euproj/model/dossier.hpp"

namespace euproj {

// When a document counts (src/calc/README.md#claims): in a period by its day of payment, whatever
// claim it names; in a claim by the claim that it names, else by the day of payment.

/// Finds the claim that a document falls into: the one that it names, else the one in whose days it
/// was paid.
class ClaimFinder {
 public:
  explicit ClaimFinder(const Dossier& dossier);

  /// Its position in Project::claims; none: no claim has it yet, or it names an unknown one.
  [[nodiscard]] std::optional<std::size_t> position_of(const ExpenditureRow& row) const;
  /// Null: none.
  [[nodiscard]] const Claim* claim_of(const ExpenditureRow& row) const;
  /// Null: the row names none, or one that is unknown.
  [[nodiscard]] const Claim* named_by(const ExpenditureRow& row) const;

 private:
  const std::vector<Claim>& claims_;
  std::vector<std::optional<std::size_t>> by_code_;
};

/// The last day of the last claim, behind which documents wait for the next; unknown: no claims.
[[nodiscard]] Date last_claimed_day(const Project& project);

// What a day could know (src/calc/README.md#known): see FindingsDay.

/// The day that sums are of, and whose versions of budget and financing are in force: the one asked
/// for; else today, or the last day of payment where that is later.
[[nodiscard]] Date day_of_sums(const Dossier& dossier);

// What is eligible (src/calc/README.md#payment). A budget is that of the day of which the amount
// is: Project::budget.on.

/// Gross less VAT, as written or computed; none when the row does not say.
[[nodiscard]] std::optional<Money> net_amount(const ExpenditureRow& row);
/// What of a document may be eligible under the budget's rule for VAT: its net amount and the share
/// of VAT that is, rounded down. None: the row does not say.
[[nodiscard]] std::optional<Money> eligible_at_most(const ExpenditureRow& row,
                                                    const Budget& budget);

// Flat-rate costs (src/calc/README.md#flat-rate).

/// The rate that the planned direct costs of the version give; 0 without a flat rate.
[[nodiscard]] Rate flat_rate(const Budget& budget);
/// Whether a flat rate is of all direct costs, whatever their category and source.
[[nodiscard]] bool is_of_all_direct(const FlatRate& rate);
/// Whether costs of this category are in the base; no_code: of none.
[[nodiscard]] bool is_in_base(const Budget& budget, Code category);
/// The rate times a cumulative base, rounded by the rule of the version. Zero without one.
[[nodiscard]] Money flat_rate_costs(const Budget& budget, Money base);

/// Whether documents of this source are work, rooms or equipment instead of money.
[[nodiscard]] bool is_in_kind(const Project& project, Code source);

// What may be spent.

/// The sum of what is planned for the tasks.
[[nodiscard]] Money planned_direct(const Budget& budget);
/// By how much a task may exceed its plan without an amendment, rounded down; none: there is no
/// such rule.
[[nodiscard]] std::optional<Money> allowed_shift(const Budget& budget, Money planned);
/// What a limit is a part of, on `day`.
[[nodiscard]] Money limit_base(const Project& project, const Limit& limit, Date day);
/// What a limit allows: a part of the total, of the planned direct costs or of the agreed EU
/// amount, rounded down (src/calc/README.md#limits), by the versions in force on `day`.
[[nodiscard]] Money limit_max(const Project& project, const Limit& limit, Date day);

}  // namespace euproj
