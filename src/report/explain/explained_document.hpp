#pragma once
// What the document of an explanation and the evidence in a workbook have in common.

#include "euproj/report/explained.hpp"
#include "report/parts/typed_table.hpp"

namespace euproj::parts {

/// What an indicator is: its rule, where it is defined, its value on the day.
[[nodiscard]] DocumentSection head_section(const ExplainedIndicator& indicator, Date day,
                                           const Words& words);

/// Columns that evidence has, where there is anything to show in them.
struct EvidenceColumns {
  bool sex = false;
  bool evidence = false;
};

/// Without rows; of counted units also with the day since when.
[[nodiscard]] TypedTable<ExplainedRow> unit_table(std::string_view id,
                                                  const ExplainedIndicator& indicator,
                                                  const Words& words, bool counted,
                                                  EvidenceColumns columns = {});

/// Whether the rows have amounts that are not all 1.
[[nodiscard]] bool has_amounts(Count count);
/// As evidence says it: "K", "M".
[[nodiscard]] std::string sex_text(const Words& words, Sex sex);

}  // namespace euproj::parts
