#pragma once
// The evidence behind the figures of a report, for its workbook: who is counted, and why; which
// documents are added up; and the checks that recompute indicators and money from it.

#include <cstddef>
#include <vector>

#include "euproj/report/build_figures.hpp"
#include "euproj/report/document.hpp"
#include "euproj/report/figures.hpp"

namespace euproj {

struct Dossier;
class SourceSet;

/// A sheet of Excel has 1 048 576, some of which are its head.
constexpr std::size_t max_evidence_rows = 1'000'000;

/// A list longer than this has no total, and a workbook holds none of its cells: its rows are laid
/// out when they are written.
constexpr std::size_t max_rows_held = 2'000;

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

/// The documents of the period's last day and before, by payment; of a claim its own, as the log
/// has them. Then what decisions took back, then what is spent without a document. Each has what it
/// adds to every source, so that the columns add up to the report's figures. A document of several
/// rows has its gross, net and VAT once.
[[nodiscard]] WorkbookEvidence build_document_list(const Dossier& dossier, const SourceSet& sources,
                                                   const ReportScope& scope, const Figures& figures,
                                                   Language language,
                                                   std::size_t max_rows = max_evidence_rows);

}  // namespace euproj
