#include "app/findings_output.hpp"

#include <algorithm>

#include "euproj/render/render_diagnostics.hpp"
#include "euproj/report/build_figures.hpp"

namespace euproj {

std::string project_shown(const std::string& path, const Options& options) {
  return options.projects.size() > 1 ? path : std::string();
}

void print_findings(const Loaded& loaded, const Options& options, Env& env,
                    const std::string& project) {
  Diagnostics shown = loaded.diagnostics;
  if (options.quiet) {
    std::erase_if(shown.all(),
                  [](const Diagnostic& d) { return d.severity == Severity::warning; });
  }
  if (options.findings == FindingsFormat::json) {
    env.err << render_findings_json_lines(
        build_findings(shown, loaded.sources, options.language), project);
    return;
  }
  DiagnosticStyle style;
  style.language = options.language;
  style.colour = use_colour(options, env, env.err_is_terminal);
  env.err << render_diagnostics_text(shown, loaded.sources, style);
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
