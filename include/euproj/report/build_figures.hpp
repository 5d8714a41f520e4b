#pragma once
// build_figures: the results of a dossier for one period, as the figures of a report.

#include <span>

#include "euproj/base/diagnostics.hpp"
#include "euproj/core/period.hpp"
#include "euproj/model/dossier.hpp"
#include "euproj/report/figures.hpp"

namespace euproj {

/// All but findings, completeness and provenance, which the run knows.
[[nodiscard]] Figures build_figures(const Dossier& dossier, Period period);

/// Findings as a report shows them: paths relative to the project's folder, help with the message.
[[nodiscard]] std::vector<Finding> build_findings(const Diagnostics& diagnostics,
                                                  const SourceSet& sources, Language language);

}  // namespace euproj
