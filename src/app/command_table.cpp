#include "euproj/app/command_table.hpp"

#include <sstream>

#include "app/cli/command_line.hpp"
#include "app/commands/list.hpp"

namespace euproj {
namespace {

std::vector<std::string> names_of(const Parameter& parameter) {
  std::vector<std::string> names;
  std::istringstream list(parameter.names);
  for (std::string name; std::getline(list, name, ',');) names.push_back(name);
  return names;
}

class CommandTable {
 public:
  explicit CommandTable(Language language) : language_(language) {
    const OptionInfo version = {{"--version"}, {}, {}, say(Text::help_version)};
    commands_ = {{{}, say(Text::app_about), {help_option(), version}, {}}};
  }

  void add(Command& command) {
    Parameters parameters(language_);
    command.declare_all(parameters);
    CommandInfo info{std::string(command.name()), say(command.help()), {help_option()}, {}};
    for (const Parameter& parameter : parameters.all()) {
      if (parameter.is_argument()) {
        info.arguments.push_back({parameter.names, say(parameter.help), parameter.is_required,
                                  std::holds_alternative<std::vector<std::string>*>(parameter.into),
                                  parameter.words, parameter.list});
      } else {
        info.options.push_back({names_of(parameter), parameter.value, parameter.words,
                                say(parameter.help), parameter.list});
      }
    }
    commands_.push_back(std::move(info));
  }

  std::vector<CommandInfo> commands() && { return std::move(commands_); }

 private:
  std::string say(FixedText which) const { return std::string(text(which, language_)); }
  OptionInfo help_option() const { return {{"-h", "--help"}, {}, {}, say(Text::help_help)}; }

  Language language_;
  std::vector<CommandInfo> commands_;
};

}  // namespace

std::vector<CommandInfo> command_table(Language language) {
  CommandTable table(language);
  for (const auto& command : make_commands()) table.add(*command);
  return std::move(table).commands();
}

}  // namespace euproj
