#pragma once
// The native charts of a sheet.

#include <string>

#include "render/sheets/layout.hpp"
#include "render/workbook/library.hpp"

namespace euproj {

/// Of the cells of the sheet with this name.
void add_chart(lxw_workbook* book, lxw_worksheet* sheet, const std::string& sheet_name,
               const SheetChart& placed);

}  // namespace euproj
