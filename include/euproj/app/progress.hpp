#pragma once
// Progress: who works says how far it has come; whether anybody sees it is not its matter.
//
// Told per file and some thousand rows of it. Several threads may tell.

#include <cstdint>
#include <functional>
#include <string_view>

namespace euproj {

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

}  // namespace euproj
