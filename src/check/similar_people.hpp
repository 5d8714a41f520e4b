#pragma once
// Persons who may be one: shown, never merged. Only the user can know, and says so in the aliases.

#include "euproj/model/dossier.hpp"
#include "euproj/words/diagnostics.hpp"

namespace euproj {

void check_aliases(const Dossier& dossier, Diagnostics& diagnostics);
void check_same_other_id(const Dossier& dossier, Diagnostics& diagnostics);
void check_similar_person_ids(const Dossier& dossier, Diagnostics& diagnostics);

}  // namespace euproj
