#pragma once
// read_ods: one sheet of an ODS file as text (OpenDocument 1.3). SpreadsheetFault when it cannot
// be.

#include <optional>

#include "read/sheet/archive.hpp"
#include "read/sheet/sheet_text.hpp"

namespace euproj {

/// Nothing when the archive is none of its form.
[[nodiscard]] std::optional<SheetText> read_ods(ZipArchive& archive, const SheetChoice& choice);

}  // namespace euproj
