#pragma once
// watch: reports again after each change of an input, until the user stops it.
//
// Size, time and identity of the files are looked at twice a second: unlike notifications that
// works on network drives too, and patterns are matched anew each time.

#include <functional>
#include <utility>

#include "euproj/app/options.hpp"
#include "app/run/input_files.hpp"
#include "euproj/app/env.hpp"
#include "euproj/app/run.hpp"

namespace euproj {

struct WatchedInputs {
  std::vector<std::string> patterns;
  InputStamps stamps;  // as they were before they were read
};

/// `report` tells what it has read. Needs a clock. Ends with `done`, whatever the last report came
/// to; or, when the output is gone, with the status of the report.
[[nodiscard]] ExitCode watch(const Options& options, Env& env,
                             const std::function<std::pair<ExitCode, WatchedInputs>()>& report);

}  // namespace euproj
