#pragma once
// Column widths of a sheet, in characters, over all its tables and facts.

#include <vector>

#include "euproj/report/document.hpp"

namespace euproj {

struct SheetWidths {
  std::vector<std::size_t> columns;  // at least one
  std::size_t value_column = 1;      // facts: labels span the columns before it
};

[[nodiscard]] const std::string& paper_heading(const TableColumn& column);

[[nodiscard]] SheetWidths sheet_widths(const DocumentSection& section,
                                       const std::vector<const Table*>& tables, Language language);

}  // namespace euproj
