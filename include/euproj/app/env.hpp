#pragma once
// Env: the world as the program sees it, handed in by argument.
//
// Tests and fuzzers build one in memory; only main builds the real one. Nothing below `app` reads a
// clock, an environment variable, a terminal or a locale.

#include <cstdint>
#include <functional>
#include <optional>
#include <ostream>
#include <string_view>

#include "euproj/base/files.hpp"
#include "euproj/core/date.hpp"

namespace euproj {

/// Time as a run feels it, for progress, watching and the heartbeat. No report depends on it.
class Clock {
 public:
  virtual ~Clock() = default;
  /// Since some moment before the run; never goes back.
  [[nodiscard]] virtual std::int64_t milliseconds() const = 0;
  /// Since 1970, UTC.
  [[nodiscard]] virtual std::int64_t unix_seconds() const = 0;
  /// False once the user has asked to stop. With 0 it asks only that.
  [[nodiscard]] virtual bool wait(std::int64_t milliseconds) = 0;
};

/// Who works says how far it has come, per file and some thousand rows of it; whether anybody sees
/// it is not its matter. Several threads may report.
class Progress {
 public:
  virtual ~Progress() = default;
  /// So many bytes more will be read.
  virtual void expect_bytes(std::uint64_t bytes) = 0;
  virtual void expect_projects(std::uint64_t projects) = 0;
  virtual void begin_file(std::string_view path) = 0;
  virtual void read_bytes(std::uint64_t bytes) = 0;  // more than before
  virtual void end_project() = 0;
  /// Does something while the terminal is free of progress: prints.
  virtual void aside(const std::function<void()>& action) = 0;
};

struct Env {
  Files& files;
  std::ostream& out;
  std::ostream& err;
  Date today;
  std::optional<std::int64_t> source_date_epoch;  // seconds since 1970, for time stamps in outputs
  bool out_is_terminal = false;
  bool err_is_terminal = false;
  bool no_color = false;         // NO_COLOR is set
  Clock* clock = nullptr;        // none: nothing is timed, so no progress and no watching
  Progress* progress = nullptr;  // none: nobody looks at it
};

/// The same world with other streams and files.
[[nodiscard]] inline Env with(const Env& env, Files& files, std::ostream& out, std::ostream& err) {
  return {files,
          out,
          err,
          env.today,
          env.source_date_epoch,
          env.out_is_terminal,
          env.err_is_terminal,
          env.no_color,
          env.clock,
          env.progress};
}

}  // namespace euproj
