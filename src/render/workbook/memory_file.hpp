#pragma once
// A file without a name in a folder, for a library that can only write to a path.
//
// In memory where the system has memfd_create, else a temporary file. Closed and gone at the end.

#include <optional>
#include <string>

namespace euproj {

class MemoryFile {
 public:
  MemoryFile();
  ~MemoryFile();
  MemoryFile(const MemoryFile&) = delete;
  MemoryFile& operator=(const MemoryFile&) = delete;

  [[nodiscard]] bool ok() const { return descriptor_ >= 0; }
  /// To be opened by who writes; empty when not ok().
  [[nodiscard]] const std::string& path() const { return path_; }
  /// All that was written; none when it cannot be read.
  [[nodiscard]] std::optional<std::string> bytes() const;

 private:
  int descriptor_ = -1;
  std::string path_;
  bool has_name_ = false;
};

}  // namespace euproj
