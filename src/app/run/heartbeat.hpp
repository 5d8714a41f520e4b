#pragma once
// The heartbeat of a run (--heartbeat FILE): when it ended and how, for who watches over it.
//
// Written whole, at the very end, whatever the status. A run that is killed leaves the file as it
// was, so an old time is the alarm.

#include <span>
#include <string>

#include "app/run/output.hpp"
#include "euproj/base/version.hpp"
#include "euproj/render/render_batch.hpp"

namespace euproj {

class Heartbeat {
 public:
  /// The run of `command` begins. `path`: of the file; empty: none is asked for.
  Heartbeat(std::string path, std::string_view command, const Env& env) : path_(std::move(path)) {
    beat_.version = program_version;
    beat_.command = command;
    beat_.started = now(env);
  }

  /// Writes it where one is asked for; the status is then what was handed in, or failure.
  [[nodiscard]] ExitCode written(ExitCode code, std::span<const FleetProject> projects,
                                 Language language, Env& env) const {
    if (path_.empty()) return code;
    HeartbeatFigures beat = beat_;
    beat.finished = now(env);
    beat.status = static_cast<int>(code);
    for (const FleetProject& project : projects) {
      ++beat.projects[static_cast<std::size_t>(project.state)];
      beat.errors += project.errors;
      beat.warnings += project.warnings;
    }
    const auto result = env.files.write(path_, render_heartbeat_json(beat));
    if (result) return code;
    return say_not_written(path_, fault_text(result.reason(), language), language, env);
  }

 private:
  static std::int64_t now(const Env& env) {
    return env.clock == nullptr ? 0 : env.clock->unix_seconds();
  }

  std::string path_;
  HeartbeatFigures beat_;
};

}  // namespace euproj
