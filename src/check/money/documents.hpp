#pragma once
// Checks of documents: dates and amounts of their rows, repeats, VAT, issuers.

#include "euproj/model/dossier.hpp"
#include "euproj/words/diagnostics.hpp"

namespace euproj {

/// Each row by itself.
void check_documents(const Dossier& dossier, Diagnostics& diagnostics);
/// What a document comes to in all of its rows: repeats, its gross amount, VAT; and what corrects
/// it, for which rows are put together by document but once.
void check_whole_documents(const Dossier& dossier, Diagnostics& diagnostics);
/// Numbers of one issuer that are alike but for signs and leading zeros.
void check_similar_documents(const Dossier& dossier, Diagnostics& diagnostics);
/// The check digits of NIPs.
void check_issuers(const Dossier& dossier, Diagnostics& diagnostics);

}  // namespace euproj
