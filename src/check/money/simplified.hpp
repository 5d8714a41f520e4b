#pragma once
// Checks of lump sums and unit costs: what needs no count. The rest is the report's.

#include "euproj/model/dossier.hpp"
#include "euproj/words/diagnostics.hpp"

namespace euproj {

/// A task's lump sums against its plan, requirements against targets, and the thresholds in euro
/// from which simplified costs and a status of VAT are due.
void check_simplified_forms(const Project& project, const FindingsDay& day,
                            Diagnostics& diagnostics);
/// A lump sum that is declared twice.
void check_settlements(const Dossier& dossier, Diagnostics& diagnostics);
/// A document of costs that a lump sum or a unit cost covers.
void check_forms_overlap(const Dossier& dossier, Diagnostics& diagnostics);

}  // namespace euproj
