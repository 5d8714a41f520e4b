#pragma once
// ShownProgress: the world of one piece of work, with a line of progress where somebody looks.

#include <optional>

#include "euproj/app/options.hpp"
#include "app/os/progress_files.hpp"
#include "app/os/progress_line.hpp"
#include "euproj/app/env.hpp"

namespace euproj {

class ShownProgress {
 public:
  /// Nothing is shown but on a terminal, and never with --quiet: then `env` is the one given.
  ShownProgress(const Options& options, Env& env);

  [[nodiscard]] Env& env() { return shown_ ? *shown_ : env_; }

 private:
  Env& env_;
  std::optional<ProgressLine> line_;
  std::optional<ProgressFiles> files_;
  std::optional<Env> shown_;
};

}  // namespace euproj
