#pragma once
// The first sheet of a workbook, and what refers to its figures: names for scripts, notes of cells.

#include <optional>
#include <vector>

#include "euproj/report/document.hpp"
#include "euproj/report/figures.hpp"
#include "report/document/document_parts.hpp"

namespace euproj::parts {

/// Points to tables of the document; what is not there is left out.
[[nodiscard]] Overview build_overview(const Document& document, const Figures& figures,
                                      const Words& words);

/// "indicator_P1_cumulative": from the ids of the figures, the same in every language and period.
[[nodiscard]] std::vector<FigureName> build_names(const Document& document,
                                                  const Figures& figures);

[[nodiscard]] std::vector<CellNote> build_notes(const Figures& figures, const Words& words);

/// Where an indicator stands; `column` is one of "cumulative_total", "target_women", ...
[[nodiscard]] CellPlace indicator_place(const Figures& figures, std::size_t indicator,
                                        std::string column);

/// The id of the table that lists indicators of this kind, with a row each.
[[nodiscard]] std::string indicator_table(Indicator::Kind kind);

}  // namespace euproj::parts
