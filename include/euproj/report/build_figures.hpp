#pragma once
// build_figures: the results of a dossier for one period, as the figures of a report.

#include <span>

#include "euproj/calc/people_counts.hpp"
#include "euproj/core/date.hpp"
#include "euproj/model/dossier.hpp"
#include "euproj/report/figures.hpp"
#include "euproj/words/diagnostics.hpp"

namespace euproj {

/// What a report is of: a period, whose money is what was paid in it; or a claim, whose money is
/// that of its documents, and whose persons are those of its last day (src/calc/README.md#claims).
struct ReportScope {
  Period period;
  std::optional<std::size_t> claim = {};  // position in Project::claims; `period` is its own
  std::optional<Date> known_on = {};      // of a claim: none: all documents of it, late ones too

  ReportScope(Period its_period) : period(its_period) {}
  ReportScope(Period its_period, std::size_t its_claim, std::optional<Date> day)
      : period(its_period), claim(its_claim), known_on(day) {}
};

/// All but single documents, findings, completeness and provenance, which the run knows. `counts`:
/// those of the scope's period; without them they are computed.
[[nodiscard]] Figures build_figures(const Dossier& dossier, const ReportScope& scope,
                                    PeopleCounts counts, std::size_t threads);
[[nodiscard]] Figures build_figures(const Dossier& dossier, const ReportScope& scope,
                                    std::size_t threads = 1);

/// Adds the documents that a report names, with their places: corrections in its period, and those
/// of its claim.
void build_documents(const Dossier& dossier, const SourceSet& sources, const ReportScope& scope,
                     Figures& figures);

/// Adds the persons whose records are incomplete, with their places, where an indicator asks.
void build_gaps(const Dossier& dossier, const SourceSet& sources, Figures& figures);

/// Findings as a report shows them: paths relative to the project's folder, help with the message.
[[nodiscard]] std::vector<Finding> build_findings(std::span<const Diagnostic> diagnostics,
                                                  const SourceSet& sources, Language language);
/// The same without notes, which nobody who reads a report has to know.
[[nodiscard]] std::vector<Finding> build_report_findings(std::span<const Diagnostic> diagnostics,
                                                         const SourceSet& sources,
                                                         Language language);

}  // namespace euproj
