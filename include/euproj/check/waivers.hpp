#pragma once
// Waivers: warnings that somebody has accepted, by code and subject, with a reason and a last day.
//
// A warning is one by its kind: under --strict it is an error by then, and waived all the same.
// What is an error by its kind cannot be waived, so no waiver hides that figures are wrong.

#include <vector>

#include "euproj/model/logs.hpp"
#include "euproj/words/diagnostics.hpp"

namespace euproj {

struct WaivedFinding {
  Diagnostic finding;
  WaiverRow waiver;
};

/// Takes out of `diagnostics` the warnings that are waived on `day`; their subjects are known.
[[nodiscard]] std::vector<WaivedFinding> take_waived(const Logs& logs, Date day,
                                                     Diagnostics& diagnostics);

/// Waivers that ended before `day`.
void check_expired_waivers(const Logs& logs, Date day, Diagnostics& diagnostics);

/// Waivers that hold on `day` and waive nothing. Nothing while rows with errors may hide what they
/// waive: `known` are the findings that are left.
void check_unused_waivers(const Logs& logs, Date day, const std::vector<WaivedFinding>& waived,
                          const Diagnostics& known, Diagnostics& diagnostics);

}  // namespace euproj
