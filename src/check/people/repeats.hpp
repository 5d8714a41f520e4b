#pragma once
// Checks of what is logged more than once: sessions, support, places, measurements
// (src/calc/README.md#sessions).

#include "euproj/model/dossier.hpp"
#include "euproj/words/diagnostics.hpp"

namespace euproj {

void check_repeated_support(const Dossier& dossier, Diagnostics& diagnostics);
void check_sessions_unclear(const Dossier& dossier, Diagnostics& diagnostics);
void check_repeated_places(const Dossier& dossier, Diagnostics& diagnostics);
void check_repeated_measurements(const Dossier& dossier, Diagnostics& diagnostics);

}  // namespace euproj
