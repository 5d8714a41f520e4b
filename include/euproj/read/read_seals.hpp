#pragma once
// read_seals: the seals that a definition names, and whether they are what they say.

#include <string>
#include <vector>

#include "euproj/base/files.hpp"
#include "euproj/model/project.hpp"
#include "euproj/model/seal.hpp"
#include "euproj/read/read_logs.hpp"
#include "euproj/words/diagnostics.hpp"

namespace euproj {

/// Those that Project::seals matches, which may be none. In `seals` by last day, then by file; one
/// with a fault is left out. `replaced`: the path, as it is opened, of one that is to be replaced:
/// it is not looked at, and neither is the chain that lacks it; empty: none.
void read_seals(const Project& project, const std::string& folder, Outside outside,
                const Files& files, SourceSet& sources, std::vector<Seal>& seals,
                Diagnostics& diagnostics, const std::string& replaced = {});

/// "seals/p-2026-09.seal.json" and 2: "seals/p-2026-09.seal.2.json", as which a seal that is
/// replaced is kept.
[[nodiscard]] std::string kept_seal_path(const std::string& path, std::size_t number);

}  // namespace euproj
