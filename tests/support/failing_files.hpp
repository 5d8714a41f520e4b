#pragma once
// FailingFiles: a world in memory whose n-th operation fails, counted from 0.

#include <cstddef>
#include <string>
#include <vector>

#include "support/memory_files.hpp"

namespace euproj::testing {

class FailingFiles final : public Files {
 public:
  FailingFiles(MemoryFiles& world, std::size_t failing, FileFault fault)
      : world_(world), failing_(failing), fault_(fault) {}

  [[nodiscard]] bool has_failed() const { return failed_; }
  /// A look that finds nothing is an answer too; and a finding's column is only a nicety, for
  /// which a log is read once more. So is what stands in out/ before a result replaces it: it is
  /// read to tell how many figures differ.
  [[nodiscard]] bool may_go_unnoticed() const { return unnoticed_; }

  [[nodiscard]] Result<std::unique_ptr<FileContent>, FileFault> read(
      const std::string& path) const override {
    if (!fails()) {
      read_.insert(path);
      return world_.read(path);
    }
    unnoticed_ = read_.contains(path) || path.starts_with("out/");
    return fault_;
  }
  [[nodiscard]] std::vector<std::string> glob(const std::string& pattern) const override {
    return fails() ? std::vector<std::string>() : world_.glob(pattern);
  }
  [[nodiscard]] bool is_folder(const std::string& path) const override {
    return world_.is_folder(path);
  }
  [[nodiscard]] bool exists(const std::string& path) const override { return world_.exists(path); }
  [[nodiscard]] std::string identity(const std::string& path) const override {
    return world_.identity(path);
  }
  [[nodiscard]] std::optional<FileStamp> stamp(const std::string& path) const override {
    return world_.stamp(path);
  }
  [[nodiscard]] bool is_inside(const std::string& path, const std::string& folder) const override {
    return world_.is_inside(path, folder);
  }
  using Files::write;
  [[nodiscard]] Result<bool, FileFault> write(const std::string& path, const Output& output,
                                              Readers readers) override {
    if (fails()) return fault_;
    return world_.write(path, output, readers);
  }

 private:
  [[nodiscard]] bool fails() const {
    const bool now = operations_++ == failing_;
    failed_ = failed_ || now;
    return now;
  }

  MemoryFiles& world_;
  std::size_t failing_;
  FileFault fault_;
  mutable std::size_t operations_ = 0;
  mutable bool failed_ = false;
  mutable bool unnoticed_ = false;
  mutable std::set<std::string> read_;
};

}  // namespace euproj::testing
