#pragma once
// A file that could not be read, as a finding.

#include "euproj/base/files.hpp"
#include "euproj/words/diagnostics.hpp"

namespace euproj {

/// `path` as it may be shown; the place is where the file is named.
void report_unreadable(const std::string& path, FileFault fault, Place place,
                       Diagnostics& diagnostics);

}  // namespace euproj
