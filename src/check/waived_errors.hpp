#pragma once
// What a waiver alone can get wrong.

#include "euproj/model/dossier.hpp"
#include "euproj/words/diagnostics.hpp"

namespace euproj {

/// An error cannot be waived.
void check_waived_errors(const Dossier& dossier, Diagnostics& diagnostics);

}  // namespace euproj
