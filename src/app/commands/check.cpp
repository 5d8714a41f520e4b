// `euproj check`: the findings, and one line a project on standard output.
//
// Findings go to standard error as everywhere; with `--format json` or `sarif` they are the result
// and go to standard output; with -o to that file.

#include <algorithm>

#include "app/commands/list.hpp"
#include "app/run/asked_scope.hpp"
#include "app/run/for_each_project.hpp"
#include "app/run/heartbeat.hpp"
#include "app/run/inputs.hpp"
#include "app/run/output.hpp"
#include "app/run/progress.hpp"
#include "euproj/app/load.hpp"
#include "euproj/base/version.hpp"
#include "euproj/check/checks.hpp"
#include "euproj/render/render.hpp"
#include "euproj/render/render_diagnostics.hpp"
#include "euproj/report/build_figures.hpp"
#include "euproj/report/findings_answer.hpp"

namespace euproj {
namespace {

class CheckCommand final : public Command {
 public:
  [[nodiscard]] std::string_view name() const override { return "check"; }
  [[nodiscard]] FixedText help() const override { return Text::help_check; }
  void declare(Parameters& parameters) override;
  void check() override;
  [[nodiscard]] ExitCode run(Env& env) override;

 private:
  struct Checked {
    Checked() : loaded(Diagnostics::Warnings::stay_warnings) {}

    Loaded loaded;       // of it the findings, and the files they point into
    std::string result;  // what goes to standard output, or to the file
    Date last;           // of the project
  };

  [[nodiscard]] ProjectRun project_run() const {
    return {projects_, batch_.threads, common_.language};
  }
  [[nodiscard]] Checked check_project(const std::string& path, Env& env) const;
  [[nodiscard]] std::string result_text(const std::string& path, const Loaded& loaded,
                                        Env& env) const;
  [[nodiscard]] Result<std::string, RenderFault> workbook(const std::vector<Checked>& checked,
                                                          const Env& env) const;
  [[nodiscard]] std::string all_results(const std::vector<Checked>& checked) const;

