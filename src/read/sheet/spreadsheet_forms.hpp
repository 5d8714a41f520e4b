#pragma once
// The two forms of a spreadsheet, each in a file of its own: one sheet of it as text.
// SpreadsheetFault when it cannot be.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "read/sheet/sheet_text.hpp"
#include "read/sheet/zip_archive.hpp"

namespace euproj {

/// The one that a definition names, else the first one.
struct SheetChoice {
  std::string sheet;  // empty: the first one
  char decimal = '.';

  /// The position among `names`; SpreadsheetFault when there is no such sheet.
  [[nodiscard]] std::size_t among(const std::vector<std::string_view>& names) const;
};

/// Nothing when the archive is none of its form.
[[nodiscard]] std::optional<SheetText> read_xlsx(ZipArchive& archive, const SheetChoice& choice);
[[nodiscard]] std::optional<SheetText> read_ods(ZipArchive& archive, const SheetChoice& choice);

}  // namespace euproj
