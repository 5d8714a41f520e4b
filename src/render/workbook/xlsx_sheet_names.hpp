#pragma once
// Names of sheets that Excel accepts.

#include <string>
#include <vector>

namespace euproj {

/// One name a title, in order: at most 31 characters, none of []:*?/\, no apostrophe at an end,
/// not empty, not the reserved "History", and unique whatever the case ("Sheet", "SHEET (2)").
[[nodiscard]] std::vector<std::string> xlsx_sheet_names(const std::vector<std::string>& titles);

}  // namespace euproj
