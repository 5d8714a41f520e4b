#pragma once
// ProgressFiles: another Files, which tells a Progress what is read.

#include <mutex>
#include <set>

#include "euproj/app/progress.hpp"
#include "euproj/base/files.hpp"

namespace euproj {

class ProgressFiles : public Files {
 public:
  ProgressFiles(Files& files, Progress& progress) : files_(files), progress_(progress) {}

  Result<std::unique_ptr<FileContent>, FileFault> read(const std::string& path) const override;
  std::vector<std::string> glob(const std::string& pattern) const override {
    return files_.glob(pattern);
  }
  bool is_folder(const std::string& path) const override { return files_.is_folder(path); }
  bool exists(const std::string& path) const override { return files_.exists(path); }
  std::string identity(const std::string& path) const override { return files_.identity(path); }
  std::optional<FileStamp> stamp(const std::string& path) const override {
    return files_.stamp(path);
  }
  bool is_inside(const std::string& path, const std::string& folder) const override {
    return files_.is_inside(path, folder);
  }
  using Files::write;
  Result<bool, FileFault> write(const std::string& path, const Output& output,
                                Readers readers) override {
    return files_.write(path, output, readers);
  }

 private:
  [[nodiscard]] bool is_first_time(const std::string& path) const;

  Files& files_;
  Progress& progress_;
  mutable std::mutex mutex_;
  mutable std::set<std::string> read_;  // a log with findings is read once more for their columns
};

}  // namespace euproj
