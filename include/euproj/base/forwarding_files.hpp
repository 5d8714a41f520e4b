#pragma once
// ForwardingFiles: another Files, of which a class that is made of it changes what it must.

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "euproj/base/files.hpp"

namespace euproj {

class ForwardingFiles : public Files {
 public:
  /// `files` outlives it.
  explicit ForwardingFiles(Files& files) : files_(files) {}

  [[nodiscard]] Result<std::unique_ptr<FileContent>, FileFault> read(
      const std::string& path) const override {
    return files_.read(path);
  }
  [[nodiscard]] std::vector<std::string> glob(const std::string& pattern) const override {
    return files_.glob(pattern);
  }
  [[nodiscard]] bool is_folder(const std::string& path) const override {
    return files_.is_folder(path);
  }
  [[nodiscard]] bool exists(const std::string& path) const override { return files_.exists(path); }
  [[nodiscard]] std::string identity(const std::string& path) const override {
    return files_.identity(path);
  }
  [[nodiscard]] std::optional<FileStamp> stamp(const std::string& path) const override {
    return files_.stamp(path);
  }
  [[nodiscard]] bool is_inside(const std::string& path, const std::string& folder) const override {
    return files_.is_inside(path, folder);
  }
  using Files::write;
  [[nodiscard]] Result<bool, FileFault> write(const std::string& path, const Output& output,
                                              Readers readers) override {
    return files_.write(path, output, readers);
  }

 private:
  Files& files_;
};

}  // namespace euproj
