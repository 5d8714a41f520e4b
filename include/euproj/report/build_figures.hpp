#pragma once
// build_figures: the results of a dossier for one period, as the figures of a report.

#include <span>

#include "euproj/core/date.hpp"
#include "euproj/model/dossier.hpp"
#include "euproj/report/figures.hpp"
#include "euproj/words/diagnostics.hpp"

namespace euproj {

/// All but single documents, findings, completeness and provenance, which the run knows.
[[nodiscard]] Figures build_figures(const Dossier& dossier, Period period, std::size_t threads = 1);

/// Adds the documents that a report names, with their places: corrections in its period, and those
/// of `claim` whose period it is; null: the report is of no claim.
void build_documents(const Dossier& dossier, const SourceSet& sources, const Claim* claim,
                     Figures& figures);

/// Findings as a report shows them: paths relative to the project's folder, help with the message.
[[nodiscard]] std::vector<Finding> build_findings(std::span<const Diagnostic> diagnostics,
                                                  const SourceSet& sources, Language language);
/// The same without notes, which nobody who reads a report has to know.
[[nodiscard]] std::vector<Finding> build_report_findings(std::span<const Diagnostic> diagnostics,
                                                         const SourceSet& sources,
                                                         Language language);

}  // namespace euproj
