#pragma once
// Inputs: the files that a project is made of, how they stand on the disk, and waiting until they
// change.

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "app/cli/command.hpp"
#include "euproj/app/load.hpp"

namespace euproj {

/// Paths and patterns as they are opened: the definition at `path`, and what its `data` names. Of a
/// definition that cannot be read, itself alone.
[[nodiscard]] std::vector<std::string> input_patterns(const std::string& path,
                                                      const Loaded& definition);

/// By path as it is opened; none: there is no such file.
using InputStamps = std::map<std::string, std::optional<FileStamp>>;

/// Of what the patterns name or match at this moment.
[[nodiscard]] InputStamps stamps_of(const std::vector<std::string>& patterns, const Files& files);

[[nodiscard]] std::uint64_t total_bytes(const InputStamps& stamps);

/// Reports to the progress, where somebody looks at it, how much will be read.
void expect_inputs(const std::string& path, const Loaded& definition, Env& env);

struct WatchedInputs {
  std::vector<std::string> patterns;
  InputStamps stamps;  // as they were before they were read
};

/// Reports again after each change of an input, until the user stops it. Size, time and identity of
/// the files are looked at twice a second: unlike notifications that works on network drives too,
/// and patterns are matched anew each time. `report` says what it has read. Needs a clock. Ends
/// with `done`, whatever the last report came to; or, when the output is gone, with the status of
/// the report.
[[nodiscard]] ExitCode watch(const CommonOptions& common, Env& env,
                             const std::function<std::pair<ExitCode, WatchedInputs>()>& report);

}  // namespace euproj
