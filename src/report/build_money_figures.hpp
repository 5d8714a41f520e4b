#pragma once
// The money part of build_figures.

#include "euproj/calc/expenditure.hpp"
#include "euproj/report/figures.hpp"

namespace euproj {

/// Sources, direct, indirect and eligible costs, tasks, categories, limits, claims, advances.
void add_money(const Dossier& dossier, const Expenditure& expenditure, Figures& figures);

}  // namespace euproj
