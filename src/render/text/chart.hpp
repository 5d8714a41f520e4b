#pragma once
// A bar chart of percentages as lines of text.

#include <string>
#include <vector>

#include "euproj/render/render.hpp"
#include "euproj/report/document.hpp"

namespace euproj {

/// Nothing for other shapes, and where the table's series are not percentages.
[[nodiscard]] std::vector<std::string> text_chart(const Chart& chart, const Table& table,
                                                  Language language, const TextStyle& style);

}  // namespace euproj
