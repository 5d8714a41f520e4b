#pragma once
// log_text: the bytes of a log as UTF-8 text, or a finding that says which byte is in the way.

#include <optional>
#include <string>
#include <string_view>

#include "euproj/base/diagnostics.hpp"
#include "euproj/base/files.hpp"
#include "euproj/base/sha256.hpp"
#include "euproj/model/data_file.hpp"

namespace euproj {

/// Looked at piece by piece, so that the bytes need not fit the memory.
[[nodiscard]] bool is_all_utf8(const FileContent& content, std::size_t threads = 1);

/// The SHA-256 of a file, taken beside whatever else is done with its bytes.
class FileDigest {
 public:
  explicit FileDigest(const FileContent& content) : content_(content) {}

  /// Of the bytes before `end` those that it has not had.
  void add_up_to(std::size_t end);
  [[nodiscard]] std::string finish();  // once, with all that is left

 private:
  const FileContent& content_;
  std::size_t done_ = 0;
  Sha256 sum_;
};

/// By the declared encoding, else by the detected one. A view of `bytes` when they are UTF-8, else
/// of `storage`; without byte order mark.
[[nodiscard]] std::optional<std::string_view> decode_log(std::string_view bytes, bool is_utf8,
                                                         const DataFile& declared, FileId file,
                                                         std::string& storage,
                                                         Diagnostics& diagnostics);

}  // namespace euproj
