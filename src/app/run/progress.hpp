#pragma once
// Progress of a run: one line on a terminal, from the first second of work on, gone at its end.

#include <mutex>
#include <optional>
#include <ostream>
#include <set>
#include <string>

#include "euproj/app/env.hpp"
#include "euproj/base/files.hpp"
#include "euproj/base/language.hpp"

namespace euproj {

class ProgressLine : public Progress {
 public:
  ProgressLine(std::ostream& terminal, const Clock& clock, Language language);
  ~ProgressLine() override { hide(); }
  ProgressLine(const ProgressLine&) = delete;
  ProgressLine& operator=(const ProgressLine&) = delete;

  void expect_bytes(std::uint64_t bytes) override;
  void expect_projects(std::uint64_t projects) override;
  void begin_file(std::string_view path) override;
  void read_bytes(std::uint64_t bytes) override;
  void end_project() override;
  void aside(const std::function<void()>& action) override;

 private:
  void hide();
  void show_if_due();
  [[nodiscard]] std::string line(std::int64_t elapsed) const;

  std::ostream& terminal_;
  const Clock& clock_;
  const Language language_;
  const std::int64_t began_;

  std::mutex mutex_;
  std::int64_t shown_at_ = 0;
  bool visible_ = false;
  std::string file_;
  std::uint64_t bytes_ = 0;
  std::uint64_t all_bytes_ = 0;
  std::uint64_t projects_ = 0;
  std::uint64_t all_projects_ = 0;
};

/// Another Files, which reports to a Progress what is read of it.
class ProgressFiles : public ForwardingFiles {
 public:
  ProgressFiles(Files& files, Progress& progress) : ForwardingFiles(files), progress_(progress) {}

  Result<std::unique_ptr<FileContent>, FileFault> read(const std::string& path) const override;

 private:
  [[nodiscard]] bool is_first_time(const std::string& path) const;

  Progress& progress_;
  mutable std::mutex mutex_;
  mutable std::set<std::string> read_;  // a log with findings is read once more for their columns
};

/// The world of one piece of work, with a line of progress where somebody looks.
class ShownProgress {
 public:
  /// Nothing is shown but on a terminal, and never when `quiet`: then `env` is the one given.
  ShownProgress(Language language, bool quiet, Env& env);

  [[nodiscard]] Env& env() { return shown_ ? *shown_ : env_; }

 private:
  Env& env_;
  std::optional<ProgressLine> line_;
  std::optional<ProgressFiles> files_;
  std::optional<Env> shown_;
};

}  // namespace euproj
