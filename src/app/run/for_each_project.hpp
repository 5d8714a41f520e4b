#pragma once
// for_each_project: work on many projects on all cores, shown in the order of the arguments;
// whatever one of them throws ends that one alone.

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "euproj/app/run.hpp"

namespace euproj {

/// What `work` throws, whatever it is, as one sentence on `err` and the status 3. `project`: the
/// path that the sentence names; empty where there is only one, or none.
[[nodiscard]] ExitCode guarded(const std::string& project, Language language, std::ostream& err,
                               const std::function<ExitCode()>& work);

/// The projects of a run, and how many threads work on them.
struct ProjectRun {
  const std::vector<std::string>& projects;  // paths
  std::size_t threads = 0;                   // 0: as many as this process may use
  Language language{};

  [[nodiscard]] bool is_one() const { return projects.size() == 1; }
  [[nodiscard]] std::size_t thread_count() const;
  /// For the work on one project: of several each has a thread of its own.
  [[nodiscard]] std::size_t threads_within_project() const { return is_one() ? thread_count() : 1; }
};

/// `work` gets the number of a project and a world whose streams, of several projects, are its own:
/// what it writes there appears when all projects before it have been shown. It is called on
/// several threads. What it throws ends its own project only.
[[nodiscard]] std::vector<ExitCode> for_each_project(
    const ProjectRun& run, Env& env, const std::function<ExitCode(std::size_t, Env&)>& work);

}  // namespace euproj
