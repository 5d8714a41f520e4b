#pragma once
// Lost zeros: ids that a spreadsheet makes one number, such as the tasks 1.1 and 1.10.

#include "euproj/model/dossier.hpp"
#include "euproj/words/diagnostics.hpp"

namespace euproj {

/// Tells where the documents name one task or category of such a pair and never the other: who kept
/// them as numbers has all of them in the one. A warning at the first of its rows.
void check_lost_zeros(const Dossier& dossier, Diagnostics& diagnostics);

}  // namespace euproj
