#pragma once
// Persons who may be one, and keys that look alike: shown, never merged. Only the user can know,
// and says so of persons in the aliases.

#include "euproj/model/dossier.hpp"
#include "euproj/words/diagnostics.hpp"

namespace euproj {

void check_aliases(const Dossier& dossier, Diagnostics& diagnostics);
void check_same_other_id(const Dossier& dossier, Diagnostics& diagnostics);
void check_similar_person_ids(const Dossier& dossier, Diagnostics& diagnostics);
void check_similar_other_ids(const Dossier& dossier, Diagnostics& diagnostics);
void check_similar_keys(const Dossier& dossier, Diagnostics& diagnostics);

}  // namespace euproj
