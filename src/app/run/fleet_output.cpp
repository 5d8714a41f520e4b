#include "app/run/fleet_output.hpp"

#include <algorithm>

#include "app/run/findings_output.hpp"
#include "euproj/render/render.hpp"
#include "euproj/render/render_batch.hpp"
#include "euproj/render/render_diagnostics.hpp"
#include "euproj/words/kinds.hpp"

namespace euproj {
namespace {

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

TextStyle terminal_style(const Options& options, const Env& env) {
  TextStyle style = text_style(options, env);
  style.colour = use_colour(options, env, env.out_is_terminal);  // it is not in the folder
  return style;
}

}  // namespace

ExitCode write_fleet(std::span<const ProjectReport> reports, const Options& options,
                     const OutputTarget& target, Env& env) {
  Fleet fleet;
  fleet.period = options.claim.empty() ? options.period : "--claim " + options.claim;
  fleet.small_cells = options.small_cells;
  std::string file_part = "all";
  for (const ProjectReport& report : reports) {
    fleet.projects.push_back(report.fleet);
    if (!report.file_part.empty()) file_part = report.file_part;
  }
  Diagnostics diagnostics;
  const Document document = build_fleet_document(fleet, options.language);
  for (const Format format : options.formats) {
    const auto write = [&](std::string bytes) {
      write_result(target.path("_fleet", file_part, format), output_of(std::move(bytes)), options, env, diagnostics);
    };
    switch (format) {
      case Format::html: write(render_html(document)); break;
      case Format::json: write(render_fleet_json(fleet)); break;
      case Format::xlsx: {
        const auto workbook = render_xlsx(document, stamp_of(fleet, env));
        if (workbook) {
          write(*workbook);
        } else {
          diagnostics.report(Kind::file_not_writable, {},
                             {options.output, workbook.reason().reason});
        }
        break;
      }
      case Format::text:
      case Format::csv:
      case Format::sarif: break;
    }
  }
  env.out << render_text(document, terminal_style(options, env));
  env.err << render_diagnostics_text(diagnostics, SourceSet(), {.language = options.language});
  return exit_code_of(diagnostics);
}

}  // namespace euproj
