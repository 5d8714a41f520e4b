#pragma once
// CompiledCriterion: a criterion made ready to be asked of millions of persons. What counts as an
// outcome in time is the answer of a condition, so a criterion and an indicator of the same outcome
// cannot differ.

#include <vector>

#include "calc/conditions/compiled_condition.hpp"
#include "euproj/calc/people_counts.hpp"
#include "euproj/calc/units.hpp"

namespace euproj {

class CompiledCriterion {
 public:
  explicit CompiledCriterion(const Indicator& indicator);

  /// Of all of them, then of each group.
  [[nodiscard]] std::vector<CriterionDays> days(PersonView& person) const;

 private:
  Term within_;
  CompiledCondition of_;
  CompiledCondition reached_;
  std::vector<CompiledCondition> groups_;
};

[[nodiscard]] CriterionDays operator&(const CriterionDays& days, const DaySpans& within);
/// One person more, on these days.
void add_criterion(const CriterionDays& days, Series<CriterionCounts>& series);

[[nodiscard]] std::vector<Series<CriterionCounts>> count_criterion(const Dossier& dossier,
                                                                   const Indicator& indicator);

}  // namespace euproj
