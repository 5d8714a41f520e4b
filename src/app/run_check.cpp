// `euproj check`: the findings, and one line a project on standard output.
//
// Findings go to standard error as everywhere; with `--format json` they are the result and go to
// standard output, one object a line; with -o to that file.

#include "app/commands.hpp"
#include "app/findings_output.hpp"
#include "app/usage_text.hpp"
#include "euproj/base/kinds.hpp"
#include "euproj/base/texts.hpp"
#include "euproj/render/render_diagnostics.hpp"
#include "euproj/report/build_figures.hpp"

namespace euproj {
namespace {

ExitCode write_findings(const std::string& bytes, const Options& options, Env& env) {
  const auto written = env.files.write(options.output, bytes);
  if (written) return ExitCode::done;
  Diagnostics diagnostics;
  diagnostics.report(Kind::file_not_writable, {},
                     {options.output, fault_text(written.reason(), options.language)});
  env.err << render_diagnostics_text(diagnostics, SourceSet(), {.language = options.language});
  return ExitCode::failure;
}

}  // namespace

ExitCode run_check(const Options& options, Env& env) {
  const Format format = options.formats.front();
  if (options.formats.size() > 1 || (format != Format::text && format != Format::json)) {
    env.err << usage_text(options, Text::usage_word,
                          {"check --format", options.format_words, "text, json"});
    return ExitCode::wrong_usage;
  }
  ExitCode code = ExitCode::done;
  std::string results;
  for (const std::string& project : options.projects) {
    const Loaded loaded = load(project, LoadLogs::yes, warnings_of(options), env.files,
                               options.outside);
    if (format == Format::json) {
      results += render_findings_json_lines(
          build_findings(loaded.diagnostics, loaded.sources, options.language));
    } else {
      if (options.output.empty()) {
        print_findings(loaded, options, env);
      } else {
        results += render_diagnostics_text(
            loaded.diagnostics, loaded.sources,
            {.language = options.language, .colour = false, .most_per_kind = 0});
      }
      results += fill(text(Text::answer_checked, options.language),
                      {project, std::to_string(loaded.diagnostics.error_count()),
                       std::to_string(loaded.diagnostics.warning_count())});
    }
    code = highest(code, exit_code_of(loaded.diagnostics));
  }
  if (!options.output.empty()) return highest(code, write_findings(results, options, env));
  env.out << results;
  return code;
}

}  // namespace euproj
