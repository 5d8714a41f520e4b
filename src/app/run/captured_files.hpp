#pragma once
// CapturedFiles: the disk to read from, and memory to write to: what a command would write.

#include <map>
#include <string>

#include "euproj/base/files.hpp"

namespace euproj {

class CapturedFiles final : public Files {
 public:
  explicit CapturedFiles(const Files& disk) : disk_(disk) {}

  /// By path as it was asked for; empty: nothing was written there.
  [[nodiscard]] std::string take(const std::string& path) { return std::move(written_[path]); }

  [[nodiscard]] Result<std::unique_ptr<FileContent>, FileFault> read(
      const std::string& path) const override {
    return disk_.read(path);
  }
  [[nodiscard]] std::vector<std::string> glob(const std::string& pattern) const override {
    return disk_.glob(pattern);
  }
  [[nodiscard]] bool is_folder(const std::string& path) const override {
    return disk_.is_folder(path);
  }
  [[nodiscard]] bool exists(const std::string& path) const override { return disk_.exists(path); }
  [[nodiscard]] std::string identity(const std::string& path) const override {
    return disk_.identity(path);
  }
  [[nodiscard]] std::optional<FileStamp> stamp(const std::string& path) const override {
    return disk_.stamp(path);
  }
  [[nodiscard]] bool is_inside(const std::string& path, const std::string& folder) const override {
    return disk_.is_inside(path, folder);
  }
  using Files::write;
  [[nodiscard]] Result<bool, FileFault> write(const std::string& path, const Output& output,
                                              Readers /*readers*/) override {
    std::string& bytes = written_[path];
    bytes.clear();
    output([&bytes](std::string_view piece) { bytes += piece; });
    return true;
  }

 private:
  const Files& disk_;
  std::map<std::string, std::string> written_;
};

}  // namespace euproj
