#include "euproj/app/run.hpp"

#include "app/commands/commands.hpp"
#include "app/run/guarded.hpp"
#include "euproj/base/checked.hpp"
#include "euproj/words/texts.hpp"

namespace euproj {
namespace {

ExitCode run_command(const Options& options, Env& env) {
  switch (options.command) {
    case Command::report: return run_report(options, env);
    case Command::check: return run_check(options, env);
    case Command::explain: return run_explain(options, env);
    case Command::split: return run_split(options, env);
    case Command::init: return run_init(options, env);
    case Command::catalogue: return run_catalogue(options, env);
    case Command::diff: return run_diff(options, env);
    case Command::schema: return run_schema(options, env);
  }
  throw InternalError("a command without a function");
}

}  // namespace

ExitCode run(const std::vector<std::string>& arguments, Env& env) {
  const auto parsed = parse_command_line(arguments);
  if (const auto* answer = std::get_if<CommandLineAnswer>(&parsed)) {
    (answer->is_fault ? env.err : env.out) << answer->text;
    if (answer->is_fault) return ExitCode::wrong_usage;
    return env.out.flush() ? ExitCode::done : ExitCode::failure;
  }
  const Options& options = std::get<Options>(parsed);
  return guarded(options.language, env.err, [&] {
    const ExitCode code = run_command(options, env);
    // A report that the reader of our output did not get is a failure, not a success.
    if (env.out.flush()) return code;
    env.err << text(Text::answer_output_failed, options.language);
    return ExitCode::failure;
  });
}

}  // namespace euproj
