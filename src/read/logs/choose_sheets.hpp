#pragma once
// choose_sheets: which sheets of a spreadsheet an entry of `data` reads
// (src/read/README.md#sheets).
//
//   sheet:                the one visible sheet in which the header is found; several are an error
//   sheet: all            every visible sheet in which it is
//   sheet: [luty, m*]     these, hidden ones too; a pattern means those visible that hold anything
//
// A sheet that is not read though its header is nearly the one that is looked for is pointed at.

#include <cstddef>
#include <vector>

#include "read/rows/table.hpp"
#include "read/sheet/spreadsheet.hpp"

namespace euproj {

/// Positions among the spreadsheet's sheets. None when it is not clear which, which is reported.
[[nodiscard]] std::vector<std::size_t> choose_sheets(Spreadsheet& spreadsheet,
                                                     const DataFile& declared,
                                                     const HeaderNames& names, FileId file,
                                                     Diagnostics& diagnostics);

}  // namespace euproj
