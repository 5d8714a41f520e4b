#pragma once
// Findings on standard error, as the options ask for them, and what they mean for the exit status.

#include "euproj/app/load.hpp"
#include "euproj/app/env.hpp"
#include "euproj/app/run.hpp"
#include "euproj/render/render.hpp"
#include "euproj/report/figures.hpp"

namespace euproj {

/// `project`: what findings as JSON name of it.
void print_findings(const Loaded& loaded, const Options& options, Env& env,
                    const std::string& project = {});
/// What a finding as JSON says of its project: nothing in a run of one.
[[nodiscard]] std::string project_shown(const std::string& path, const Options& options);

/// failure over bad_data over done.
[[nodiscard]] ExitCode exit_code_of(const Diagnostics& diagnostics);
/// --fail-on: what is done with warnings.
[[nodiscard]] ExitCode code_with_warnings(ExitCode code, std::size_t warnings,
                                          const Options& options);
[[nodiscard]] ExitCode highest(ExitCode a, ExitCode b);

[[nodiscard]] Diagnostics::Warnings warnings_of(const Options& options);
/// Of a text on standard output, or in a file, which never has colour.
[[nodiscard]] TextStyle text_style(const Options& options, const Env& env);
[[nodiscard]] bool use_colour(const Options& options, const Env& env, bool terminal);

}  // namespace euproj
