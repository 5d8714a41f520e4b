#pragma once
// Checks of documents: eligibility, corrections, repeats, and the budget they use up.

#include "euproj/model/dossier.hpp"
#include "euproj/words/diagnostics.hpp"

namespace euproj {

void check_documents(const Dossier& dossier, Diagnostics& diagnostics);
void check_documents_in_claims(const Dossier& dossier, Diagnostics& diagnostics);
void check_corrections(const Dossier& dossier, Diagnostics& diagnostics);
void check_repeated_documents(const Dossier& dossier, Diagnostics& diagnostics);
void check_budget_use(const Dossier& dossier, Diagnostics& diagnostics);

}  // namespace euproj
