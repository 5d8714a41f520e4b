#pragma once
// The heartbeat of a run (--heartbeat FILE): when it ended and how, for who watches over it.
//
// Written whole, at the very end, whatever the status. A run that is killed leaves the file as it
// was, so an old time is the alarm.

#include <span>

#include "app/run/report_project.hpp"
#include "euproj/render/render_batch.hpp"

namespace euproj {

class Heartbeat {
 public:
  /// The run begins.
  Heartbeat(const Options& options, const Env& env);

  /// Writes it where one is asked for; the status is then what was handed in, or failure.
  [[nodiscard]] ExitCode written(ExitCode code, std::span<const ProjectReport> reports,
                                 Env& env) const;

 private:
  const Options& options_;
  std::int64_t started_ = 0;
};

}  // namespace euproj
