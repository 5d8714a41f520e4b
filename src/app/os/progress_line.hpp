#pragma once
// ProgressLine: one line on a terminal, from the first second of work on, gone at its end.

#include <mutex>
#include <ostream>
#include <string>

#include "euproj/app/clock.hpp"
#include "euproj/app/progress.hpp"
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

}  // namespace euproj
