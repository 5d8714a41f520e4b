#pragma once
// Documents: which rows of the expenditure log are of one document, which one a row corrects, and
// what decisions on claims take out of them (src/calc/README.md#decisions).
//
// A document is known by its number and its issuer, compared without case, blanks and dashes; a
// blank issuer may be any (src/calc/README.md#documents).
//
//   row  doc_no    issuer_nip       corrects   document
//   2    FA 21/03  8965412070                  0
//   3    fa21/03   PL 896-541-2070             0
//   4    FA 21/03  5471009368                  1    the same number, another issuer
//   5    K 1       5471009368       fa 21/03   2    it corrects 1
//
//   claim 1, decided on 2026-05-20: document "FV 3", 150.00 ineligible
//
//   log row   document   claim   task   eligible       row of the decision
//   2         fv 3       1       1        100.00   ->  2026-05-20, claim 1, task 1, -100.00
//   3         FV 3       1       2         80.00   ->  2026-05-20, claim 1, task 2,  -50.00

#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "euproj/core/money.hpp"
#include "euproj/model/dossier.hpp"

namespace euproj {

struct LoggedDocument {
  std::vector<std::uint32_t> rows;  // positions in the log, ascending
  std::string issuer;               // its nip_key; empty: no row names one
  bool corrects = false;            // each of its rows says what it corrects
};

class Documents {
 public:
  explicit Documents(const Dossier& dossier);

  /// All that have several rows, correct another or are corrected. Others may be among them.
  [[nodiscard]] const std::vector<LoggedDocument>& all() const { return all_; }
  /// The row is its document, which is not in all().
  [[nodiscard]] bool stands_alone(std::uint32_t row) const { return !is_in_[row]; }

  struct Corrected {
    std::uint32_t document = 0;  // position in all()
    bool is_of_other_issuer = false;
  };
  /// What a row corrects: of the documents with that number the one of its issuer, else one that
  /// names none, else any; where the row names no issuer, the one in its task. None: no document
  /// has that number.
  [[nodiscard]] std::optional<Corrected> corrected_by(const ExpenditureRow& row) const;
  /// Whether a row with errors, which is left out of the log, has the number that a row corrects.
  [[nodiscard]] bool is_left_out(Code number) const;

 private:
  void add_number(const std::vector<std::uint32_t>& rows);
  [[nodiscard]] const std::string& issuer_of(const ExpenditureRow& row) const;

  const Dossier& dossier_;
  std::vector<LoggedDocument> all_;
  std::vector<bool> is_in_;                                                // by row
  std::unordered_map<std::string, std::vector<std::uint32_t>> by_number_;  // its likeness
  std::unordered_set<std::string> left_out_;                               // likenesses of numbers
  mutable std::unordered_map<Code, std::string> issuers_;                  // keys, by code
};

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

/// What somebody found right of a document that was checked.
struct SampleResult {
  std::string document;
  Money correct;
};

}  // namespace euproj
