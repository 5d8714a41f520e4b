#pragma once
// Lump sums and unit costs: their figures, and what is found where they are counted.

#include "euproj/calc/simplified_costs.hpp"
#include "euproj/report/build_figures.hpp"
#include "euproj/report/figures.hpp"
#include "euproj/words/diagnostics.hpp"

namespace euproj {

void add_simplified(const Dossier& dossier, const SimplifiedCosts& simplified,
                    const ReportScope& scope, Figures& figures);

/// Declared lump sums whose requirements do not hold, and units before the first rate, as known on
/// `day`; without one, of lump sums on the day of their declaration or today, which is later.
void report_simplified(const Dossier& dossier, const SimplifiedCosts& simplified,
                       std::optional<Date> day, Diagnostics& diagnostics);

}  // namespace euproj
