// `euproj report`: each project by itself; one that fails does not stop the others. Of several that
// go to a folder there is a summary too.

#include <algorithm>
#include <map>

#include "app/commands/list.hpp"
#include "app/run/heartbeat.hpp"
#include "app/run/inputs.hpp"
#include "app/run/progress.hpp"
#include "app/run/report_project.hpp"
#include "euproj/base/unicode.hpp"
#include "euproj/base/utf8.hpp"
#include "euproj/render/render_diagnostics.hpp"
#include "euproj/words/kinds.hpp"

namespace euproj {
namespace {

class ReportCommand final : public Command {
 public:
  [[nodiscard]] std::string_view name() const override { return "report"; }
  [[nodiscard]] FixedText help() const override { return Text::help_report; }
  void declare(Parameters& parameters) override;
  void check() override;
  [[nodiscard]] ExitCode run(Env& env) override;

 private:
  /// `inputs` gets what was read, as it stood before it was read.
  [[nodiscard]] ExitCode report_all(const OutputTarget& target, Env& world,
                                    WatchedInputs& inputs) const;
  [[nodiscard]] std::vector<ReportRequest> read_definitions(Env& env) const;
  /// As text on standard output; beside the reports as `_fleet-PERIOD` in each of their formats but
  /// text and csv. No project's id begins with `_`.
  [[nodiscard]] ExitCode write_fleet(std::span<const ProjectReport> reports,
                                     const OutputTarget& target, Env& env) const;

