#pragma once
// The parts of a page, each in the source of its name; html.cpp puts them together.

#include <string>
#include <string_view>

#include "euproj/report/document.hpp"

namespace euproj {

// overview.cpp: the overview of a report as the first section of a page: cards, bars, and what to
// look at first. As on the first sheet of a workbook, every figure is that of a table further down.

/// Of a document with an overview. `verdict`: what the checks say; empty without checks.
[[nodiscard]] std::string html_overview(const Document& document, const std::string& verdict);

// table.cpp: a table, or its note when it has no rows, that a screen reader can walk: caption,
// scopes, row headers. On a narrow screen each cell says its heading, which it has as `data-label`.

/// Without a title it is called after its section, unseen. `id` is of the caption.
[[nodiscard]] std::string html_table(const Table& table, std::string_view section_title,
                                     const std::string& id, Language language);

[[nodiscard]] bool is_number(ColumnKind kind);

// chart.cpp: a chart as an SVG figure. Positions along the page are percentages and heights are
// pixels, so a chart fits a phone and a sheet of paper and its letters keep their size. No script;
// colours are classes of the style.

/// `id` begins the ids inside; nothing when there is nothing to draw.
[[nodiscard]] std::string html_chart(const Chart& chart, const Table& table,
                                     std::string_view table_title, const std::string& id,
                                     Language language);

}  // namespace euproj
