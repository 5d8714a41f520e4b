#pragma once
// The manual page euproj(1), in roff.

#include "euproj/app/command_table.hpp"

namespace euproj {

[[nodiscard]] std::string manual_page(const std::vector<CommandInfo>& commands, Language language);

}  // namespace euproj
