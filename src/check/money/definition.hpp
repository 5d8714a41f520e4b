#pragma once
// The definition against itself: agreed amounts, claims, advances, planned costs.

#include "euproj/model/dossier.hpp"
#include "euproj/words/diagnostics.hpp"

namespace euproj {

/// An agreed amount that the split does not reproduce is an error that shows both
/// (src/calc/README.md#split).
void check_agreed(const Project& project, const FindingsDay& day, Diagnostics& diagnostics);
/// Claims follow each other without a gap: the next begins the day after
/// (src/calc/README.md#claims).
void check_claims(const Project& project, Diagnostics& diagnostics);
/// More returned than received by some day; money from before there was a project.
void check_advances(const Project& project, const FindingsDay& day, Diagnostics& diagnostics);
/// Each version of the budget against the financing of the day from which it is valid: tasks' plans
/// with their flat rate, partners' parts, months come to the total.
void check_budgets(const Project& project, const FindingsDay& day, Diagnostics& diagnostics);

}  // namespace euproj
