#pragma once
// What a finding says, and in a spreadsheet where: sheet and cell as that program names them.

#include "euproj/base/diagnostics.hpp"

namespace euproj {

/// The message; in a spreadsheet followed by the sheet and the cell, as that program names them.
[[nodiscard]] std::string located_message(const Diagnostic& diagnostic, const SourceSet& sources,
                                          Language language);

}  // namespace euproj
