#pragma once
// Windows that are still open: whose result can still be counted, and until when (SPEC 4.3).
//
// Nothing here decides what counts: an outcome is supposed, and person_days is asked again, so a
// window is open exactly when recording such an outcome would make the person count.

#include <cstddef>
#include <vector>

#include "euproj/calc/counting.hpp"

namespace euproj {

struct OpenWindow {
  std::size_t indicator = 0;  // position in Project::indicators
  PersonIndex person = no_person;
  std::vector<Code> outcomes;  // any of them will do; where one alone cannot, all are needed
  bool all_needed = false;
  Date exit;
  Date last_day;  // of the window, inside
};

/// Whether the indicator counts persons, entries or households by an outcome within a term.
[[nodiscard]] bool has_window(const Indicator& indicator);

}  // namespace euproj
