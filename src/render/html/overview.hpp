#pragma once
// The overview of a report as the first section of a page: cards, bars, and what to look at first.
// As on the first sheet of a workbook, every figure is that of a table further down.

#include <string>

#include "euproj/report/document.hpp"

namespace euproj {

/// Of a document with an overview. `verdict`: what the checks say; empty without checks.
[[nodiscard]] std::string html_overview(const Document& document, const std::string& verdict);

}  // namespace euproj
