#include "app/for_each_project.hpp"

#include <algorithm>
#include <atomic>
#include <mutex>
#include <sstream>
#include <system_error>
#include <thread>

#include "app/guarded.hpp"

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

std::vector<ExitCode> for_each_project(const Options& options, Env& env,
                                       const std::function<ExitCode(std::size_t, Env&)>& work) {
  const std::size_t projects = options.projects.size();
  std::vector<ExitCode> codes(projects, ExitCode::done);
  if (projects == 1) {  // nothing to keep in order: a long report goes out as it is made
    codes[0] = guarded(options.language, env.err, [&] { return work(0, env); });
    return codes;
  }
  OrderedOutput output(env, projects);
  std::atomic<std::size_t> next = 0;
  const auto work_through = [&] {
    for (std::size_t project = next++; project < projects; project = next++) {
      std::ostringstream out;
      std::ostringstream err;
      Env own = with(env, env.files, out, err);
      codes[project] = guarded(options.language, err, [&] { return work(project, own); });
      output.put(project, std::move(out).str(), std::move(err).str());
    }
  };
  std::vector<std::jthread> helpers;
  try {
    for (std::size_t i = 1; i < std::min(thread_count(options), projects); ++i) {
      helpers.emplace_back(work_through);
    }
  } catch (const std::system_error&) {  // no more threads are to be had: fewer do it too
  }
  work_through();
  helpers.clear();
  return codes;
}

}  // namespace euproj
