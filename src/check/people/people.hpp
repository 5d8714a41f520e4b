#pragma once
// Checks of persons: identity, the order of their dates, groups, households, the answers that
// common indicators need.

#include "euproj/model/dossier.hpp"
#include "euproj/words/diagnostics.hpp"

namespace euproj {

void check_identities(const Dossier& dossier, Diagnostics& diagnostics);
void check_unknown_persons(const Dossier& dossier, Diagnostics& diagnostics);
void check_participation_dates(const Dossier& dossier, Diagnostics& diagnostics);
void check_groups(const Dossier& dossier, Diagnostics& diagnostics);
void check_households(const Dossier& dossier, Diagnostics& diagnostics);
void check_plausible_ages(const Dossier& dossier, Diagnostics& diagnostics);
void check_record_columns(const Dossier& dossier, Diagnostics& diagnostics);
void check_needed_answers(const Dossier& dossier, Diagnostics& diagnostics);

}  // namespace euproj
