#pragma once
// SheetWidths gives the columns of a sheet their widths, in characters, over all its tables and
// facts; lines_in_cell says into how many lines a text breaks there: letters are not as wide as
// digits, by which widths are given.

#include <cstddef>
#include <string_view>
#include <vector>

#include "euproj/report/document.hpp"

namespace euproj {

/// In a cell of `width` digits, in Calibri or what stands in for it; never fewer than it takes.
[[nodiscard]] std::size_t lines_in_cell(std::string_view text, std::size_t width);

struct SheetWidths {
  std::vector<std::size_t> columns;  // at least one
  std::size_t value_column = 1;      // facts: labels span the columns before it
};

[[nodiscard]] const std::string& paper_heading(const TableColumn& column);

[[nodiscard]] SheetWidths sheet_widths(const DocumentSection& section,
                                       const std::vector<const Table*>& tables, Language language);

}  // namespace euproj
