#pragma once
// sheets_of says which sheets a workbook has, and what stands on each.
//
// A section has a sheet, unless its tables do not look well one below the other: then each whose
// columns differ begins a sheet of its own, called after it. Sections that name the same sheet and
// have the same columns share it.

#include <string>
#include <vector>

#include "euproj/report/document.hpp"

namespace euproj {

struct BookSheet {
  std::string title;
  std::vector<DocumentSection> sections;  // several: they share it
};

[[nodiscard]] std::vector<BookSheet> sheets_of(const Document& document);

}  // namespace euproj
