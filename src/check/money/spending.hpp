#pragma once
// Checks of what documents add up to: claims, tasks, limits, the project.

#include "euproj/calc/simplified_costs.hpp"
#include "euproj/model/dossier.hpp"
#include "euproj/words/diagnostics.hpp"

namespace euproj {

/// Documents that lie between the claims, or before them. After the last one they wait for the
/// next.
void check_documents_in_claims(const Dossier& dossier, Diagnostics& diagnostics);
/// Documents that came in after their claim was submitted (src/calc/README.md#claims).
void check_closed_claims(const Dossier& dossier, Diagnostics& diagnostics);
/// Ineligible amounts of documents that the decided claim does not have, or beyond what they have.
void check_decisions(const Dossier& dossier, Diagnostics& diagnostics);
/// Where a flat rate covers all that is neither staff nor named beside it, no document has such
/// costs (Art. 56 of Regulation 2021/1060).
void check_remaining_costs(const Dossier& dossier, Diagnostics& diagnostics);
/// Both checks below, of projects whose costs documents alone show.
void check_documented_money(const Dossier& dossier, Diagnostics& diagnostics);

// What money comes to: of documents, and of `forms`; null: there are none.

/// What claims were submitted and approved with against the log (src/calc/README.md#decisions):
/// what it gives before the decision on the claim, and what the ineligible amounts take of that.
void check_amounts_of_claims(const Dossier& dossier, const SimplifiedCosts* forms,
                             Diagnostics& diagnostics);
/// Tasks against their plan, the whole against the agreement, limits (src/calc/README.md#limits),
/// by the versions of the day that sums are of.
void check_budget_use(const Dossier& dossier, const SimplifiedCosts* forms,
                      Diagnostics& diagnostics);

/// Whether a document that falls into a claim came after its submission, as the day knows it.
[[nodiscard]] bool changes_closed_claim(const ExpenditureRow& row, const Claim& claim,
                                        const FindingsDay& day);

}  // namespace euproj
