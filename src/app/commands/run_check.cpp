// `euproj check`: the findings, and one line a project on standard output.
//
// Findings go to standard error as everywhere; with `--format json` or `sarif` they are the result
// and go to standard output; with -o to that file.

#include <algorithm>

#include "app/cli/usage_text.hpp"
#include "app/commands/commands.hpp"
#include "app/os/shown_progress.hpp"
#include "app/run/findings_output.hpp"
#include "app/run/for_each_project.hpp"
#include "app/run/heartbeat.hpp"
#include "app/run/input_files.hpp"
#include "euproj/base/version.hpp"
#include "euproj/render/render_diagnostics.hpp"
#include "euproj/report/build_figures.hpp"
#include "euproj/words/kinds.hpp"
#include "euproj/words/texts.hpp"

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

struct Checked {
  Checked() : loaded(Diagnostics::Warnings::stay_warnings) {}

  Loaded loaded;       // of it the findings, and the files they point into
  std::string result;  // what goes to standard output, or to the file
};

std::string result_text(const std::string& path, const Loaded& loaded, const Options& options,
                        Env& env) {
  std::string text;
  if (options.output.empty()) {
    print_findings(loaded, options, env, project_shown(path, options));
  } else {
    text = render_diagnostics_text(
        loaded.diagnostics, loaded.sources,
        {.language = options.language, .colour = false, .most_per_kind = 0});
  }
  return text + euproj::text(Text::answer_checked, options.language,
                     {path, std::to_string(loaded.diagnostics.error_count()),
                      std::to_string(loaded.diagnostics.warning_count())});
}

Checked check_project(const std::string& path, const Options& options, Env& env) {
  Checked checked;
  Loaded& loaded = checked.loaded;
  loaded = load_definition(path, warnings_of(options), env.files);
  expect_inputs(path, loaded, env);
  load_logs(path, env.files, options.outside, loaded, threads_within_project(options));
  if (env.progress != nullptr) env.progress->aside([] {});  // what follows is printed
  loaded.dossier = {};  // the findings are all that is needed of many projects
  switch (options.formats.front()) {
    case Format::json:
      checked.result = render_findings_json_lines(
          build_findings(loaded.diagnostics.all(), loaded.sources, options.language),
          project_shown(path, options));
      break;
    case Format::text: checked.result = result_text(path, loaded, options, env); break;
    case Format::html:
    case Format::xlsx:
    case Format::csv:
    case Format::sarif: break;  // all projects in one
  }
  return checked;
}

FleetProject counts_of(const Checked& checked, ExitCode code) {
  FleetProject counts;
  counts.state = code == ExitCode::failure    ? ProjectState::failure
                 : code == ExitCode::bad_data ? ProjectState::bad_data
                                              : ProjectState::done;
  counts.errors = checked.loaded.diagnostics.error_count();
  counts.warnings = checked.loaded.diagnostics.warning_count();
  return counts;
}

std::string all_results(const std::vector<Checked>& checked, const Options& options) {
  std::string results;
  for (const Checked& one : checked) results += one.result;
  if (options.formats.front() != Format::sarif) return results;
  std::vector<SarifInput> inputs;
  inputs.reserve(checked.size());
  for (const Checked& one : checked) inputs.push_back({one.loaded.diagnostics, one.loaded.sources});
  return render_sarif(inputs, options.language, std::string(program_version));
}

}  // namespace

ExitCode run_check(const Options& options, Env& world) {
  if (options.formats.size() > 1) {
    world.err << usage_text(options, Text::usage_word,
                            {"check --format", options.format_words, "text, json, sarif"});
    return ExitCode::wrong_usage;
  }
  ShownProgress shown(options, world);
  Env& env = shown.env();
  const Heartbeat heartbeat(options, env);
  if (env.progress != nullptr) env.progress->expect_projects(options.projects.size());
  std::vector<Checked> checked(options.projects.size());
  auto codes = for_each_project(options, env, [&](std::size_t i, Env& own) {
    checked[i] = check_project(options.projects[i], options, own);
    return exit_code_of(checked[i].loaded.diagnostics);
  });
  std::vector<ProjectReport> reports(checked.size());
  for (std::size_t i = 0; i < reports.size(); ++i) {
    reports[i].fleet = counts_of(checked[i], codes[i]);
    codes[i] = code_with_warnings(codes[i], reports[i].fleet.warnings, options);
  }
  ExitCode code = *std::max_element(codes.begin(), codes.end());
  const std::string results = all_results(checked, options);
  if (options.output.empty()) {
    env.out << results;
  } else {
    code = highest(code, write_findings(results, options, env));
  }
  return heartbeat.written(code, reports, env);
}

}  // namespace euproj
