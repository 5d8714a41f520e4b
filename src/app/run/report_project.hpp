#pragma once
// report_project: the report of one project, from its definition to its files.

#include <optional>
#include <string>
#include <vector>

#include "app/run/for_each_project.hpp"
#include "app/run/output.hpp"
#include "euproj/report/fleet.hpp"

namespace euproj {

/// The options of `euproj report`.
struct ReportOptions {
  const CommonOptions& common;
  std::vector<std::string> projects = {};
  PeriodOptions period = {};
  FormatOptions format = {};
  TextOptions text = {};
  OutputOptions output = {};
  std::optional<std::int64_t> small_cells = {};  // hide counts of persons below it
  std::string label = {};                        // on every page; empty: none
  bool brief = false;                            // a screen instead of the report
  bool watch = false;
  BatchOptions batch = {};
  bool allow_outside = false;

  [[nodiscard]] Outside outside() const {
    return allow_outside ? Outside::allowed : Outside::refused;
  }
  [[nodiscard]] ProjectRun run() const { return {projects, batch.threads, common.language}; }
};

struct ReportRequest {
  std::string path;
  Loaded definition;
  ExitCode reading =
      ExitCode::done;     // failure: reading the definition threw, and that is said already
  bool may_write = true;  // no: another project of the run would write the same files
};

struct ProjectReport {
  ExitCode code = ExitCode::failure;
  std::string file_part;  // of the period; empty: there is no report
  FleetProject fleet;
};

/// Results and findings go to `env`, or to files.
[[nodiscard]] ProjectReport report_project(ReportRequest request, const ReportOptions& options,
                                           const OutputTarget& target, Env& env);

}  // namespace euproj
