// The only file that includes CLI11, whose exceptions end here. It knows no command: an edit of one
// does not compile the templates of the library again.

#include "app/cli/command_line.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <deque>

#include "euproj/base/suggest.hpp"
#include "euproj/base/version.hpp"

namespace euproj {
namespace {

bool is_option(const std::string& argument) { return argument.starts_with('-'); }

bool is_language(const std::string& argument) {
  return argument == "--lang" || argument.starts_with("--lang=");
}

/// `--lang en` before the command means what it means behind it, where the commands know it.
std::vector<std::string> language_last(std::vector<std::string> arguments) {
  if (arguments.empty() || !is_language(arguments.front())) return arguments;
  const std::ptrdiff_t count = arguments.front() == "--lang" && arguments.size() > 1 ? 2 : 1;
  std::rotate(arguments.begin(), arguments.begin() + count, arguments.end());
  return arguments;
}

class CommandLine {
 public:
  CommandLine(Language language, const Commands& commands)
      : language_(language), app_(say(Text::app_about), "euproj") {
    app_.set_help_flag("-h,--help", say(Text::help_help));
    app_.set_version_flag("--version", "euproj " + std::string(program_version),
                          say(Text::help_version));
    app_.require_subcommand(1);
    app_.footer(say(Text::app_footer));
    app_.get_formatter()->column_width(28);
    app_.get_formatter()->label("Usage", say(Text::app_usage));
    app_.get_formatter()->label("OPTIONS", say(Text::app_options));
    app_.get_formatter()->label("SUBCOMMAND", say(Text::app_command));
    app_.get_formatter()->label("Positionals", say(Text::app_arguments));
    app_.get_help_ptr()->group(say(Text::app_options));
    app_.get_version_ptr()->group(say(Text::app_options));
    for (const auto& command : commands) add(*command);
  }

  std::variant<Command*, CommandLineAnswer> parse(std::vector<std::string> arguments) {
    arguments = language_last(std::move(arguments));
    if (arguments.empty() || is_language(arguments.front())) {
      return CommandLineAnswer{app_.help(), true};
    }
    // `euproj help [COMMAND]`, as people know it from other programs.
    if (arguments.front() == "help") {
      arguments.erase(arguments.begin());
      arguments = language_last(std::move(arguments));
      const auto options = std::find_if(arguments.begin(), arguments.end(), is_option);
      const auto words = options - arguments.begin();
      if (words > 1) return fault(unknown_word(arguments[1], {}));
      if (words == 1 && !knows(arguments[0])) {
        return fault(unknown_word(arguments[0], names_of(nullptr)));
      }
      arguments.emplace_back("--help");
    }
    std::reverse(arguments.begin(), arguments.end());  // CLI11 takes them from the back
    try {
      app_.parse(arguments);
      Entry& entry = *chosen();
      entry.parameters.take_typed();
      entry.command.check();
      return &entry.command;
    } catch (const CLI::CallForVersion& version) {
      return CommandLineAnswer{std::string(version.what()) + "\n"};
    } catch (const CLI::CallForHelp&) {
      const Entry* const entry = chosen();
      return CommandLineAnswer{entry == nullptr ? app_.help() : entry->sub->help("euproj")};
    } catch (const CLI::ExtrasError&) {
      return fault(unknown_argument());
    } catch (const CLI::RequiredError& error) {
      // "PROJECT.yaml is required", or that a command is.
      const std::string what = error.what();
      const bool of_command = chosen() != nullptr;
      if (!of_command && app_.remaining_size() > 0) return fault(unknown_argument());
      return fault(text(Text::usage_missing, language_,
                        {of_command ? what.substr(0, what.find(' ')) : all_commands()}));
    } catch (const CLI::ParseError& error) {
      return fault(text(Text::usage_value, language_, {error.what()}));
    } catch (const UsageFault& usage) {
      return fault(usage.text);
    }
  }

 private:
  struct Entry {
    Entry(Command& of, CLI::App* app, Language language)
        : command(of), sub(app), parameters(language) {
      command.declare_all(parameters);
    }

    Command& command;
    CLI::App* sub;
    Parameters parameters;
  };

  std::string say(FixedText which) const { return std::string(text(which, language_)); }

  CommandLineAnswer fault(const std::string& what) const {
    return {usage_text(language_, UsageFault{what}), true};
  }

  void add(Command& command) {
    CLI::App* const sub = app_.add_subcommand(std::string(command.name()), say(command.help()));
    sub->group(say(Text::app_commands));
    sub->option_defaults()->group(say(Text::app_options));
    sub->set_help_flag("-h,--help", say(Text::help_help))->group(say(Text::app_options));
    for (const Parameter& parameter :
         entries_.emplace_back(command, sub, language_).parameters.all()) {
      add(*sub, parameter);
    }
  }

  void add(CLI::App& sub, const Parameter& parameter) const {
    const std::string help = say(parameter.help);
    if (bool* const* const flag = std::get_if<bool*>(&parameter.into)) {
      sub.add_flag(parameter.names, **flag, help);
      return;
    }
    std::string* const* const one = std::get_if<std::string*>(&parameter.into);
    CLI::Option* const option =
        one != nullptr ? sub.add_option(parameter.names, **one, help)
                       : sub.add_option(parameter.names,
                                        *std::get<std::vector<std::string>*>(parameter.into), help);
    option->type_name(parameter.value)->required(parameter.is_required);
  }

  Entry* chosen() {
    for (Entry& entry : entries_) {
      if (entry.sub->parsed()) return &entry;
    }
    return nullptr;
  }

  /// "COMMAND (report, check, ...)"
  std::string all_commands() const {
    std::string names;
    for (const Entry& entry : entries_) {
      names += (names.empty() ? "" : ", ") + std::string(entry.command.name());
    }
    return say(Text::app_command) + " (" + names + ")";
  }

  bool knows(std::string_view command) const {
    return std::any_of(entries_.begin(), entries_.end(),
                       [&](const Entry& entry) { return entry.command.name() == command; });
  }

  /// Options of a command, or of the program with its commands.
  std::vector<std::string> names_of(const Entry* entry) const {
    std::vector<std::string> names;
    for (const CLI::Option* option : (entry == nullptr ? &app_ : entry->sub)->get_options()) {
      if (!option->get_lnames().empty()) names.push_back("--" + option->get_lnames().front());
    }
    if (entry == nullptr) {
      for (const Entry& known : entries_) names.emplace_back(known.command.name());
    }
    return names;
  }

  /// With the nearest of what is known.
  std::string unknown_word(const std::string& word, const std::vector<std::string>& names) const {
    const std::vector<std::string_view> known(names.begin(), names.end());
    const std::string_view near = nearest(word, known);
    if (near.empty()) return text(Text::usage_unknown, language_, {word});
    return text(Text::usage_did_you_mean, language_, {word, std::string(near)});
  }

  /// The first argument that nothing knows.
  std::string unknown_argument() {
    const std::vector<std::string> extras = app_.remaining(true);
    return unknown_word(extras.empty() ? std::string() : extras.front(), names_of(chosen()));
  }

  Language language_;
  CLI::App app_;
  std::deque<Entry> entries_;
};

}  // namespace

std::variant<Command*, CommandLineAnswer> parse_command_line(
    const std::vector<std::string>& arguments, const Commands& commands) {
  return CommandLine(language_of(arguments), commands).parse(arguments);
}

}  // namespace euproj
