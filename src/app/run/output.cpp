#include "app/run/output.hpp"

#include <algorithm>
#include <vector>

#include "euproj/render/render_diagnostics.hpp"
#include "euproj/report/build_figures.hpp"
#include "euproj/words/kinds.hpp"

namespace euproj {
namespace {

/// A million rows can each have one, so never the texts of all of them at once.
void print_json_lines(const Loaded& loaded, const CommonOptions& common, Env& env,
                      const std::string& project) {
  constexpr std::size_t at_once = 1'000;
  std::vector<Diagnostic> some;
  const auto print = [&] {
    env.err << render_findings_json_lines(build_findings(some, loaded.sources, common.language),
                                          project);
    some.clear();
  };
  for (const Diagnostic& diagnostic : loaded.diagnostics.all()) {
    if (common.quiet && diagnostic.severity <= Severity::warning) continue;
    some.push_back(diagnostic);
    if (some.size() == at_once) print();
  }
  print();
}

std::string extension_of(Format format) { return format == Format::text ? "txt" : word_of(format); }

}  // namespace

void print_findings(const Loaded& loaded, const CommonOptions& common, Env& env,
                    const std::string& project) {
  if (common.findings == FindingsFormat::json) {
    print_json_lines(loaded, common, env, project);
    return;
  }
  DiagnosticStyle style;
  style.language = common.language;
  style.colour = use_colour(common, env, env.err_is_terminal);
  style.only_errors = common.quiet;
  env.err << render_diagnostics_text(loaded.diagnostics, loaded.sources, style);
}

std::string project_shown(const std::string& path, std::size_t projects) {
  return projects > 1 ? path : std::string();
}

ExitCode exit_code_of(const Diagnostics& diagnostics) {
  if (diagnostics.has_failures()) return ExitCode::failure;
  return diagnostics.has_errors() ? ExitCode::bad_data : ExitCode::done;
}

ExitCode code_with_warnings(ExitCode code, std::size_t warnings, FailOn fail_on) {
  const bool fails = fail_on == FailOn::warning && warnings > 0;
  return fails ? highest(code, ExitCode::bad_data) : code;
}

ExitCode highest(ExitCode a, ExitCode b) { return std::max(a, b); }

Diagnostics::Warnings warnings_of(const CommonOptions& common) {
  return common.strict ? Diagnostics::Warnings::are_errors : Diagnostics::Warnings::stay_warnings;
}

bool use_colour(const CommonOptions& common, const Env& env, bool terminal) {
  switch (common.colour) {
    case ColourChoice::always:
      return true;
    case ColourChoice::never:
      return false;
    case ColourChoice::automatic:
      return terminal && !env.no_color;
  }
  return false;
}

TextStyle text_style(const CommonOptions& common, const TextOptions& options, const Env& env) {
  return {.width = options.width,
          .colour = use_colour(common, env, env.out_is_terminal),
          .ascii = options.ascii};
}

OutputTarget::OutputTarget(std::string path, const Files& files) : path_(std::move(path)) {
  folder_ = path_.ends_with('/') || files.is_folder(path_);
}

std::optional<std::string> OutputTarget::usage_fault(std::size_t projects,
                                                     std::span<const Format> formats,
                                                     Language language) const {
  if (is_standard_output()) {
    if (std::find(formats.begin(), formats.end(), Format::xlsx) == formats.end()) return {};
    return usage_text(language, UsageFault{std::string(text(Text::usage_xlsx_stdout, language))});
  }
  const std::size_t results = projects * formats.size();
  if (folder_ || results == 1) return {};
  return usage_text(language, Text::usage_one_file, {path_, std::to_string(results)});
}

std::string OutputTarget::path(const std::string& project_id, const std::string& file_part,
                               Format format) const {
  if (!folder_) return path_;
  std::string folder = path_;
  if (!folder.ends_with('/')) folder += '/';
  return folder + project_id + "-" + file_part + "." + extension_of(format);
}

void write_result(const std::string& to, const Output& output, Readers readers,
                  const CommonOptions& common, Env& env, Diagnostics& diagnostics) {
  const auto written = env.files.write(to, output, readers);
  if (!written) {
    diagnostics.report(Kind::file_not_writable, {},
                       {to, fault_text(written.reason(), common.language)});
  } else if (!common.quiet) {
    env.err << text(Text::answer_written, common.language, {to});
  }
}

ExitCode say_not_written(const std::string& path, const std::string& reason, Language language,
                         Env& env) {
  Diagnostics diagnostics;
  diagnostics.report(Kind::file_not_writable, {}, {path, reason});
  env.err << render_diagnostics_text(diagnostics, SourceSet(), {.language = language});
  return ExitCode::failure;
}

}  // namespace euproj
