#pragma once
// SpreadsheetFault: what makes a whole spreadsheet unreadable. Thrown among the files that take it
// apart and caught by read_spreadsheet, since a damaged part can be met at any depth.

#include "euproj/words/diagnostics.hpp"

namespace euproj {

struct SpreadsheetFault : Message {
  using Message::Message;
};

}  // namespace euproj
