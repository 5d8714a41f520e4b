// `euproj report`: each project by itself; one that fails does not stop the others.

#include "app/commands.hpp"
#include "app/findings_output.hpp"
#include "app/output_target.hpp"
#include "app/usage_text.hpp"
#include "euproj/base/kinds.hpp"
#include "euproj/base/texts.hpp"
#include "euproj/render/render.hpp"
#include "euproj/report/build_document.hpp"
#include "euproj/report/build_figures.hpp"
#include "euproj/report/small_cells.hpp"

namespace euproj {
namespace {

/// The options that shape the figures, for provenance; paths are left out, they say nothing of them.
std::vector<std::string> shaping_options(const Options& options) {
  std::vector<std::string> shown = {"--period " + options.period};
  if (!options.claim.empty()) shown = {"--claim " + options.claim};
  if (options.as_of) shown.push_back("--as-of " + options.as_of->iso());
  shown.push_back(options.language == Language::polish ? "--lang pl" : "--lang en");
  if (options.small_cells) {
    shown.push_back("--small-cells " + std::to_string(*options.small_cells));
  }
  if (options.strict) shown.emplace_back("--strict");
  if (options.keep_going) shown.emplace_back("--keep-going");
  return shown;
}

void add_provenance(const Loaded& loaded, const Options& options, Figures& figures) {
  figures.findings = build_findings(loaded.diagnostics, loaded.sources, options.language);
  figures.complete = !loaded.diagnostics.has_errors();
  figures.version = EUPROJ_VERSION;
  figures.options = shaping_options(options);
  const auto add = [&](const LogFile& file, bool of_persons) {
    figures.inputs.push_back(
        {loaded.sources.file(file.file).path, file.sha256, file.bytes, file.rows, of_persons});
  };
  add(loaded.dossier.definition, false);
  for (const LogFile& file : loaded.dossier.logs.files) {
    add(file, file.kind != LogKind::places && file.kind != LogKind::expenditures);
  }
}

const Claim* claim_of(const Project& project, const Options& options) {
  for (const Claim& claim : project.claims) {
    if (claim.id == options.claim) return &claim;
  }
  return nullptr;
}

std::string unknown_claim_text(const Project& project, const Options& options) {
  std::string known;
  for (const Claim& claim : project.claims) known += (known.empty() ? "" : ", ") + claim.id;
  if (known.empty()) return usage_text(options, Text::usage_no_claims, {options.claim, project.id});
  return usage_text(options, Text::usage_claim, {options.claim, project.id, known});
}

struct Rendered {
  Format format{};
  std::string bytes;
};

Result<std::vector<Rendered>, RenderFault> render_all(const Figures& figures,
                                                      const Options& options, const Env& env) {
  const Document document = build_document(figures, options.language);
  // Without SOURCE_DATE_EPOCH the stamp is the period's end: the clock would change the bytes.
  const std::int64_t stamp = env.source_date_epoch.value_or(
      static_cast<std::int64_t>(figures.period.last.serial()) * 86'400);
  std::vector<Rendered> results;
  for (const Format format : options.formats) {
    switch (format) {
      case Format::text:
        results.push_back({format, render_text(document, text_style(options, env))});
        break;
      case Format::html:
        results.push_back({format, render_html(document)});
        break;
      case Format::json: {
        const bool one_line = options.projects.size() > 1 && options.output.empty();
        results.push_back(
            {format, render_json(figures, one_line ? JsonLayout::one_line
                                                   : JsonLayout::indented)});
        break;
      }
      case Format::csv:
        results.push_back({format, render_csv(figures, options.language)});
        break;
      case Format::xlsx: {
        auto workbook = render_xlsx(document, stamp);
        if (!workbook) return workbook.reason();
        results.push_back({format, std::move(workbook.value())});
        break;
      }
    }
  }
  return results;
}

ExitCode report_one(const std::string& path, const Options& options, const OutputTarget& target,
                    Env& env) {
  Loaded loaded = load(path, LoadLogs::yes, warnings_of(options), env.files, options.outside);
  ExitCode code = exit_code_of(loaded.diagnostics);
  const bool bad_rows_only = loaded.has_project && code == ExitCode::bad_data;
  if (code != ExitCode::done && !(options.keep_going && bad_rows_only)) {
    print_findings(loaded, options, env);
    return code;
  }
  const Project& project = loaded.dossier.project;
  const Claim* const claim = claim_of(project, options);
  if (!claim && !options.claim.empty()) {
    env.err << unknown_claim_text(project, options);
    return ExitCode::wrong_usage;
  }
  const auto period =
      claim ? resolve_claim_period(*claim, options.as_of)
            : resolve_period(options.period, options.as_of, project.period, env.today);
  if (!period) {
    env.err << usage_text_of(period.reason(), options);
    return ExitCode::wrong_usage;
  }
  Figures figures = build_figures(loaded.dossier, period->period);
  build_documents(loaded.dossier, loaded.sources, claim, figures);
  add_provenance(loaded, options, figures);
  if (options.small_cells) hide_small_cells(loaded.dossier, *options.small_cells, figures);
  const auto rendered = render_all(figures, options, env);
  if (!rendered) {
    loaded.diagnostics.report(Kind::file_not_writable, {},
                              {options.output, rendered.reason().reason});
  } else if (target.is_standard_output()) {
    for (const Rendered& result : *rendered) env.out << result.bytes;
  } else {
    for (const Rendered& result : *rendered) {
      const std::string to = target.path(project.id, period->file_part, result.format);
      write_result(to, result.bytes, options, env, loaded.diagnostics);
    }
  }
  print_findings(loaded, options, env);
  return highest(code, exit_code_of(loaded.diagnostics));
}

}  // namespace

ExitCode run_report(const Options& options, Env& env) {
  const OutputTarget target(options, env.files);
  if (const auto fault = target.usage_fault()) {
    env.err << *fault;
    return ExitCode::wrong_usage;
  }
  ExitCode code = ExitCode::done;
  for (const std::string& project : options.projects) {
    code = highest(code, report_one(project, options, target, env));
  }
  return code;
}

}  // namespace euproj
