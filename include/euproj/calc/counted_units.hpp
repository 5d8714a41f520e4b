#pragma once
// CountedUnits: what an indicator counts on a day, explained unit by unit; of a million too.

#include <cstddef>
#include <memory>
#include <vector>

#include "euproj/calc/explanation.hpp"

namespace euproj {

class UnitExplainer;

/// The units of an indicator that count on a day, in file order; not of a ratio.
///
/// A million of them take little room: only who and where is held, and each is explained anew when it
/// is asked for. The dossier outlives it.
class CountedUnits {
 public:
  CountedUnits(const Dossier& dossier, std::size_t position, Date day);  // in Project::indicators
  ~CountedUnits();
  CountedUnits(const CountedUnits&) = delete;
  CountedUnits& operator=(const CountedUnits&) = delete;

  [[nodiscard]] std::size_t size() const { return units_.size(); }
  [[nodiscard]] Quantity value() const;  // cumulative
  /// Without the days on which the unit counts.
  [[nodiscard]] ExplainedUnit operator[](std::size_t at) const;

 private:
  struct Counted {
    Quantity amount;
    Date since;
    PersonIndex person = no_person;
    std::uint32_t row = 0;
    Code household = no_code;
    Sex sex = Sex::unknown;
  };

  std::vector<Counted> units_;
  std::vector<ExplainedUnit> measured_;        // as many, where the indicator is measured
  std::unique_ptr<UnitExplainer> explainer_;  // of all others
};

}  // namespace euproj
