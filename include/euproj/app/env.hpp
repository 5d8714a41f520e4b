#pragma once
// Env: the world as the program sees it, handed in by argument.
//
// Tests and fuzzers build one in memory; only main builds the real one. Nothing below `app` reads a
// clock, an environment variable, a terminal or a locale.

#include <cstdint>
#include <optional>
#include <ostream>

#include "euproj/app/clock.hpp"
#include "euproj/app/progress.hpp"
#include "euproj/base/files.hpp"
#include "euproj/core/date.hpp"

namespace euproj {

struct Env {
  Files& files;
  std::ostream& out;
  std::ostream& err;
  Date today;
  std::optional<std::int64_t> source_date_epoch;  // seconds since 1970, for time stamps in outputs
  bool out_is_terminal = false;
  bool err_is_terminal = false;
  bool no_color = false;  // NO_COLOR is set
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
