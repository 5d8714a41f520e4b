#pragma once
// What was spent on every day, and what each source pays of it (SPEC 4.6, 4.7).

#include <vector>

#include "euproj/core/period.hpp"
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

 private:
  const Project& project_;
  Series<Money> direct_;
  Series<Money> grants_;
  std::vector<Series<Money>> by_task_;      // by code; 0 is unused
  std::vector<Series<Money>> by_category_;  // by code; 0: documents without one
};

}  // namespace euproj
