#pragma once
// A chart as an SVG figure inside a page.
//
// Positions along the page are percentages and heights are pixels, so a chart fits a phone and a
// sheet of paper and its letters keep their size. No script; colours are classes of the style.

#include <string>
#include <string_view>

#include "euproj/report/document.hpp"

namespace euproj {

/// `id` begins the ids inside; nothing when there is nothing to draw.
[[nodiscard]] std::string html_chart(const Chart& chart, const Table& table,
                                     std::string_view table_title, const std::string& id,
                                     Language language);

}  // namespace euproj
