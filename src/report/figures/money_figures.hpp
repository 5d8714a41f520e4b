#pragma once
// The money in the figures of a report.

#include "euproj/calc/expenditure.hpp"
#include "euproj/report/build_figures.hpp"

namespace euproj {

/// Sources, direct, indirect and eligible costs, tasks, categories, limits, claims, advances, and
/// what the agreement asks for beside them.
void add_money(const Dossier& dossier, const Expenditure& expenditure, const ReportScope& scope,
               Figures& figures);

/// What indicators below their targets put at stake under the rule of proportionality: costs of the
/// tasks linked to them. After add_money and add_indicators.
void add_exposure(const Dossier& dossier, Figures& figures);

}  // namespace euproj
