#pragma once
// check_declared: findings for what claims declared and the logs do not give. It stands here since
// it says values as the report does, which check does not see.

#include "euproj/model/dossier.hpp"
#include "euproj/words/diagnostics.hpp"

namespace euproj {

/// Of claims that have ended on the day that findings are of. Counts only where something was
/// declared.
void check_declared(const Dossier& dossier, std::size_t threads, Diagnostics& diagnostics);

}  // namespace euproj
