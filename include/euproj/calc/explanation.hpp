#pragma once
// Explanation: each unit of an indicator on one day: counted or not, since when, why, which rows.
//
// The days and the reasons come from one evaluation of `where` (src/calc/conditions): the report
// asks it without a trace, an explanation with one.

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "euproj/calc/people_counts.hpp"
#include "euproj/calc/reason.hpp"
#include "euproj/calc/units.hpp"

namespace euproj {

struct ExplainedUnit {
  Unit unit;
  bool counted = false;
  Date since;  // unknown when it is not counted
  Reason reason;
  std::vector<Origin> rows;  // each row that was looked at, once
};

struct Explanation {
  std::size_t indicator = 0;  // position in Project::indicators
  Date day;
  std::optional<Quantity> value;     // cumulative; none: a ratio over 0
  std::vector<ExplainedUnit> units;  // in file order; none of a ratio
  Quantity numerator;                // of a ratio: the values of its parts
  Quantity denominator;
  std::vector<CriterionCounts> criterion = {};  // of a criterion: all, then its groups
};

[[nodiscard]] Explanation compute_explanation(const Dossier& dossier, std::size_t position,
                                              Date day);

/// The units of an explanation in which a person takes part: the person, their participations,
/// household, sessions and rows. Nothing of what counts no persons.
[[nodiscard]] std::vector<ExplainedUnit> compute_units_of(const Dossier& dossier,
                                                          const Explanation& explanation,
                                                          PersonIndex person);

class UnitExplainer;

/// The units of an indicator that count on a day, in file order; not of a ratio.
///
/// A million of them take little room: only who and where is held, and each is explained anew when
/// it is asked for. The dossier outlives it.
class CountedUnits {
 public:
  CountedUnits(const Dossier& dossier, std::size_t position, Date day);  // in Project::indicators
  ~CountedUnits();
  CountedUnits(const CountedUnits&) = delete;
  CountedUnits& operator=(const CountedUnits&) = delete;

  [[nodiscard]] std::size_t size() const { return units_.size(); }
  [[nodiscard]] std::optional<Quantity> value() const;  // cumulative; none: a criterion over 0
  /// Without the days on which the unit counts.
  [[nodiscard]] ExplainedUnit operator[](std::size_t at) const;

  /// The members that Unit has, and since when it counts.
  struct Counted {
    Quantity amount;
    Date since;
    PersonIndex person = no_person;
    std::uint32_t row = 0;
    Code household = no_code;
    Sex sex = Sex::unknown;
  };
  /// What is held of a unit: nothing is explained.
  [[nodiscard]] const Counted& without_reason(std::size_t at) const { return units_[at]; }

 private:
  std::vector<Counted> units_;
  std::optional<CriterionCounts> criterion_;  // of a criterion, whose value is no sum
  std::vector<ExplainedUnit> measured_;       // as many, where the indicator is measured
  std::unique_ptr<UnitExplainer> explainer_;  // of all others
};

}  // namespace euproj
