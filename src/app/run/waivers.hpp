#pragma once
// The waivers of a project, at work on what was found of it.
//
//   load_logs        findings, each with its subject
//   take_waived      those that are waived on the day go to Loaded::waived   (again after each
//   check) finish_waivers   the same, and which waivers ended or waive nothing
//
// Before an exit status is taken from the findings, for a waived warning is none.

#include "euproj/app/load.hpp"

namespace euproj {

void take_waived(Loaded& loaded, Date day);
void finish_waivers(Loaded& loaded, Date day, const Files& files);

/// The day for who asks for no period: --as-of or the period's last day, else today.
[[nodiscard]] Date waiver_day(const Loaded& loaded);

}  // namespace euproj
