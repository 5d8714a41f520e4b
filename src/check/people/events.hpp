#pragma once
// Checks of what happens to persons and places: dates in the project, outcomes, capacity,
// places.

#include "euproj/model/dossier.hpp"
#include "euproj/words/diagnostics.hpp"

namespace euproj {

void check_dates_in_project(const Dossier& dossier, Diagnostics& diagnostics);
void check_outcomes(const Dossier& dossier, Diagnostics& diagnostics);
void check_outcomes_on_one_day(const Dossier& dossier, Diagnostics& diagnostics);
void check_capacity(const Dossier& dossier, Diagnostics& diagnostics);
void check_places(const Dossier& dossier, Diagnostics& diagnostics);

}  // namespace euproj
