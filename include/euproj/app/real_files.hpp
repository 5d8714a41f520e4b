#pragma once
// The disk behind the Files interface.
//
// Guarantees beyond it: a pipe or a device is never read; a file is written beside its target,
// synced and renamed, so that two runs on one target do not mix and a killed run leaves the old
// file; what a killed run left beside a target is removed by the next run that writes there.

#include "euproj/base/files.hpp"

namespace euproj {

class RealFiles : public Files {
 public:
  Result<std::unique_ptr<FileContent>, FileFault> read(const std::string& path) const override;
  std::vector<std::string> glob(const std::string& pattern) const override;
  bool is_folder(const std::string& path) const override;
  bool exists(const std::string& path) const override;
  std::string identity(const std::string& path) const override;
  std::optional<FileStamp> stamp(const std::string& path) const override;
  bool is_inside(const std::string& path, const std::string& folder) const override;
  using Files::write;
  Result<bool, FileFault> write(const std::string& asked, const Output& output,
                                Readers readers) override;
};

}  // namespace euproj
