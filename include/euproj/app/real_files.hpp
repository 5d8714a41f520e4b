#pragma once
// The disk behind the Files interface. The only place that talks to the operating system.

#include "euproj/base/files.hpp"

namespace euproj {

class RealFiles : public Files {
 public:
  Result<std::unique_ptr<FileContent>, FileFault> read(const std::string& path) const override;
  std::vector<std::string> glob(const std::string& pattern) const override;
  bool is_folder(const std::string& path) const override;
  bool exists(const std::string& path) const override;
  bool same_file(const std::string& a, const std::string& b) const override;
  Result<bool, FileFault> write(const std::string& path, std::string_view bytes) override;
};

}  // namespace euproj
