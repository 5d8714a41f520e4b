#include "app/run/heartbeat.hpp"

#include "euproj/base/version.hpp"
#include "euproj/render/render_diagnostics.hpp"
#include "euproj/words/kinds.hpp"

namespace euproj {

Heartbeat::Heartbeat(const Options& options, const Env& env)
    : options_(options), started_(env.clock == nullptr ? 0 : env.clock->unix_seconds()) {}

ExitCode Heartbeat::written(ExitCode code, std::span<const ProjectReport> reports,
                            Env& env) const {
  if (options_.heartbeat.empty()) return code;
  HeartbeatFigures beat;
  beat.version = program_version;
  beat.command = options_.command == Command::report ? "report" : "check";
  beat.started = started_;
  beat.finished = env.clock == nullptr ? 0 : env.clock->unix_seconds();
  beat.status = static_cast<int>(code);
  for (const ProjectReport& report : reports) {
    ++beat.projects[static_cast<std::size_t>(report.fleet.state)];
    beat.errors += report.fleet.errors;
    beat.warnings += report.fleet.warnings;
  }
  const auto result = env.files.write(options_.heartbeat, render_heartbeat_json(beat));
  if (result) return code;
  Diagnostics diagnostics;
  diagnostics.report(Kind::file_not_writable, {},
                     {options_.heartbeat, fault_text(result.reason(), options_.language)});
  env.err << render_diagnostics_text(diagnostics, SourceSet(), {.language = options_.language});
  return ExitCode::failure;
}

}  // namespace euproj
