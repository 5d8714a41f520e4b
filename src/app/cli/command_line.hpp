#pragma once
// From the arguments to the command that they name, with its options.

#include <memory>
#include <string>
#include <variant>
#include <vector>

#include "app/cli/command.hpp"

namespace euproj {

using Commands = std::vector<std::unique_ptr<Command>>;

/// What to print instead of running a command: help, the version, or what is wrong with the usage.
struct CommandLineAnswer {
  std::string text;
  bool is_fault = false;  // to standard error, exit status 2
};

/// One of `commands`, which outlives what is returned.
[[nodiscard]] std::variant<Command*, CommandLineAnswer> parse_command_line(
    const std::vector<std::string>& arguments, const Commands& commands);

}  // namespace euproj
