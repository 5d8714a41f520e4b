#pragma once
// UnfinishedFile: a result on its way, beside its target, under a name that says what it is.
//
// It is locked while its run lives, so a leftover of a killed run is one that nobody has locked.
// Its path is known to the signal handlers, which remove it when the run is told to stop.

#include <optional>
#include <string>

#include "app/os/system_call.hpp"

namespace euproj {

class UnfinishedFile {
 public:
  /// In `folder` (with its slash, or empty); nothing when it cannot be made, with errno set.
  [[nodiscard]] static std::optional<UnfinishedFile> create(const std::string& folder, mode_t mode);
  /// Removes the file unless it was renamed.
  ~UnfinishedFile();
  UnfinishedFile(UnfinishedFile&& other) noexcept;
  UnfinishedFile& operator=(UnfinishedFile&&) = delete;
  UnfinishedFile(const UnfinishedFile&) = delete;
  UnfinishedFile& operator=(const UnfinishedFile&) = delete;

  [[nodiscard]] int descriptor() const { return file_.get(); }
  /// Puts it in the place of `target`; false with errno set.
  [[nodiscard]] bool rename_to(const std::string& target);

 private:
  UnfinishedFile(Descriptor file, std::string path);

  Descriptor file_;
  std::string path_;  // empty: renamed or moved from
  int slot_ = -1;
};

/// Removes what killed runs left in the folder; once a folder and process.
void remove_leftovers(const std::string& folder);

/// For signal handlers: removes all unfinished files of this process.
void remove_unfinished_files() noexcept;

}  // namespace euproj
