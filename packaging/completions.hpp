#pragma once
// What bash, zsh and fish offer after `euproj`: commands, their options, and the words they take.

#include "euproj/app/command_table.hpp"

namespace euproj {

[[nodiscard]] std::string bash_completions(const std::vector<CommandInfo>& commands);
[[nodiscard]] std::string zsh_completions(const std::vector<CommandInfo>& commands);
[[nodiscard]] std::string fish_completions(const std::vector<CommandInfo>& commands);

}  // namespace euproj
