#pragma once
// What an explanation and the evidence in a workbook have in common.

#include "euproj/report/explained.hpp"
#include "report/document/document_parts.hpp"

namespace euproj::parts {

/// What an indicator is: its rule, where it is defined, its value on the day.
[[nodiscard]] DocumentSection head_section(const ExplainedIndicator& indicator, Date day,
                                           const Words& words);

/// Without rows; of counted units also with the day since when.
[[nodiscard]] Table rows_table(const ExplainedIndicator& indicator, const Words& words,
                               bool counted);
/// A row of it.
[[nodiscard]] TableRow unit_row(const ExplainedIndicator& indicator, const ExplainedRow& row,
                                const Words& words);

/// The first few places and how many more there are.
[[nodiscard]] std::string places_text(const Words& words, const std::vector<std::string>& at);

}  // namespace euproj::parts
