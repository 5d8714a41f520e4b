#pragma once
// Decisions on claims, and what they take out of documents (SPEC-COSTS 1.5).
//
//   claims: {id: "1", decided: {date: 2026-05-20, ineligible: [{document: "FV 3", amount:
//   150.00}]}}
//
//   log row   document   claim   task   eligible       row of the decision
//   2         fv 3       1       1        100.00   ->  2026-05-20, claim 1, task 1, -100.00
//   3         FV 3       1       2         80.00   ->  2026-05-20, claim 1, task 2,  -50.00

#include <vector>

#include "euproj/model/dossier.hpp"

namespace euproj {

/// The rows of the claim that have the number of an ineligible amount: positions in the log,
/// ascending. Numbers are compared without case, blanks and dashes.
[[nodiscard]] std::vector<std::uint32_t> rows_of_ineligible(const Dossier& dossier,
                                                            const Claim& claim,
                                                            const IneligibleAmount& amount);

/// What decisions take back, as rows that correct the documents: paid on the day of the decision,
/// in the decided claim, with the same part of the row's grant (rounded half up). Rows of a
/// document in the order of the log, each down to zero; its last one bears what is left.
[[nodiscard]] std::vector<ExpenditureRow> rows_of_decisions(const Dossier& dossier);

}  // namespace euproj
