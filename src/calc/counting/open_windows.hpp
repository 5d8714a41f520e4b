#pragma once
// IndicatorWindows: finds the windows of one indicator that are open on a day, person by person.

#include <vector>

#include "euproj/calc/deadlines.hpp"
#include "euproj/calc/person_case.hpp"

namespace euproj {

class IndicatorWindows {
 public:
  IndicatorWindows(const Dossier& dossier, std::size_t indicator, Date day);

  /// `of` stands at the person.
  void find(PersonCase& of, PersonIndex index, std::vector<OpenWindow>& found) const;

 private:
  [[nodiscard]] bool counts(PersonCase& of, const Question& asked) const {
    return person_days(of, asked).contains(day_);
  }
  void find_counted_households(const Dossier& dossier);
  [[nodiscard]] bool adds_nothing(PersonCase& of) const;

  std::size_t indicator_;
  const Condition& where_;
  Question asked_;
  bool counts_households_;
  Date day_;
  std::vector<Term> terms_;
  std::vector<Code> codes_;
  std::vector<bool> households_;  // by code: counted on the day
};

/// Of each indicator that has windows.
[[nodiscard]] std::vector<IndicatorWindows> windows_of_all(const Dossier& dossier, Date day);

}  // namespace euproj
