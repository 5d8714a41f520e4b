#pragma once
// IndicatorWindows: finds the windows of one indicator that are open on a day, person by person:
// whose result can still be counted, who may still lose it, and until when
// (src/calc/README.md#window).
//
// Nothing here decides what counts: an outcome is supposed, and person_days is asked again, so a
// window is open exactly when recording such an outcome would make the person count, or cease to.
// Where the latest of several outcomes decides, the supposed one is that, and who lost by a later
// outcome may win again by a still later one.
//
//      exit known        the day            last day: the latest on which
//   -----|------------------|-------------------|-----  a supposed outcome makes the person count
//        |<------------- within --------------->|

#include <cstdint>
#include <vector>

#include "calc/conditions/compiled_condition.hpp"
#include "euproj/calc/people_counts.hpp"

namespace euproj {

class IndicatorWindows {
 public:
  IndicatorWindows(const Dossier& dossier, std::size_t indicator, Date day);

  /// `person` stands at `index`.
  void find(PersonView& person, PersonIndex index, OpenWindows& found) const;

 private:
  [[nodiscard]] bool counts(PersonView& person, const CompiledCondition& condition) const {
    return person_days(person, condition).contains(day_);
  }
  [[nodiscard]] std::vector<Code> outcomes_of_day(const PersonView& person) const;
  void count_households(const Dossier& dossier);
  [[nodiscard]] bool adds_nothing(const PersonView& person) const;
  [[nodiscard]] bool takes_nothing(const PersonView& person) const;

  std::size_t indicator_;
  Condition where_;  // whom it counts who has the outcome
  CompiledCondition condition_;
  bool counts_households_;
  bool asks_for_latest_ = false;
  bool may_lose_ = false;  // an outcome may take a person out
  Date day_;
  std::vector<Term> terms_;
  std::vector<Code> codes_;  // outcomes that a part asks for
  std::vector<Code> also_;   // those of `latest_of` alone: what is asked not to be, they end
  std::vector<std::uint32_t> households_;  // by code: persons by whom it counts on the day
};

/// Of each indicator that has windows.
[[nodiscard]] std::vector<IndicatorWindows> windows_of_all(const Dossier& dossier, Date day);

}  // namespace euproj