  ReportOptions options_{common_};
};

/// "5", from 2 on; throws what is wrong with it.
std::int64_t parse_small_cells(const std::string& typed, const Parameters& parameters) {
  constexpr std::size_t max_digits = 6;
  const bool digits = !typed.empty() && typed.size() <= max_digits &&
                      typed.find_first_not_of("0123456789") == std::string::npos;
  const std::int64_t min_count = digits ? std::stoll(typed) : 0;
  if (min_count < 2) throw parameters.fault(Text::usage_small_cells, {typed});
  return min_count;
}

/// One line that fits the margin of a page; throws what is wrong with it.
std::string parse_label(const std::string& typed, const Parameters& parameters) {
  constexpr std::size_t max_characters = 60;
  const bool is_line = std::none_of(typed.begin(), typed.end(), [](char c) {
    return static_cast<unsigned char>(c) < ' ' || c == 0x7F;
  });
  const std::size_t characters = display_width(typed);
  const bool is_blank = typed.find_first_not_of(' ') == std::string::npos;
  if (!is_line || is_blank || characters > max_characters ||
      first_bad_utf8(typed) != std::string_view::npos) {
    throw parameters.fault(Text::usage_label, {typed, std::to_string(max_characters)});
  }
  return typed;
}

/// Projects whose files would have the same names: said before anything is written.
void refuse_same_ids(std::vector<ReportRequest>& requests) {
  std::map<std::string, std::vector<ReportRequest*>> by_id;
  for (ReportRequest& request : requests) {
    if (request.definition.has_project) {
      by_id[request.definition.dossier.project.id].push_back(&request);
    }
  }
  for (auto& [id, same] : by_id) {
    if (same.size() < 2) continue;
    for (ReportRequest* const request : same) {
      const ReportRequest& other = request == same.front() ? *same[1] : *same.front();
      request->definition.diagnostics.report(
          Kind::same_project_id, {request->definition.dossier.definition.file}, {id, other.path});
      request->may_write = false;
    }
  }
}

/// The workbook's time: SOURCE_DATE_EPOCH, else the last day of the reports, as in those.
std::int64_t stamp_of(const Fleet& fleet, const Env& env) {
  std::int64_t last = 0;
  for (const FleetProject& project : fleet.projects) {
    if (!project.figures) continue;
    const std::int64_t day = project.figures->period.last.serial();
    last = std::max(last, day * 86'400);
  }
  return env.source_date_epoch.value_or(last);
}

void ReportCommand::declare(Parameters& parameters) {
  parameters.arguments("PROJECT.yaml", Text::help_project, options_.projects, true);
  options_.period.declare(parameters);
  parameters.text("--claim", "ID", Text::help_claim, options_.period.claim);
  parameters.values_of_list("claims");
  options_.format.declare(parameters, Text::help_format, "F,...", &options_.output);
  options_.text.declare(parameters);
  options_.output.declare(parameters);
  parameters.converted({"--small-cells", "N", Text::help_small_cells, {}},
                       [this, &parameters](const std::string& typed) {
                         if (!typed.empty())
                           options_.small_cells = parse_small_cells(typed, parameters);
                       });
  parameters.converted({"--label", "TEXT", Text::help_page_label, {}},
                       [this, &parameters](const std::string& typed) {
                         if (!typed.empty()) options_.label = parse_label(typed, parameters);
                       });
  parameters.flag("--brief", Text::help_brief, options_.brief);
  parameters.flag("--watch", Text::help_watch, options_.watch);
  declare_findings(parameters);
  options_.batch.declare(parameters);
  parameters.flag("--allow-outside", Text::help_allow_outside, options_.allow_outside);
}

void ReportCommand::check() {
  if (!options_.period.claim.empty() && options_.period.period != "all") {
    throw fault(Text::usage_claim_and_period);
  }
  options_.output.check_extension(report_extensions, *this);
  const auto& formats = options_.format.formats;
  const bool is_screen = std::all_of(formats.begin(), formats.end(), [](Format format) {
    return format == Format::text || format == Format::html;
  });
  if (options_.brief && !is_screen) throw fault(Text::usage_brief);
}

std::vector<ReportRequest> ReportCommand::read_definitions(Env& env) const {
  std::vector<ReportRequest> requests;
  for (const std::string& path : options_.projects) {
    requests.push_back({path, Loaded(warnings_of(common_))});
  }
  const auto codes = for_each_project(options_.run(), env, [&](std::size_t i, Env& own) {
    requests[i].definition =
        load_definition(requests[i].path, warnings_of(common_), own.files,
                        options_.period.findings_day(own.today), options_.outside());
    return ExitCode::done;
  });
  for (std::size_t i = 0; i < codes.size(); ++i) requests[i].reading = codes[i];
  return requests;
}

ExitCode ReportCommand::report_all(const OutputTarget& target, Env& world,
                                   WatchedInputs& inputs) const {
  ShownProgress shown(common_.language, common_.quiet, world);
  Env& env = shown.env();
  const Heartbeat heartbeat(options_.batch.heartbeat, name(), env);
  inputs.stamps = stamps_of(options_.projects, env.files);
  std::vector<ReportRequest> requests = read_definitions(env);
  if (options_.projects.size() > 1 && target.is_folder()) refuse_same_ids(requests);
  if (options_.watch || env.progress != nullptr) {
    inputs.patterns.clear();
    for (const ReportRequest& request : requests) {
      const auto patterns = input_patterns(request.path, request.definition);
      inputs.patterns.insert(inputs.patterns.end(), patterns.begin(), patterns.end());
    }
    inputs.stamps.merge(stamps_of(inputs.patterns, env.files));
  }
  if (env.progress != nullptr) {
    env.progress->expect_bytes(total_bytes(inputs.stamps));
    env.progress->expect_projects(requests.size());
  }
  std::vector<ProjectReport> reports(requests.size());
  const auto codes = for_each_project(options_.run(), env, [&](std::size_t i, Env& own) {
    reports[i].fleet.path = requests[i].path;  // also when what follows throws
    reports[i].fleet.state = ProjectState::failure;
    if (requests[i].reading != ExitCode::done) return requests[i].reading;
    reports[i] = report_project(std::move(requests[i]), options_, target, own);
    return reports[i].code;
  });
  ExitCode code = *std::max_element(codes.begin(), codes.end());
  if (reports.size() > 1 && target.is_folder()) {
    code = highest(code, write_fleet(reports, target, env));
  }
  std::vector<FleetProject> projects;
  for (ProjectReport& report : reports) projects.push_back(std::move(report.fleet));
  return heartbeat.written(code, projects, common_.language, env);
}

ExitCode ReportCommand::write_fleet(std::span<const ProjectReport> reports,
                                    const OutputTarget& target, Env& env) const {
  Fleet fleet;
  fleet.period = options_.period.shown();
  if (const auto days = resolve_period(fleet.period, options_.period.as_of, {}, env.today);
      days && (fleet.period == "all" || fleet.period == "last-month")) {
    fleet.days = days->period;
  }
  fleet.small_cells = options_.small_cells;
  fleet.label = options_.label;
  std::string file_part = "all";
  for (const ProjectReport& report : reports) {
    fleet.projects.push_back(report.fleet);
    if (!report.file_part.empty()) file_part = report.file_part;
  }
  // What a project without a report has left in the folder is of an earlier run.
  for (FleetProject& project : fleet.projects) {
    if (project.figures || project.id.empty()) continue;
    for (const Format format : options_.format.formats) {
      std::string path = target.path(project.id, file_part, format);
      if (env.files.exists(path)) project.stale.push_back(std::move(path));
    }
  }
  Diagnostics diagnostics;
  const Document document = build_fleet_document(fleet, common_.language);
  for (const Format format : options_.format.formats) {
    const auto write = [&](std::string bytes) {
      write_result(target.path("_fleet", file_part, format), output_of(std::move(bytes)),
                   Readers::as_usual, common_, env, diagnostics);
    };
    switch (format) {
      case Format::html:
        write(render_html(document));
        break;
      case Format::json:
        write(render_fleet_json(fleet));
        break;
      case Format::xlsx: {
        const auto workbook = render_xlsx(document, stamp_of(fleet, env));
        if (workbook) {
          write(*workbook);
        } else {
          diagnostics.report(Kind::file_not_writable, {},
                             {options_.output.path, workbook.reason().reason});
        }
        break;
      }
      case Format::text:
      case Format::csv:
      case Format::sarif:
        break;
    }
  }
  env.out << render_text(document, text_style(common_, options_.text, env));
  env.err << render_diagnostics_text(diagnostics, SourceSet(), {.language = common_.language});
  return exit_code_of(diagnostics);
}

ExitCode ReportCommand::run(Env& env) {
  const OutputTarget target(options_.output.path, env.files);
  if (const auto fault =
          target.usage_fault(options_.projects.size(), options_.format.formats, common_.language)) {
    env.err << *fault;
    return ExitCode::wrong_usage;
  }
  WatchedInputs inputs;
  if (!options_.watch || env.clock == nullptr) return report_all(target, env, inputs);
  return watch(common_, env, [&] {
    const ExitCode code = report_all(target, env, inputs);
    return std::pair(code, inputs);
  });
}

}  // namespace

std::unique_ptr<Command> report_command() { return std::make_unique<ReportCommand>(); }

}  // namespace euproj
