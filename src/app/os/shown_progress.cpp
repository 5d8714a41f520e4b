#include "app/os/shown_progress.hpp"

namespace euproj {

ShownProgress::ShownProgress(const Options& options, Env& env) : env_(env) {
  if (!env.err_is_terminal || env.clock == nullptr || options.quiet) return;
  line_.emplace(env.err, *env.clock, options.language);
  files_.emplace(env.files, *line_);
  shown_.emplace(with(env, *files_, env.out, env.err));
  shown_->progress = &*line_;
}

}  // namespace euproj
