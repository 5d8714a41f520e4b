#pragma once
// The file system as an interface, so that tests and fuzzers run the program in memory.
//
// Nothing above `app` touches the disk in any other way.

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "euproj/base/result.hpp"

namespace euproj {

/// The bytes of one file; they stay readable as long as this lives.
class FileContent {
 public:
  virtual ~FileContent() = default;
  [[nodiscard]] virtual std::string_view bytes() const = 0;
};

enum class FileFault {
  not_found, is_a_folder, not_a_file, no_permission, no_space, other,
};

class Files {
 public:
  virtual ~Files() = default;
  [[nodiscard]] virtual Result<std::unique_ptr<FileContent>, FileFault> read(
      const std::string& path) const = 0;
  /// Paths that match a pattern with `*` and `?` in its parts, sorted by bytes.
  [[nodiscard]] virtual std::vector<std::string> glob(const std::string& pattern) const = 0;
  [[nodiscard]] virtual bool is_folder(const std::string& path) const = 0;
  [[nodiscard]] virtual bool exists(const std::string& path) const = 0;
  /// True when both name one existing file, also through links.
  [[nodiscard]] virtual bool same_file(const std::string& a, const std::string& b) const = 0;
  /// All or nothing: written beside the target, synced, renamed. Missing folders are made.
  [[nodiscard]] virtual Result<bool, FileFault> write(const std::string& path,
                                                      std::string_view bytes) = 0;
};

}  // namespace euproj
