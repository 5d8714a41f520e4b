#include "euproj/app/run.hpp"

#include "app/cli/command_line.hpp"
#include "app/commands/list.hpp"
#include "app/run/for_each_project.hpp"
#include "euproj/words/texts.hpp"

namespace euproj {

ExitCode run(const std::vector<std::string>& arguments, Env& env) {
  const Commands commands = make_commands();
  const auto parsed = parse_command_line(arguments, commands);
  if (const auto* answer = std::get_if<CommandLineAnswer>(&parsed)) {
    (answer->is_fault ? env.err : env.out) << answer->text;
    if (answer->is_fault) return ExitCode::wrong_usage;
    return env.out.flush() ? ExitCode::done : ExitCode::failure;
  }
  Command& command = *std::get<Command*>(parsed);
  return guarded({}, command.language(), env.err, [&] {
    const ExitCode code = command.run(env);
    // A report that the reader of our output did not get is a failure, not a success.
    if (env.out.flush()) return code;
    env.err << text(Text::answer_output_failed, command.language());
    return ExitCode::failure;
  });
}

Language language_of(const std::vector<std::string>& arguments) {
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    const bool next = i + 1 < arguments.size();
    if (arguments[i] == "--lang=en" ||
        (arguments[i] == "--lang" && next && arguments[i + 1] == "en")) {
      return Language::english;
    }
  }
  return Language::polish;
}

}  // namespace euproj
