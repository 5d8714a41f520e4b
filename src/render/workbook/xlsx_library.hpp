#pragma once
// libxlsxwriter, and what all that call it share. Only xlsx*.cpp that write a file include it.

#include <xlsxwriter.h>

#include <string>

#include "render/workbook/xlsx_layout.hpp"
#include "render/workbook/xlsx_writer.hpp"

namespace euproj {

/// Every return code of the library goes through here. Only XlsxWriter lets it out.
inline void check(lxw_error code) {
  if (code != LXW_NO_ERROR) throw XlsxFailure(lxw_strerror(code));
}

/// Of the cells of the sheet with this name.
void add_chart(lxw_workbook* book, lxw_worksheet* sheet, const std::string& sheet_name,
               const SheetChart& placed);

}  // namespace euproj
