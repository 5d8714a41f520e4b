#pragma once
// The commands in the order of --help: the only list of them. The parser, the manual page, the
// completions and the sentences on wrong usage are made of it.

#include "app/cli/command_line.hpp"

namespace euproj {

[[nodiscard]] Commands make_commands();

}  // namespace euproj
