#include "app/run/report_project.hpp"

#include <algorithm>
#include <iterator>

#include "app/run/asked_scope.hpp"
#include "app/run/closed_periods.hpp"
#include "app/run/compare_reports.hpp"
#include "euproj/app/load.hpp"
#include "euproj/base/version.hpp"
#include "euproj/check/checks.hpp"
#include "euproj/report/build_figures.hpp"
#include "euproj/report/document.hpp"
#include "euproj/report/evidence.hpp"
#include "euproj/report/small_cells.hpp"
#include "euproj/words/kinds.hpp"
#include "euproj/words/texts.hpp"

namespace euproj {
namespace {

/// The options that shape the figures, for provenance; paths are left out, they say nothing of
/// them. `month`: what `last-month` was, so that the report can be made again.
std::vector<std::string> shaping_options(const ReportOptions& options, const std::string& month) {
  const PeriodOptions& period = options.period;
  const bool is_last_month = period.period == "last-month" && !period.as_of;
  std::vector<std::string> shown = {period.claim.empty()
                                        ? "--period " + (is_last_month ? month : period.period)
                                        : period.shown()};
  if (period.as_of) shown.push_back("--as-of " + period.as_of->iso());
  shown.push_back(options.common.language == Language::polish ? "--lang pl" : "--lang en");
  if (options.small_cells) {
    shown.push_back("--small-cells " + std::to_string(*options.small_cells));
  }
  if (options.common.strict) shown.emplace_back("--strict");
  if (options.output.keep_going) shown.emplace_back("--keep-going");
  return shown;
}

void add_provenance(const Loaded& loaded, const ReportOptions& options,
                    const std::string& file_part, Figures& figures) {
  figures.findings =
      build_report_findings(loaded.diagnostics.all(), loaded.sources, options.common.language);
  figures.complete = !loaded.diagnostics.has_errors();
  figures.label = options.label;
  if (loaded.dossier.logs.has(LogKind::waivers)) {
    figures.waived.emplace();
    for (const WaivedFinding& each : loaded.waived) {
      figures.waived->push_back({std::string(kind_info(each.finding.kind).code),
                                 each.finding.subject, each.waiver.reason, each.waiver.by,
                                 each.waiver.until});
    }
  }
  figures.version = program_version;
  figures.options = shaping_options(options, file_part);
  const auto add = [&](const LogFile& file, bool of_persons) {
    const InputFile& source = loaded.sources.file(file.file);
    figures.inputs.push_back(
        {source.path, file.sha256, file.bytes, file.rows, of_persons, source.sheet, file.skipped});
  };
  add(loaded.dossier.definition, false);
  for (const LogFile& file : loaded.dossier.logs.files) {
    add(file, file.kind != LogKind::places && file.kind != LogKind::expenditures &&
                  file.kind != LogKind::entities && file.kind != LogKind::declared &&
                  file.kind != LogKind::settlements && file.kind != LogKind::waivers);
  }
}

struct Rendered {
  Format format{};
  Output output;
};

/// Not of formats that are made from the figures themselves.
Document document_of(const Figures& figures, const ReportOptions& options) {
  const auto& formats = options.format.formats;
  const bool by_figures = std::all_of(formats.begin(), formats.end(), [](Format f) {
    return f == Format::json || f == Format::csv;
  });
  if (by_figures) return {};
  return options.brief ? build_brief(figures, options.common.language)
                       : build_document(figures, options.common.language);
}

/// Of a whole report the documents, and who is counted: a list of persons gives away what small
/// counts would hide.
WorkbookEvidence evidence_of(const Loaded& loaded, const ReportScope& scope, const Figures& figures,
                             const ReportOptions& options) {
  const auto& formats = options.format.formats;
  const bool shows_it = !options.brief && std::any_of(formats.begin(), formats.end(), [](Format f) {
    return f == Format::xlsx || f == Format::html;
  });
  if (!shows_it) return {};
  const Language language = options.common.language;
  WorkbookEvidence all =
      build_document_list(loaded.dossier, loaded.sources, scope, figures, language);
  if (options.small_cells) return all;
  WorkbookEvidence persons = build_evidence(loaded.dossier, loaded.sources, figures, language);
  std::move(persons.sections.begin(), persons.sections.end(), std::back_inserter(all.sections));
  std::move(persons.checks.begin(), persons.checks.end(), std::back_inserter(all.checks));
  return all;
}

/// The workbook can fail, so it is made before anything is written; texts come piece by piece.
Result<std::vector<Rendered>, RenderFault> render_all(const Figures& figures,
                                                      const Document& document,
                                                      const WorkbookEvidence& evidence,
                                                      const ReportOptions& options,
                                                      const Env& env) {
  // Without SOURCE_DATE_EPOCH the stamp is the period's end: the clock would change the bytes.
  const std::int64_t stamp = env.source_date_epoch.value_or(
      static_cast<std::int64_t>(figures.period.last.serial()) * 86'400);
  TextStyle style = text_style(options.common, options.text, env);
  style.colour = style.colour && options.output.path.empty();  // a file never has colour
  std::optional<Document> with_evidence;
  if (!evidence.sections.empty()) {
    with_evidence = document;
    with_evidence->sections.insert(with_evidence->sections.end(), evidence.sections.begin(),
                                   evidence.sections.end());
    with_evidence->checks.insert(with_evidence->checks.end(), evidence.checks.begin(),
                                 evidence.checks.end());
  }
  const Document& whole = with_evidence ? *with_evidence : document;
  std::vector<Rendered> results;
  for (const Format format : options.format.formats) {
    switch (format) {
      case Format::text:
        results.push_back(
            {format, [&document, style](const Sink& sink) { render_text(document, style, sink); }});
        break;
      case Format::html:
        results.push_back({format, output_of(render_html(whole))});
        break;
      case Format::json: {
        const bool one_line = options.projects.size() > 1 && options.output.path.empty();
        const JsonLayout layout = one_line ? JsonLayout::one_line : JsonLayout::indented;
        results.push_back(
            {format, [&figures, layout](const Sink& sink) { render_json(figures, layout, sink); }});
        break;
      }
      case Format::csv:
        results.push_back({format, output_of(render_csv(figures, options.common.language))});
        break;
      case Format::xlsx: {
        auto workbook = render_xlsx(whole, stamp);
        if (!workbook) return workbook.reason();
        results.push_back({format, output_of(std::move(workbook.value()))});
        break;
      }
      case Format::sarif:
        break;  // of check
    }
  }
  return results;
}

/// The figures of a file that is about to be replaced; nothing where it is no report.
std::vector<NamedFigure> figures_of_file(std::string_view bytes, Format format) {
  if (format == Format::json) return figures_in(bytes).value_or(std::vector<NamedFigure>());
  Diagnostics ignored;
  const auto cells = read_workbook_cells(bytes, no_file, ignored);
  return cells ? named_cells(*cells) : std::vector<NamedFigure>();
}

/// Says how many figures differ from those of the file that stands there. A file of more than 16
/// MiB is replaced without a word.
void tell_replaced(const std::string& path, std::string_view old, std::string_view bytes,
                   Format format, const CommonOptions& common, Env& env) {
  constexpr std::size_t max_bytes = std::size_t{16} << 20;
  if (old.size() > max_bytes || old == bytes) return;
  const auto before = figures_of_file(old, format);
  if (before.empty()) return;
  const auto changes = build_figure_changes(before, figures_of_file(bytes, format));
  if (changes.empty()) return;
  env.err << text(Text::answer_replaced, common.language, {path, std::to_string(changes.size())});
}

/// Made once, also where it is first compared with what stands there.
void write_report(const std::string& path, const Rendered& result, const CommonOptions& common,
                  Env& env, Diagnostics& diagnostics) {
  const bool has_figures = result.format == Format::json || result.format == Format::xlsx;
  Output output = result.output;
  if (has_figures && !common.quiet && env.files.exists(path)) {
    if (const auto old = env.files.read(path)) {
      std::string bytes;
      result.output([&bytes](std::string_view piece) { bytes += piece; });
      tell_replaced(path, (*old)->bytes(), bytes, result.format, common, env);
      output = output_of(std::move(bytes));
    }
  }
  write_result(path, output, Readers::as_usual, common, env, diagnostics);
}

void write_all(const std::vector<Rendered>& results, const std::string& id,
               const std::string& file_part, const ReportOptions& options,
               const OutputTarget& target, Env& env, Diagnostics& diagnostics) {
  const Sink shown = [&env](std::string_view piece) { env.out << piece; };
  for (const Rendered& result : results) {
    if (target.is_standard_output()) {
      result.output(shown);
    } else {
      write_report(target.path(id, file_part, result.format), result, options.common, env,
                   diagnostics);
    }
  }
}

/// Writes the report when there can be one; findings about that join the others.
ExitCode make_report(Loaded& loaded, bool may_write, const ReportOptions& options,
                     const OutputTarget& target, Env& env, ProjectReport& report) {
  const Project& project = loaded.dossier.project;
  const auto asked = resolve_scope(project, options.period, env.today, options.common.language);
  const Date last = loaded.has_project && asked ? asked->scope.period.last : env.today;
  if (loaded.has_project && asked) tell_period_outside(asked->scope, options.period, loaded);
  take_waived(loaded, last);
  ExitCode code = exit_code_of(loaded.diagnostics);
  const auto ends = [&] {
    const bool bad_rows_only = loaded.has_project && code == ExitCode::bad_data && may_write;
    return code != ExitCode::done && !(options.output.keep_going && bad_rows_only);
  };
  if (ends()) return code;
  if (!asked) {
    env.err << asked.reason();
    return ExitCode::wrong_usage;
  }
  const std::size_t threads =
      useful_threads(loaded.dossier.logs, options.run().threads_within_project());
  const ReportScope& scope = asked->scope;
  PeopleCounts counts = compute_people_counts(loaded.dossier, scope.period, threads);
  Diagnostics found(loaded.diagnostics.warnings());
  check_counts(loaded.dossier, counts, scope.period.last, found);
  add_findings(std::move(found), env.files, loaded);
  finish_waivers(loaded, last, env.files);
  code = exit_code_of(loaded.diagnostics);
  if (ends()) return code;
  Figures figures = build_figures(loaded.dossier, scope, std::move(counts), threads);
  build_documents(loaded.dossier, loaded.sources, scope, figures);
  build_gaps(loaded.dossier, loaded.sources, figures);
  // Who came and went is a small count of persons.
  if (!options.small_cells) {
    figures.closed = compute_closed_periods(loaded, scope, figures, threads);
  }
  add_provenance(loaded, options, asked->file_part, figures);
  if (options.small_cells) suppress_small_cells(loaded.dossier, *options.small_cells, figures);
  const Document document = document_of(figures, options);
  const WorkbookEvidence evidence = evidence_of(loaded, scope, figures, options);
  const auto rendered = render_all(figures, document, evidence, options, env);
  if (!rendered) {
    loaded.diagnostics.report(Kind::file_not_writable, {},
                              {options.output.path, rendered.reason().reason});
    return ExitCode::failure;
  }
  report.file_part = asked->file_part + (options.brief ? "-brief" : "");
  write_all(*rendered, project.id, report.file_part, options, target, env, loaded.diagnostics);
  report.fleet.figures = fleet_figures(figures);
  return highest(code, exit_code_of(loaded.diagnostics));
}

ProjectState state_of(ExitCode code, bool has_report) {
  switch (code) {
    case ExitCode::done:
      return ProjectState::done;
    case ExitCode::bad_data:
      return has_report ? ProjectState::incomplete : ProjectState::bad_data;
    case ExitCode::wrong_usage:
      return ProjectState::wrong_usage;
    case ExitCode::differs:  // of verify alone
    case ExitCode::failure:
      return ProjectState::failure;
  }
  return ProjectState::failure;
}

}  // namespace

ProjectReport report_project(ReportRequest request, const ReportOptions& options,
                             const OutputTarget& target, Env& env) {
  Loaded& loaded = request.definition;
  load_logs(request.path, env.files, options.outside(), loaded,
            options.run().threads_within_project());
  if (env.progress != nullptr) env.progress->aside([] {});  // what follows is printed
  ProjectReport report;
  FleetProject& fleet = report.fleet;
  fleet.path = request.path;
  report.code = make_report(loaded, request.may_write, options, target, env, report);
  // Of a wrong usage the sentence alone, as ever.
  if (report.code != ExitCode::wrong_usage) {
    print_findings(loaded, options.common, env,
                   project_shown(request.path, options.projects.size()));
  }
  fleet.state = state_of(report.code, fleet.figures.has_value());
  if (loaded.has_project) {
    fleet.id = loaded.dossier.project.id;
    fleet.title = loaded.dossier.project.title;
  }
  fleet.errors = loaded.diagnostics.error_count();
  fleet.warnings = loaded.diagnostics.warning_count();
  if (!options.small_cells) {
    fleet.findings = group_findings(
        build_report_findings(loaded.diagnostics.all(), loaded.sources, options.common.language));
  }
  report.code = code_with_warnings(report.code, fleet.warnings, options.batch.fail_on);
  return report;
}

}  // namespace euproj
