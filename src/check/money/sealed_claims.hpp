#pragma once
// The findings about claims that are sealed: their money must still be what it was.

#include "euproj/calc/simplified_costs.hpp"
#include "euproj/model/dossier.hpp"
#include "euproj/words/diagnostics.hpp"

namespace euproj {

/// `forms`: the simplified costs of the counts; null: the project has none.
void check_sealed_claims(const Dossier& dossier, const SimplifiedCosts* forms,
                         Diagnostics& diagnostics);

}  // namespace euproj
