#pragma once
// has_whole_parts: whether a workbook that was just written is all there.
//
// libxlsxwriter keeps each part in a temporary file first and does not ask whether it could be
// written: on a full disk it packs what little there is and says that all went well.

#include <string_view>

namespace euproj {

/// Whether every part of the package is XML that ends with the end of its first element.
[[nodiscard]] bool has_whole_parts(std::string_view workbook);

}  // namespace euproj
