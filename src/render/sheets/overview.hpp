#pragma once
// The first sheet: what an office reads first, on one printed page, upright.
//
//   A   B C D E   F   G H I J K L                 two cards of five columns, F is a gap;
//                                                 all below uses the same columns
//   the project's title
//   label       value .......................     facts
//
//   card                card                      its label leads to the section
//   12 345              34.29 %                   large: the figure
//   label     120       label     350             lines of a card; two more cards below
//
//   Indicators: name, target, value, achieved, bar    a bar of 10 blocks, and ▼ or ✓ after it
//   Sources: name, agreed, spent, remaining, used, bar
//   Findings, the one with most weight, verdict of the checks
//   Sheets: links, three in a row
//
// Every figure is a formula that points to its cell on another sheet; the bars are formulas too.

#include <string>
#include <vector>

#include "render/sheets/layout.hpp"
#include "render/sheets/places.hpp"

namespace euproj {

/// A sheet that is listed, or that a figure leads to.
struct NamedSheet {
  std::string section;  // id
  std::string name;
};

/// Where the evidence of a figure begins.
struct EvidencePlace {
  CellPlace figure;
  std::string sheet;
  std::uint32_t row = 0;
};

struct OverviewSources {
  const SheetPlaces& places;
  std::vector<NamedSheet> sheets;  // of the report, then that of the checks if there is one
  std::vector<EvidencePlace> evidence;
  std::string verdict_cell;  // where the checks say whether all agree; empty: no checks
  std::string verdict;       // what it says
};

/// Of a document with an overview. Each figure is a formula that points to its cell.
[[nodiscard]] SheetLayout overview_sheet(const Document& document, const OverviewSources& sources);

}  // namespace euproj
