#pragma once
// Checks of corrections: each against the document that it leads back to
// (src/calc/README.md#corrections).

#include "euproj/model/documents.hpp"
#include "euproj/words/diagnostics.hpp"

namespace euproj {

/// A correction of a correction is legal and leads to the first document. It exists, is not later,
/// and is of the correction's issuer and task; a chain does not pass zero beyond its original; the
/// amounts of a correction have one sign, and its gross amount covers the eligible one.
void check_corrections(const Dossier& dossier, const Documents& documents,
                       Diagnostics& diagnostics);

}  // namespace euproj
