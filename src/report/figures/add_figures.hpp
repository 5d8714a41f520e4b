#pragma once
// What adds to the figures of a report, each in the source that is named above it; build_figures
// calls them in the order in which they build on each other.

#include "euproj/base/source.hpp"
#include "euproj/calc/expenditure.hpp"
#include "euproj/calc/people_counts.hpp"
#include "euproj/calc/simplified_costs.hpp"
#include "euproj/model/dossier.hpp"
#include "euproj/report/build_figures.hpp"

namespace euproj {

// money_figures.cpp

/// Sources, direct, indirect and eligible costs, tasks, categories, limits, claims, advances, and
/// what the agreement asks for beside them.
void add_money(const Dossier& dossier, const Expenditure& expenditure, const ReportScope& scope,
               Figures& figures);
/// Lump sums and unit costs.
void add_simplified(const Dossier& dossier, const SimplifiedCosts& simplified,
                    const ReportScope& scope, Figures& figures);
/// What indicators below their targets put at stake under the rule of proportionality: costs of the
/// tasks linked to them. After add_money and add_indicators.
void add_exposure(const Dossier& dossier, Figures& figures);

// claim_figures.cpp: what the log of expenditure says behind the sums.

/// What lowered or raised earlier documents in the period, or in the claim.
void add_corrections(const Dossier& dossier, const SourceSet& sources, const ReportScope& scope,
                     Figures& figures);
/// The documents of the scope's claim.
void add_claim_report(const Dossier& dossier, const SourceSet& sources, const ReportScope& scope,
                      Figures& figures);
/// Documents paid by the last day that no ended claim has in its days. Nothing without claims.
void add_on_the_way(const Dossier& dossier, Figures& figures);

// people_figures.cpp

/// Their values, what share of the target is reached, how many persons two of them have in common.
void add_indicators(const Dossier& dossier, PeopleCounts& counts, Figures& figures);
void add_partner_values(const Dossier& dossier, std::size_t threads, Figures& figures);
void add_declared(const Dossier& dossier, const PeopleCounts& counts, Figures& figures);
void add_open_windows(const Dossier& dossier, const OpenWindows& windows, Figures& figures);
void add_participants(const Dossier& dossier, const PeopleSeries& people, Figures& figures);
void add_support(const Dossier& dossier, const std::vector<FormSeries>& forms, Figures& figures);
void add_places(const Dossier& dossier, Figures& figures);
void add_months(const Dossier& dossier, const PeopleSeries& people, const Expenditure& expenditure,
                Figures& figures);

}  // namespace euproj
