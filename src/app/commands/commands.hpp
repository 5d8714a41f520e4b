#pragma once
// The commands, each from options to exit status.

#include "euproj/app/options.hpp"
#include "euproj/app/env.hpp"
#include "euproj/app/run.hpp"

namespace euproj {

[[nodiscard]] ExitCode run_report(const Options& options, Env& env);
[[nodiscard]] ExitCode run_check(const Options& options, Env& world);
[[nodiscard]] ExitCode run_explain(const Options& options, Env& env);
/// `explain CODE` of a finding; no project.
[[nodiscard]] ExitCode run_explain_finding(const Options& options, Env& env);
[[nodiscard]] ExitCode run_split(const Options& options, Env& env);
/// `split --infer`; `split` without it needs a project.
[[nodiscard]] ExitCode run_infer(const Options& options, Env& env);
[[nodiscard]] ExitCode run_init(const Options& options, Env& env);
[[nodiscard]] ExitCode run_catalogue(const Options& options, Env& env);
[[nodiscard]] ExitCode run_diff(const Options& options, Env& env);
[[nodiscard]] ExitCode run_schema(const Options& options, Env& env);

}  // namespace euproj
