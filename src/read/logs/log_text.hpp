#pragma once
// log_text: the bytes of a log as UTF-8 text, or a finding that says which byte is in the way.

#include <optional>
#include <string>
#include <string_view>

#include "euproj/words/diagnostics.hpp"
#include "euproj/base/files.hpp"
#include "euproj/base/sha256.hpp"
#include "euproj/model/data_file.hpp"

namespace euproj {

/// Looked at piece by piece, so that the bytes need not fit the memory.
[[nodiscard]] bool is_all_utf8(const FileContent& content);

/// What the bytes of a file are, learnt beside whatever else is done with them: their SHA-256, and
/// whether they are UTF-8.
class PassingBytes {
 public:
  static constexpr std::size_t piece = std::size_t{1} << 22;

  explicit PassingBytes(const FileContent& content) : content_(content) {}

  /// The bytes before `end`, as far as they have not passed.
  void pass_up_to(std::size_t end);
  /// The same where nothing else is done with them: what has passed may leave the memory.
  void pass_alone_up_to(std::size_t end);
  /// From now on only the SHA-256 is asked for.
  void look_no_more() { is_looked_through_ = false; }
  /// Of those that have been looked through; a character may be cut at their end.
  [[nodiscard]] bool is_utf8() const { return is_utf8_; }
  /// Once, when all have passed.
  [[nodiscard]] std::string sha256() { return sum_.digest(); }

 private:
  void look_up_to(std::size_t end);

  const FileContent& content_;
  std::size_t done_ = 0;
  std::size_t looked_through_ = 0;  // at the end of a character, where there are characters
  bool is_looked_through_ = true;
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
