#pragma once
// CapturedFiles: the disk to read from, and memory to write to: what a command would write.

#include <map>
#include <string>
#include <utility>

#include "euproj/base/files.hpp"

namespace euproj {

class CapturedFiles final : public ForwardingFiles {
 public:
  using ForwardingFiles::ForwardingFiles;

  /// By path as it was asked for; empty: nothing was written there.
  [[nodiscard]] std::string take(const std::string& path) { return std::move(written_[path]); }

  using Files::write;
  [[nodiscard]] Result<bool, FileFault> write(const std::string& path, const Output& output,
                                              Readers /*readers*/) override {
    std::string& bytes = written_[path];
    bytes.clear();
    output([&bytes](std::string_view piece) { bytes += piece; });
    return true;
  }

 private:
  std::map<std::string, std::string> written_;
};

}  // namespace euproj
