#pragma once
// The manual pages euproj(1) and euproj-project(5), in roff.

#include "euproj/app/command_table.hpp"
#include "euproj/read/reference.hpp"

namespace euproj {

[[nodiscard]] std::string manual_page(const std::vector<CommandInfo>& commands, Language language);
[[nodiscard]] std::string reference_manual(const Reference& reference, Language language);

}  // namespace euproj
