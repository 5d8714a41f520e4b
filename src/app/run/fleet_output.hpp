#pragma once
// The summary of a run of several projects that went to a folder.

#include <span>

#include "app/run/report_project.hpp"

namespace euproj {

/// As text on standard output; beside the reports as `_fleet-PERIOD` in each of their formats but
/// text and csv. No project's id begins with `_`.
[[nodiscard]] ExitCode write_fleet(std::span<const ProjectReport> reports, const Options& options,
                                   const OutputTarget& target, Env& env);

}  // namespace euproj
