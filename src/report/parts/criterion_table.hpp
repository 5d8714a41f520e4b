#pragma once
// The table of effectiveness criteria, of the report and of an explanation.

#include <string>
#include <vector>

#include "euproj/report/criterion_figures.hpp"
#include "report/parts/typed_table.hpp"

namespace euproj::parts {

/// All persons of a criterion, or a group of them.
struct CriterionLine {
  std::string id;
  std::string name;
  const CriterionFigures* figures = nullptr;
};

[[nodiscard]] TypedTable<CriterionLine> criterion_table(const Words& words);
/// The lines of one indicator; none where it is no criterion. The figures outlive the call.
void add_criterion(const std::string& indicator, const LocalText& name,
                   const std::vector<CriterionFigures>& figures, const Words& words,
                   TypedTable<CriterionLine>& table);

}  // namespace euproj::parts