  std::vector<std::string> projects_;
  PeriodOptions period_;  // one command line for `check` and `report`
  FormatOptions format_;
  OutputOptions output_;
  BatchOptions batch_;
  bool allow_outside_ = false;
};

FleetProject counts_of(const Diagnostics& diagnostics, ExitCode code) {
  FleetProject counts;
  counts.state = code == ExitCode::failure    ? ProjectState::failure
                 : code == ExitCode::bad_data ? ProjectState::bad_data
                                              : ProjectState::done;
  counts.errors = diagnostics.error_count();
  counts.warnings = diagnostics.warning_count();
  return counts;
}

void CheckCommand::declare(Parameters& parameters) {
  parameters.arguments("PROJECT.yaml", Text::help_project, projects_, true);
  period_.declare(parameters);
  format_.declare_of_check(parameters, output_);
  output_.declare(parameters);
  declare_findings(parameters);
  batch_.declare(parameters);
  parameters.flag("--allow-outside", Text::help_allow_outside, allow_outside_);
}

void CheckCommand::check() {
  output_.check_extension(check_extensions, *this);
  format_.check_one_of({Format::text, Format::json, Format::xlsx, Format::sarif}, *this);
  if (format_.one() == Format::xlsx && output_.path.empty()) throw fault(Text::usage_xlsx_stdout);
}

std::string CheckCommand::result_text(const std::string& path, const Loaded& loaded,
                                      Env& env) const {
  std::string text;
  if (output_.path.empty()) {
    print_findings(loaded, common_, env, project_shown(path, projects_.size()));
  } else {
    text = render_diagnostics_text(
        loaded.diagnostics, loaded.sources,
        {.language = common_.language, .colour = false, .most_per_kind = 0});
  }
  const std::string errors = std::to_string(loaded.diagnostics.error_count());
  const std::string warnings = std::to_string(loaded.diagnostics.warning_count());
  if (loaded.waived.empty()) {
    return text + euproj::text(Text::answer_checked, common_.language, {path, errors, warnings});
  }
  return text + euproj::text(Text::answer_checked_waived, common_.language,
                             {path, errors, warnings, std::to_string(loaded.waived.size())});
}

CheckCommand::Checked CheckCommand::check_project(const std::string& path, Env& env) const {
  Checked checked;
  Loaded& loaded = checked.loaded;
  loaded = load_definition(path, warnings_of(common_), env.files, period_.findings_day(env.today),
                           allow_outside_ ? Outside::allowed : Outside::refused);
  if (loaded.has_project) {
    const auto asked = resolve_scope(loaded.dossier.project, period_, env.today, common_.language);
    if (asked) tell_period_outside(asked->scope, period_, loaded);
  }
  expect_inputs(path, loaded, env);
  load_logs(path, env.files, allow_outside_ ? Outside::allowed : Outside::refused, loaded,
            project_run().threads_within_project());
  if (loaded.has_project) {
    const Dossier& dossier = loaded.dossier;
    Diagnostics found(loaded.diagnostics.warnings());
    if (needs_counts(dossier)) {
      const std::size_t threads =
          useful_threads(dossier.logs, project_run().threads_within_project());
      check_counts(dossier, compute_people_counts(dossier, dossier.project.period, threads),
                   dossier.day.asked, found);
    }
    add_findings(std::move(found), env.files, loaded);
    finish_waivers(loaded, waiver_day(loaded), env.files);
  }
  if (env.progress != nullptr) env.progress->aside([] {});  // what follows is printed
  checked.last = loaded.dossier.project.period.last;
  loaded.dossier = {};  // the findings are all that is needed of many projects
  switch (format_.one()) {
    case Format::json:
      checked.result = render_findings_json_lines(
          build_report_findings(loaded.diagnostics.all(), loaded.sources, common_.language),
          project_shown(path, projects_.size()));
      break;
    case Format::text:
      checked.result = result_text(path, loaded, env);
      break;
    case Format::html:
    case Format::xlsx:
    case Format::csv:
    case Format::sarif:
      break;  // all projects in one
  }
  return checked;
}

/// For who mends the logs: a row each, in the order of the files.
Result<std::string, RenderFault> CheckCommand::workbook(const std::vector<Checked>& checked,
                                                        const Env& env) const {
  std::vector<ProjectFindings> projects;
  Date last;
  for (std::size_t i = 0; i < checked.size(); ++i) {
    const Loaded& loaded = checked[i].loaded;
    projects.push_back({projects_[i], loaded.diagnostics, loaded.sources});
    if (last < checked[i].last) last = checked[i].last;
  }
  return render_xlsx(build_findings_document(projects, common_.language),
                     env.source_date_epoch.value_or(std::int64_t{last.serial()} * 86'400));
}

std::string CheckCommand::all_results(const std::vector<Checked>& checked) const {
  std::string results;
  for (const Checked& one : checked) results += one.result;
  if (format_.one() != Format::sarif) return results;
  std::vector<SarifInput> inputs;
  inputs.reserve(checked.size());
  for (const Checked& one : checked) {
    inputs.push_back({one.loaded.diagnostics, one.loaded.sources, {}});
    for (const WaivedFinding& each : one.loaded.waived) {
      inputs.back().suppressed.push_back({each.finding, each.waiver.reason});
    }
  }
  return render_sarif(inputs, common_.language, std::string(program_version));
}

ExitCode CheckCommand::run(Env& world) {
  ShownProgress shown(common_.language, common_.quiet, world);
  Env& env = shown.env();
  const Heartbeat heartbeat(batch_.heartbeat, name(), env);
  if (env.progress != nullptr) env.progress->expect_projects(projects_.size());
  std::vector<Checked> checked(projects_.size());
  auto codes = for_each_project(project_run(), env, [&](std::size_t i, Env& own) {
    checked[i] = check_project(projects_[i], own);
    return exit_code_of(checked[i].loaded.diagnostics);
  });
  std::vector<FleetProject> counts;
  for (std::size_t i = 0; i < checked.size(); ++i) {
    counts.push_back(counts_of(checked[i].loaded.diagnostics, codes[i]));
    codes[i] = code_with_warnings(codes[i], counts[i].warnings, batch_.fail_on);
  }
  ExitCode code = *std::max_element(codes.begin(), codes.end());
  std::string results = all_results(checked);
  if (format_.one() == Format::xlsx) {
    auto made = workbook(checked, env);
    if (!made) {
      const std::string& reason = made.reason().reason;
      code = highest(code, say_not_written(output_.path, reason, common_.language, env));
      return heartbeat.written(code, counts, common_.language, env);
    }
    results = std::move(made.value());
  }
  if (output_.path.empty()) {
    env.out << results;
  } else if (const auto written = env.files.write(output_.path, results); !written) {
    code =
        highest(code, say_not_written(output_.path, fault_text(written.reason(), common_.language),
                                      common_.language, env));
  } else if (format_.one() == Format::xlsx && !common_.quiet) {
    env.err << text(Text::answer_written, common_.language, {output_.path});
  }
  return heartbeat.written(code, counts, common_.language, env);
}

}  // namespace

std::unique_ptr<Command> check_command() { return std::make_unique<CheckCommand>(); }

}  // namespace euproj
