#include "app/run/for_each_project.hpp"

#include <algorithm>
#include <exception>
#include <mutex>
#include <new>
#include <sstream>
#include <thread>

#include "euproj/base/parallel.hpp"
#include "euproj/words/texts.hpp"

namespace euproj {
namespace {

std::string internal_text(const std::string& project, const std::string& what, Language language) {
  if (project.empty()) return text(Text::answer_internal, language, {what});
  return text(Text::answer_internal_project, language, {project, what});
}

std::string no_memory_text(const std::string& project, Language language) {
  if (project.empty()) return std::string(text(Text::answer_no_memory, language));
  return text(Text::answer_no_memory_project, language, {project});
}

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
    bool finished = false;
  };

  void show() {
    for (; next_ < kept_.size() && kept_[next_].finished; ++next_) {
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

ExitCode guarded(const std::string& project, Language language, std::ostream& err,
                 const std::function<ExitCode()>& work) {
  try {
    return work();
  } catch (const std::bad_alloc&) {
    err << no_memory_text(project, language);
  } catch (const std::exception& error) {
    err << internal_text(project, error.what(), language);
  } catch (...) {
    err << internal_text(project, std::string(text(Text::answer_unknown_exception, language)),
                         language);
  }
  return ExitCode::failure;
}

std::size_t ProjectRun::thread_count() const {
  if (threads > 0) return threads;
  return std::max(1U, std::thread::hardware_concurrency());
}

std::vector<ExitCode> for_each_project(const ProjectRun& run, Env& env,
                                       const std::function<ExitCode(std::size_t, Env&)>& work) {
  std::vector<ExitCode> codes(run.projects.size(), ExitCode::done);
  if (run.is_one()) {  // nothing to keep in order: a long report goes out as it is made
    codes[0] = guarded({}, run.language, env.err, [&] { return work(0, env); });
    return codes;
  }
  OrderedOutput output(env, run.projects.size());
  for_each_in_parallel(run.projects.size(), run.thread_count(), [&](std::size_t i) {
    std::ostringstream out;
    std::ostringstream err;
    Env own = with(env, env.files, out, err);
    codes[i] = guarded(run.projects[i], run.language, err, [&] { return work(i, own); });
    output.put(i, std::move(out).str(), std::move(err).str());
  });
  return codes;
}

}  // namespace euproj
