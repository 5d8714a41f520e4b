#pragma once
// The checks across fields and files (src/check/README.md#severity): model to findings, nothing
// else.
//
// What a single cell or key can get wrong is the readers' to say. Each check is a function of the
// list in checks.cpp, in the order most useful to who mends the files; none depends on another.

#include <optional>

#include "euproj/calc/people_counts.hpp"
#include "euproj/model/dossier.hpp"
#include "euproj/words/diagnostics.hpp"

namespace euproj {

/// What the definition alone can get wrong: agreed amounts, claims, budget. A version that comes
/// after the day of the findings is not known yet.
void check_definition(const Project& project, const FindingsDay& day, Diagnostics& diagnostics);

/// What the logs can get wrong, alone and against the definition.
void check_logs(const Dossier& dossier, Diagnostics& diagnostics, std::size_t threads = 1);

/// Whether something that the project states is compared with what its logs are counted to.
[[nodiscard]] bool needs_counts(const Dossier& dossier);
/// That comparison, on `day`; none: today, and whatever the logs have. `counts`: of any period.
/// Nothing where rows with errors are left out of what is counted.
void check_counts(const Dossier& dossier, const PeopleCounts& counts, std::optional<Date> day,
                  Diagnostics& diagnostics);

}  // namespace euproj
