#pragma once
// Env: the world as the program sees it, handed in by argument.
//
// Tests and fuzzers build one in memory; only main builds the real one. Nothing below `app` reads a
// clock, an environment variable, a terminal or a locale.

#include <cstdint>
#include <optional>
#include <ostream>

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
};

}  // namespace euproj
