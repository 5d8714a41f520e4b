#pragma once
// The evidence behind the indicators of a report, for its workbook: who is counted, and why; and
// the checks that recompute the indicators from it.

#include <cstddef>
#include <vector>

#include "euproj/report/document.hpp"
#include "euproj/report/figures.hpp"

namespace euproj {

struct Dossier;
class SourceSet;

/// A sheet of Excel has 1 048 576, some of which are its head.
constexpr std::size_t max_evidence_rows = 1'000'000;

struct WorkbookEvidence {
  std::vector<DocumentSection> sections;
  std::vector<AgreementCheck> checks;  // of the cells of the report's own tables
};

/// Of each indicator that is not a ratio a section with everything it counts on the last day, since
/// when and why; of more than `max_rows` several. Rows are lazy: the dossier and the sources
/// outlive the sections.
[[nodiscard]] WorkbookEvidence build_evidence(const Dossier& dossier, const SourceSet& sources,
                                              const Figures& figures, Language language,
                                              std::size_t max_rows = max_evidence_rows);

}  // namespace euproj
