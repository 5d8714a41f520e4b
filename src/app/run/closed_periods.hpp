#pragma once
// What a request gives today, by name; and what became of the periods that are closed.

#include <optional>
#include <string>
#include <vector>

#include "euproj/app/load.hpp"
#include "euproj/report/build_figures.hpp"
#include "euproj/report/changes.hpp"

namespace euproj {

/// The figures of a report by their stable names, as its JSON has them.
[[nodiscard]] std::vector<NamedFigure> named_figures(const Figures& figures);

/// All of the report of a scope but findings, provenance and what is said of seals. `counts` are
/// those of its period.
[[nodiscard]] Figures figures_of(const Loaded& loaded, const ReportScope& scope,
                                 PeopleCounts counts, std::size_t threads);

/// The scope of a seal in the project of today; none: its claim is no longer there.
[[nodiscard]] std::optional<ReportScope> scope_of(const Seal& seal, const Project& project);

/// What changed since a definition was sealed.
[[nodiscard]] std::vector<DefinitionChange> changes_since(const Seal& seal, const Loaded& loaded);

/// Of the seals that end before the report does; none where there is no such seal. `figures` are
/// those of the report.
[[nodiscard]] std::optional<ClosedPeriods> compute_closed_periods(const Loaded& loaded,
                                                                  const ReportScope& scope,
                                                                  const Figures& figures,
                                                                  std::size_t threads);

}  // namespace euproj
