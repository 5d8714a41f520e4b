#pragma once
// The commands and options as plain data, as each command declares them: what the manual
// page and the completions of the shells are made of.

#include <string>
#include <vector>

#include "euproj/base/language.hpp"

namespace euproj {

struct OptionInfo {
  std::vector<std::string> names;  // with their dashes, the long one last
  std::string value;               // what stands for its value; empty: it takes none
  std::vector<std::string> words;  // the values there are, where they are words
  std::string help;
  std::string list = {};  // what `euproj list` gives of its values
};

struct ArgumentInfo {
  std::string name;
  std::string help;
  bool is_needed = false;
  bool may_repeat = false;
  std::vector<std::string> words = {};  // as of an option
  std::string list = {};
};

struct CommandInfo {
  std::string name;  // empty: the program itself
  std::string help;
  std::vector<OptionInfo> options;
  std::vector<ArgumentInfo> arguments;
};

/// The program itself first, then its commands in the order of --help.
[[nodiscard]] std::vector<CommandInfo> command_table(Language language);

}  // namespace euproj
