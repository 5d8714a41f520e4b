#pragma once
// for_each_project: work on many projects on all cores, shown in the order of the arguments.

#include <cstddef>
#include <functional>
#include <vector>

#include "euproj/app/options.hpp"
#include "euproj/app/env.hpp"
#include "euproj/app/run.hpp"

namespace euproj {

/// --threads, or the cores that this process may use.
[[nodiscard]] std::size_t thread_count(const Options& options);

/// For the work on one project: of several each has a thread of its own.
[[nodiscard]] std::size_t threads_within_project(const Options& options);

/// `work` gets the number of a project and a world whose streams, of several projects, are its own:
/// what it writes there appears when all projects before it have been shown. It may run beside
/// itself. What it throws
/// (guarded.hpp) ends its own project only.
[[nodiscard]] std::vector<ExitCode> for_each_project(
    const Options& options, Env& env, const std::function<ExitCode(std::size_t, Env&)>& work);

}  // namespace euproj
