#pragma once
// report_project: the report of one project, from its definition to its files.

#include <string>

#include "euproj/app/load.hpp"
#include "app/run/output_target.hpp"
#include "euproj/app/env.hpp"
#include "euproj/app/run.hpp"
#include "euproj/report/fleet.hpp"

namespace euproj {

struct ReportWish {
  std::string path;
  Loaded definition;
  bool may_write = true;  // no: another project of the run would write the same files
};

struct ProjectReport {
  ExitCode code = ExitCode::failure;
  std::string file_part;  // of the period; empty: there is no report
  FleetProject fleet;
};

/// Results and findings go to `env`, or to files.
[[nodiscard]] ProjectReport report_project(ReportWish wish, const Options& options,
                                           const OutputTarget& target, Env& env);

}  // namespace euproj
