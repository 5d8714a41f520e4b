#pragma once
// What an office reads first: the first sheet of a workbook, the top of a page.

#include <string_view>
#include <vector>

#include "euproj/report/document.hpp"
#include "euproj/report/figures.hpp"
#include "report/parts/words.hpp"

namespace euproj::parts {

/// Points to tables of the document; what is not there is left out.
[[nodiscard]] Overview build_overview(const Document& document, const Figures& figures,
                                      const Words& words);

/// The codes of the warnings of which some are said before others.
[[nodiscard]] std::vector<std::string_view> ranked_warnings();

}  // namespace euproj::parts
