#pragma once
// Decisions on claims, and what they take out of documents (src/calc/README.md#decisions).
//
//   claim 1, decided on 2026-05-20: document "FV 3", 150.00 ineligible
//
//   log row   document   claim   task   eligible       row of the decision
//   2         fv 3       1       1        100.00   ->  2026-05-20, claim 1, task 1, -100.00
//   3         FV 3       1       2         80.00   ->  2026-05-20, claim 1, task 2,  -50.00

#include <vector>

#include "euproj/model/dossier.hpp"

namespace euproj {

/// An ineligible amount with the rows of the decided claim that have its number. Numbers are
/// compared without case, blanks and dashes.
struct CutDocument {
  std::size_t claim = 0;  // position in Project::claims
  const IneligibleAmount* amount = nullptr;
  std::vector<std::uint32_t> rows;  // positions in the log, ascending
};

/// In the order of the definition. All of them take one pass over the numbers of documents.
[[nodiscard]] std::vector<CutDocument> cut_documents(const Dossier& dossier);

/// What decisions take back, as rows that correct the documents: paid on the day of the decision,
/// in the decided claim, with the same part of the row's grant (rounded half up). Rows of a
/// document in the order of the log, each down to zero; its last one bears what is left.
[[nodiscard]] std::vector<ExpenditureRow> rows_of_decisions(const Dossier& dossier);

}  // namespace euproj
