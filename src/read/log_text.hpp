#pragma once
// log_text: the bytes of a log as UTF-8 text, or a finding that says which byte is in the way.

#include <optional>
#include <string>
#include <string_view>

#include "euproj/base/diagnostics.hpp"
#include "euproj/base/files.hpp"
#include "euproj/model/data_file.hpp"

namespace euproj {

// Both pass over all bytes piece by piece, so that they need not fit the memory.
[[nodiscard]] bool is_all_utf8(const FileContent& content);
[[nodiscard]] std::string sha256(const FileContent& content);

/// By the declared encoding, else by the detected one. A view of `bytes` when they are UTF-8, else
/// of `storage`; without byte order mark.
[[nodiscard]] std::optional<std::string_view> decode_log(std::string_view bytes, bool is_utf8,
                                                         const DataFile& declared, FileId file,
                                                         std::string& storage,
                                                         Diagnostics& diagnostics);

}  // namespace euproj
