#include "app/run/findings_output.hpp"

#include <algorithm>
#include <vector>

#include "euproj/render/render_diagnostics.hpp"
#include "euproj/report/build_figures.hpp"

namespace euproj {
namespace {

/// A million rows can each have one, so never the texts of all of them at once.
void print_json_lines(const Loaded& loaded, const Options& options, Env& env,
                      const std::string& project) {
  constexpr std::size_t at_once = 1'000;
  std::vector<Diagnostic> some;
  const auto print = [&] {
    env.err << render_findings_json_lines(
        build_findings(some, loaded.sources, options.language), project);
    some.clear();
  };
  for (const Diagnostic& diagnostic : loaded.diagnostics.all()) {
    if (options.quiet && diagnostic.severity == Severity::warning) continue;
    some.push_back(diagnostic);
    if (some.size() == at_once) print();
  }
  print();
}

}  // namespace

std::string project_shown(const std::string& path, const Options& options) {
  return options.projects.size() > 1 ? path : std::string();
}

void print_findings(const Loaded& loaded, const Options& options, Env& env,
                    const std::string& project) {
  if (options.findings == FindingsFormat::json) {
    print_json_lines(loaded, options, env, project);
    return;
  }
  DiagnosticStyle style;
  style.language = options.language;
  style.colour = use_colour(options, env, env.err_is_terminal);
  style.only_errors = options.quiet;
  env.err << render_diagnostics_text(loaded.diagnostics, loaded.sources, style);
}

ExitCode exit_code_of(const Diagnostics& diagnostics) {
  if (diagnostics.has_failures()) return ExitCode::failure;
  return diagnostics.has_errors() ? ExitCode::bad_data : ExitCode::done;
}

ExitCode code_with_warnings(ExitCode code, std::size_t warnings, const Options& options) {
  const bool fails = options.fail_on == FailOn::warning && warnings > 0;
  return fails ? highest(code, ExitCode::bad_data) : code;
}

ExitCode highest(ExitCode a, ExitCode b) { return std::max(a, b); }

Diagnostics::Warnings warnings_of(const Options& options) {
  return options.strict ? Diagnostics::Warnings::are_errors : Diagnostics::Warnings::stay_warnings;
}

bool use_colour(const Options& options, const Env& env, bool terminal) {
  switch (options.colour) {
    case ColourChoice::always: return true;
    case ColourChoice::never: return false;
    case ColourChoice::automatic: return terminal && !env.no_color;
  }
  return false;
}

TextStyle text_style(const Options& options, const Env& env) {
  TextStyle style;
  style.width = options.width;
  style.ascii = options.ascii;
  style.colour = options.output.empty() && use_colour(options, env, env.out_is_terminal);
  return style;
}

}  // namespace euproj
