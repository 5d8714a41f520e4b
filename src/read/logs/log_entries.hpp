#pragma once
// The entries of `data` before their files are read: what to say of a file that cannot be opened,
// and what two entries say together of one file of a central system.

#include <cstddef>
#include <optional>
#include <string>

#include "euproj/words/diagnostics.hpp"
#include "euproj/model/project.hpp"

namespace euproj {

/// A file of a central system gives participants and support together, under whichever log it is
/// named; named under both it is read once, with the columns and values of both entries. Nothing
/// for the second of such entries, and under any other log, which is reported.
[[nodiscard]] std::optional<DataFile> preset_entry(const Project& project, std::size_t entry,
                                                   Diagnostics& diagnostics);

}  // namespace euproj
