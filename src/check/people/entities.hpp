#pragma once
// Checks of the log of entities.

#include "euproj/model/dossier.hpp"
#include "euproj/words/diagnostics.hpp"

namespace euproj {

/// The check digits of NIPs, and rows of one entity that say it is something else.
void check_entities(const Dossier& dossier, Diagnostics& diagnostics);

}  // namespace euproj
