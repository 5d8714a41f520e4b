#pragma once
// Checks of what the logs are counted to: values of indicators against each other and against what
// claims declare, lump sums against what they require, unit costs against their rates, and the
// money of projects that have such forms.

#include <optional>

#include "euproj/calc/simplified_costs.hpp"
#include "euproj/words/diagnostics.hpp"

namespace euproj {

/// What the checks of counts look at: all of one day.
struct CountedDossier {
  const Dossier& dossier;
  const PeopleCounts& counts;
  const SimplifiedCosts& simplified;
  std::optional<Date> asked;  // none: today, and whatever the logs have
};

/// Relations between indicators that do not hold (src/calc/README.md#relations), in total and by
/// sex where both sides know it.
void check_relations(const CountedDossier& of, Diagnostics& diagnostics);
/// What a claim declared that the logs do not give (src/calc/README.md#declared).
void check_declared(const CountedDossier& of, Diagnostics& diagnostics);
/// Declared lump sums whose requirements do not hold: on the day, else on that of their declaration
/// or today, which is later.
void check_lump_sums(const CountedDossier& of, Diagnostics& diagnostics);
/// Units before the first rate.
void check_unit_costs(const CountedDossier& of, Diagnostics& diagnostics);
/// Claims, tasks, limits and the whole, where documents alone do not say what they come to.
void check_money_with_forms(const CountedDossier& of, Diagnostics& diagnostics);

}  // namespace euproj
