#pragma once
// log_text: the bytes of a log as UTF-8 text, or a finding that says which byte is in the way.

#include <optional>
#include <string>
#include <string_view>

#include "euproj/base/files.hpp"
#include "euproj/base/sha256.hpp"
#include "euproj/model/data_file.hpp"
#include "euproj/words/diagnostics.hpp"

namespace euproj {

/// Looked at piece by piece, so that the bytes need not fit the memory.
[[nodiscard]] bool is_all_utf8(const FileContent& content);

/// InputDigest: the SHA-256 of a file's bytes, and whether they are UTF-8, found while the file is
/// read.
class InputDigest {
 public:
  static constexpr std::size_t piece = std::size_t{1} << 22;

  explicit InputDigest(const FileContent& content) : content_(content) {}

  /// The bytes before `end`, as far as they are not consumed yet.
  void consume(std::size_t end);
  /// The same where nobody else reads them: what is consumed may leave the memory.
  void consume_alone(std::size_t end);
  /// From now on only the SHA-256 is asked for.
  void stop_validating() { is_validating_ = false; }
  /// Of the bytes that were validated; a character may be cut at their end.
  [[nodiscard]] bool is_utf8() const { return is_utf8_; }
  /// Whether bytes to come may still show that it is none.
  [[nodiscard]] bool is_validating() const {
    return is_validating_ && consumed_ < content_.bytes().size();
  }
  /// Once, when all are consumed.
  [[nodiscard]] std::string sha256() { return sum_.digest(); }

 private:
  void validate(std::size_t end);

  const FileContent& content_;
  std::size_t consumed_ = 0;
  std::size_t validated_ = 0;  // at the end of a character, where there are characters
  bool is_validating_ = true;
  bool is_utf8_ = true;
  Sha256 sum_;
};

/// By the declared encoding, else by the detected one. A view of `bytes` when they are UTF-8, else
/// of `storage`; without byte order mark.
[[nodiscard]] std::optional<std::string_view> decode_log(std::string_view bytes, bool is_utf8,
                                                         const DataFile& declared, FileId file,
                                                         std::string& storage,
                                                         Diagnostics& diagnostics);

}  // namespace euproj
