#pragma once
// libxlsxwriter, and how what it returns is looked at. Only sources that write the file include it.

#include <xlsxwriter.h>

#include "render/workbook/package.hpp"

namespace euproj {

/// Every return code of the library goes through here.
inline void check(lxw_error code) {
  if (code != LXW_NO_ERROR) throw WriteFailure(lxw_strerror(code));
}

}  // namespace euproj
