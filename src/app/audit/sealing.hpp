#pragma once
// make_seal: a seal of what the logs give today, for writing it and for comparing one with it.

#include "app/run/closed_periods.hpp"

namespace euproj {

/// Without what it is called, its options and its place in the chain. `counts` are those of the
/// scope's period.
[[nodiscard]] Seal make_seal(const Loaded& loaded, const ReportScope& scope, PeopleCounts counts,
                             std::size_t threads);

/// The seals in a folder (with its slash) of one project, as read_seals gives them. `replaced`: the
/// path of one that is not looked at; empty: none.
[[nodiscard]] std::vector<Seal> seals_in(const std::string& folder, const std::string& pattern,
                                         const std::string& project_id, const Files& files,
                                         SourceSet& sources, Diagnostics& diagnostics,
                                         const std::string& replaced = {});

}  // namespace euproj
