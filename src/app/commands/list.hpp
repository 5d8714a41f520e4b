#pragma once
// The commands in the order of --help: the only list of them. The parser, the manual page, the
// completions and the sentences on wrong usage are made of it.

#include "app/cli/command_line.hpp"

namespace euproj {

[[nodiscard]] Commands make_commands();

// Those of this room, each in the source of its name; those of an auditor are classes of app/audit.
[[nodiscard]] std::unique_ptr<Command> report_command();
[[nodiscard]] std::unique_ptr<Command> check_command();
[[nodiscard]] std::unique_ptr<Command> explain_command();
[[nodiscard]] std::unique_ptr<Command> split_command();
[[nodiscard]] std::unique_ptr<Command> init_command();
[[nodiscard]] std::unique_ptr<Command> catalogue_command();
[[nodiscard]] std::unique_ptr<Command> diff_command();
[[nodiscard]] std::unique_ptr<Command> schema_command();
[[nodiscard]] std::unique_ptr<Command> list_command();  // list_ids.cpp

}  // namespace euproj
