#pragma once
// The first sheet of a workbook.

#include "euproj/report/document.hpp"
#include "euproj/report/figures.hpp"
#include "report/parts/words.hpp"

namespace euproj::parts {

/// Points to tables of the document; what is not there is left out.
[[nodiscard]] Overview build_overview(const Document& document, const Figures& figures,
                                      const Words& words);

}  // namespace euproj::parts
