#pragma once
// The checks of the logs, one function each; the list that runs them is in checks.cpp.

#include "euproj/words/diagnostics.hpp"
#include "euproj/model/dossier.hpp"

namespace euproj {

using LogCheck = void (*)(const Dossier&, Diagnostics&);

void check_identities(const Dossier& dossier, Diagnostics& diagnostics);
void check_aliases(const Dossier& dossier, Diagnostics& diagnostics);
void check_same_other_id(const Dossier& dossier, Diagnostics& diagnostics);
void check_similar_person_ids(const Dossier& dossier, Diagnostics& diagnostics);
void check_unknown_persons(const Dossier& dossier, Diagnostics& diagnostics);
void check_participation_dates(const Dossier& dossier, Diagnostics& diagnostics);
void check_dates_in_project(const Dossier& dossier, Diagnostics& diagnostics);
void check_groups(const Dossier& dossier, Diagnostics& diagnostics);
void check_households(const Dossier& dossier, Diagnostics& diagnostics);
void check_needed_answers(const Dossier& dossier, Diagnostics& diagnostics);
void check_outcomes(const Dossier& dossier, Diagnostics& diagnostics);
void check_sessions(const Dossier& dossier, Diagnostics& diagnostics);
void check_capacity(const Dossier& dossier, Diagnostics& diagnostics);
void check_places(const Dossier& dossier, Diagnostics& diagnostics);
void check_measurements(const Dossier& dossier, Diagnostics& diagnostics);
void check_documents(const Dossier& dossier, Diagnostics& diagnostics);
void check_documents_in_claims(const Dossier& dossier, Diagnostics& diagnostics);
void check_corrections(const Dossier& dossier, Diagnostics& diagnostics);
void check_repeated_documents(const Dossier& dossier, Diagnostics& diagnostics);
void check_budget_use(const Dossier& dossier, Diagnostics& diagnostics);

}  // namespace euproj
