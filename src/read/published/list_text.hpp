#pragma once
// ListText: the text of a list that is no log of a project: CSV in any encoding, or the sheet in
// which its header is found.

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "euproj/base/files.hpp"
#include "euproj/words/diagnostics.hpp"
#include "read/rows/table.hpp"
#include "read/sheet/spreadsheet.hpp"

namespace euproj {

struct ListText {
  std::unique_ptr<FileContent> content;
  std::optional<Sheet> sheet;
  std::string storage;
  std::string_view text;  // of one of these
  DataFile form;          // as it holds for the text
  FileId file = no_file;
};

/// Null when it cannot be read, which is reported.
[[nodiscard]] std::unique_ptr<ListText> open_list(const std::string& path, const HeaderNames& names,
                                                  const Files& files, SourceSet& sources,
                                                  Diagnostics& diagnostics);

}  // namespace euproj
