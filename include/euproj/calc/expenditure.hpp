#pragma once
// What was spent on every day, and what each source pays of it (SPEC 4.6, 4.7).
//
// Flat rate and shares of a day follow the versions of budget and financing in force on it.

#include <vector>

#include "euproj/core/date.hpp"
#include "euproj/core/series.hpp"
#include "euproj/model/dossier.hpp"

namespace euproj {

class Expenditure {
 public:
  explicit Expenditure(const Dossier& dossier);

  // All cumulative, on the evening of `day`.
  [[nodiscard]] Money direct(Date day) const { return direct_.at(day); }
  /// Flat rate x cumulative direct costs, rounded down; it follows corrections (SPEC 4.7).
  [[nodiscard]] Money indirect(Date day) const;
  [[nodiscard]] Money eligible(Date day) const { return direct(day) + indirect(day); }
  /// By source, in the order of Financing::sources; they sum to eligible(day).
  [[nodiscard]] std::vector<Money> shares(Date day) const;
  [[nodiscard]] Money of_task(Code task, Date day) const { return by_task_.at(task).at(day); }
  [[nodiscard]] Money of_category(Code category, Date day) const {
    return by_category_.at(category).at(day);
  }
  /// By source: how the shares of what was spent before `day` differ under the versions of `day`
  /// from what they were on the day before. All zero without an amendment.
  [[nodiscard]] std::vector<Money> adjustment_on(Date day) const;
  /// By partner, in the order of Budget::partners. Everyone has the flat rate and the shares of
  /// their own costs, and the leader what is left of the project's: they sum to it to the grosz.
  struct PartnerCosts {
    Money eligible;
    std::vector<Money> shares;  // by source; they sum to eligible
  };
  [[nodiscard]] std::vector<PartnerCosts> of_partners(Date day) const;
  /// What documents that name this source say it pays: eligible less grant.
  [[nodiscard]] Money documented(Code source, Date day) const {
    return by_source_.at(source).at(day);
  }

 private:
  [[nodiscard]] Money flat_rate(Money direct, Date day) const;
  [[nodiscard]] std::vector<Money> shares_of(Money direct, Money grant, Money indirect,
                                             Date day) const;

  const Project& project_;
  Series<Money> direct_;
  Series<Money> grants_;
  std::vector<Series<Money>> by_task_;      // by code; 0 is unused
  std::vector<Series<Money>> by_category_;  // by code; 0: documents without one
  std::vector<Series<Money>> by_source_;    // by code; 0: documents that name none
  struct Part {
    Series<Money> direct;
    Series<Money> grants;
  };
  std::vector<Part> by_partner_;  // by code; 0 is unused
};

}  // namespace euproj
