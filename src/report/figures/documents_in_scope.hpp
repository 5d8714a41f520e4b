#pragma once
// Which rows of the log of expenditure a report shows money of, and what such a row says.

#include "euproj/base/source.hpp"
#include "euproj/model/money_rules.hpp"
#include "euproj/report/build_figures.hpp"

namespace euproj {

/// Those of its period, or those of its claim. The dossier and the scope stay where they are.
class RowsInScope {
 public:
  RowsInScope(const Dossier& dossier, const ReportScope& scope) : claims_(dossier), scope_(scope) {}

  /// In the period, or in the claim.
  [[nodiscard]] bool has(const ExpenditureRow& row) const;
  /// By its end; in the claim or one before it.
  [[nodiscard]] bool has_by_its_end(const ExpenditureRow& row) const;

 private:
  [[nodiscard]] bool is_known(const ExpenditureRow& row) const;

  ClaimFinder claims_;
  const ReportScope& scope_;
};

[[nodiscard]] DocumentFigures document_of(const Codes& codes, const SourceSet& sources,
                                          const ExpenditureRow& row);

}  // namespace euproj
