#pragma once
// The figures of lump sums and unit costs.

#include "euproj/calc/simplified_costs.hpp"
#include "euproj/report/build_figures.hpp"
#include "euproj/report/figures.hpp"

namespace euproj {

void add_simplified(const Dossier& dossier, const SimplifiedCosts& simplified,
                    const ReportScope& scope, Figures& figures);

}  // namespace euproj
