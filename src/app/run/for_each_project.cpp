#include "app/run/for_each_project.hpp"

#include <algorithm>
#include <mutex>
#include <sstream>
#include <thread>

#include "app/run/guarded.hpp"
#include "euproj/base/parallel.hpp"

namespace euproj {
namespace {

/// What projects have written, kept until it is their turn.
class OrderedOutput {
 public:
  OrderedOutput(Env& env, std::size_t projects) : env_(env), kept_(projects) {}

  void put(std::size_t project, std::string out, std::string err) {
    const std::lock_guard lock(mutex_);
    kept_[project] = {std::move(out), std::move(err), true};
    if (env_.progress == nullptr) {
      show();
    } else {
      env_.progress->end_project();
      env_.progress->aside([this] { show(); });
    }
  }

 private:
  struct Kept {
    std::string out;
    std::string err;
    bool whole = false;
  };

  void show() {
    for (; next_ < kept_.size() && kept_[next_].whole; ++next_) {
      env_.out << kept_[next_].out;
      env_.err << kept_[next_].err;
      kept_[next_] = {};
    }
  }

  Env& env_;
  std::mutex mutex_;
  std::vector<Kept> kept_;
  std::size_t next_ = 0;
};

}  // namespace

std::size_t thread_count(const Options& options) {
  if (options.threads > 0) return options.threads;
  return std::max(1U, std::thread::hardware_concurrency());
}

std::size_t threads_within_project(const Options& options) {
  return options.projects.size() > 1 ? 1 : thread_count(options);
}

std::vector<ExitCode> for_each_project(const Options& options, Env& env,
                                       const std::function<ExitCode(std::size_t, Env&)>& work) {
  const std::size_t projects = options.projects.size();
  std::vector<ExitCode> codes(projects, ExitCode::done);
  if (projects == 1) {  // nothing to keep in order: a long report goes out as it is made
    codes[0] = guarded(options.language, env.err, [&] { return work(0, env); });
    return codes;
  }
  OrderedOutput output(env, projects);
  for_each_in_parallel(projects, thread_count(options), [&](std::size_t project) {
    std::ostringstream out;
    std::ostringstream err;
    Env own = with(env, env.files, out, err);
    codes[project] = guarded(options.language, err, [&] { return work(project, own); });
    output.put(project, std::move(out).str(), std::move(err).str());
  });
  return codes;
}

}  // namespace euproj
