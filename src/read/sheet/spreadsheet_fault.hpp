#pragma once
// SpreadsheetFault: what makes a whole spreadsheet unreadable. Thrown among the files that take it
// apart and caught by read_spreadsheet, since a damaged part can be met at any depth.

#include <string>
#include <vector>

#include "euproj/base/diagnostics.hpp"

namespace euproj {

struct SpreadsheetFault {
  Kind kind{};
  std::vector<std::string> arguments;
};

}  // namespace euproj
