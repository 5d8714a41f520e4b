#pragma once
// The first sheet: what an office reads first, on one printed page.

#include <string>
#include <utility>
#include <vector>

#include "render/workbook/xlsx_layout.hpp"
#include "render/workbook/xlsx_places.hpp"

namespace euproj {

/// A sheet that is listed, or that a figure leads to.
struct NamedSheet {
  std::string section;  // id
  std::string title;
  std::string name;
};

struct OverviewSources {
  const SheetPlaces& places;
  std::vector<NamedSheet> sheets;  // of the report, then that of the checks if there is one
  std::vector<std::pair<std::string, CellPlace>> evidence;  // name of the sheet, its figure
  std::string verdict_cell;  // where the checks say whether all agree; empty: no checks
  std::string verdict;       // what it says
};

/// Of a document with an overview. Each figure is a formula that points to its cell.
[[nodiscard]] SheetLayout overview_sheet(const Document& document, const OverviewSources& sources);

}  // namespace euproj
