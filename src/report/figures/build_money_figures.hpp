#pragma once
// The money part of build_figures.

#include "euproj/calc/expenditure.hpp"
#include "euproj/report/figures.hpp"

namespace euproj {

/// Costs of the tasks linked to each indicator below its target; after add_indicators.
void add_exposure(const Dossier& dossier, const Expenditure& expenditure, Figures& figures);
/// What lowered or raised earlier documents in the period.
void add_corrections(const Dossier& dossier, const SourceSet& sources, Figures& figures);
/// Costs after the last claim.
void add_unclaimed(const Dossier& dossier, Figures& figures);
/// The documents of `claim`, whose period the figures' is.
void add_claim_report(const Dossier& dossier, const SourceSet& sources, const Claim& claim,
                      Figures& figures);

/// Sources, direct, indirect and eligible costs, tasks, categories, limits, claims, advances.
void add_money(const Dossier& dossier, const Expenditure& expenditure, Figures& figures);

}  // namespace euproj
