#pragma once
// What lump sums and unit costs are explained by.

#include "report/explain/explained_builder.hpp"

namespace euproj {

[[nodiscard]] ExplainedLumpSum explained_lump_sum(const ExplainedBuilder& builder,
                                                  const Dossier& dossier,
                                                  const ExplainRequest& wish);
/// Of a person's units alone, where one is asked for.
[[nodiscard]] ExplainedUnitCost explained_unit_cost(const ExplainedBuilder& builder,
                                                    const Dossier& dossier,
                                                    const ExplainRequest& wish);

}  // namespace euproj
