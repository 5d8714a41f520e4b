#pragma once
// The first sheet: what an office reads first, on one printed page.
//
//   A  B  C     E  F  G     I  J  K     M  N  O       four cards of three columns, D H L are gaps;
//                                                     all below uses the same columns
//   the project's title
//   label       value .......................         facts
//
//   card        card        card        card          its label leads to the section
//   12 345      34.29 %     250 001     212 500       large: the figure
//   label  120  label  350  label  ..                 lines of a card
//
//   Indicators: name, target, value, achieved, bar    a bar of 20 blocks, and ▼ or ✓ after it
//   Sources: name, agreed, spent, remaining, used, bar
//   Findings, the worst of them, verdict of the checks
//   Sheets: links in the four columns of the cards
//
// Every figure is a formula that points to its cell on another sheet; the bars are formulas too.

#include <string>
#include <utility>
#include <vector>

#include "render/workbook/layout.hpp"
#include "render/workbook/places.hpp"

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
