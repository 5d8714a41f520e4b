#pragma once
// read_xlsx: one sheet of an XLSX file as text (ECMA-376). SpreadsheetFault when it cannot be.

#include <optional>

#include "read/sheet/archive.hpp"
#include "read/sheet/sheet_text.hpp"

namespace euproj {

/// Nothing when the archive is none of its form.
[[nodiscard]] std::optional<SheetText> read_xlsx(ZipArchive& archive, const SheetChoice& choice);

}  // namespace euproj
