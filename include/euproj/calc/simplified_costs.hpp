#pragma once
// SimplifiedCosts: what lump sums and unit costs come to on every day
// (src/calc/README.md#lump-sums).
//
// A lump sum is nothing until it is declared and all its requirements hold on the day; a
// requirement that is lost takes it back. A unit cost is its rates times its units, rounded down
// once. Both follow the version of the budget in force on the day.

#include <optional>
#include <vector>

#include "euproj/calc/cost_units.hpp"
#include "euproj/calc/people_counts.hpp"
#include "euproj/core/date.hpp"
#include "euproj/model/dossier.hpp"

namespace euproj {

/// Units of a unit cost up to a day.
struct UnitTotals {
  Quantity paid;
  Money amount;
  Quantity unpaid;  // above a maximum
  Money unpaid_amount;
  Quantity unrated;  // before the first rate
  /// Of paid units, where all had one.
  std::optional<Money> rate;
};

/// A unit with what is paid of it.
struct PaidUnit {
  CostUnit unit;
  Quantity paid;
  const UnitRate* rate = nullptr;  // null: before the first one
};

class SimplifiedCosts {
 public:
  /// The dossier and what is counted of it outlive this.
  SimplifiedCosts(const Dossier& dossier, const PeopleCounts& counts);

  /// Whether the definition has such forms at all.
  [[nodiscard]] bool any() const { return any_; }

  /// What one form comes to.
  struct Line {
    Code task = no_code;
    Code category = no_code;
    Money amount;
    bool is_in_base = false;  // of flat rates
    bool is_lump_sum = false;
  };
  /// Of the version in force on `day`, cumulative.
  [[nodiscard]] std::vector<Line> lines(Date day) const;

  // All cumulative, on the evening of `day`; codes are those of Codes::lump_sums and unit_costs.
  [[nodiscard]] Money of_lump_sum(Code code, Date day) const;
  [[nodiscard]] UnitTotals of_unit_cost(Code code, Date day) const;
  [[nodiscard]] Money total(Date day) const;
  [[nodiscard]] Money of_task(Code task, Date day) const;
  [[nodiscard]] Money of_category(Code category, Date day) const;  // no_code: of none
  [[nodiscard]] Money in_flat_rate_base(Date day) const;

  /// The day of the earliest declaration, where it is not after `day`.
  [[nodiscard]] std::optional<Date> declared(Code lump_sum, Date day) const;
  /// The value of a required indicator as it is shown; where rounding would put it on the other
  /// side of what is required, with four decimals. So it reaches that exactly when the requirement
  /// holds. None: a percentage of 0.
  [[nodiscard]] std::optional<Quantity> value(const Requirement& requirement, Date day) const;

 private:
  struct Step {
    Date day;
    UnitTotals totals;
  };
  class Account;

  [[nodiscard]] static std::vector<Step> steps_of(const std::vector<UnitChange>& changes,
                                                  const UnitCost& cost);
  [[nodiscard]] Money of_lump_sum(const LumpSum& sum, Code code, Date day) const;
  /// Of the lines that `takes` chooses.
  template <typename Takes>
  [[nodiscard]] Money sum_of(Date day, const Takes& takes) const;

  const Dossier& dossier_;
  const PeopleCounts& counts_;
  bool any_ = false;
  std::vector<Date> declared_;  // by code; unknown: nowhere
  /// By version of the budget and code of the unit cost, by day.
  std::vector<std::vector<std::vector<Step>>> units_;
};

/// The day on which a row declares its lump sum: the last day of its claim, or its own.
[[nodiscard]] Date declaration_day(const Project& project, const Codes& codes,
                                   const SettlementRow& row);

/// The units of a unit cost that are known on `day`, in their order, with what is paid of each.
[[nodiscard]] std::vector<PaidUnit> compute_paid_units(const Dossier& dossier, const UnitCost& cost,
                                                       Date day);

}  // namespace euproj
