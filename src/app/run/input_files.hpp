#pragma once
// The files that a project is made of, and how they stand on the disk.

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "euproj/app/load.hpp"
#include "euproj/app/env.hpp"

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

/// Tells the progress, where somebody looks at it, how much will be read.
void expect_inputs(const std::string& path, const Loaded& definition, Env& env);

}  // namespace euproj
