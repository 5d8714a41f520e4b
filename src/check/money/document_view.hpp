#pragma once
// DocumentView: what the checks of documents ask of the expenditure log again and again.

#include <algorithm>
#include <optional>
#include <string>

#include "euproj/model/money_rules.hpp"
#include "euproj/words/diagnostics.hpp"

namespace euproj {

struct DocumentView {
  explicit DocumentView(const Dossier& its_dossier) : dossier(its_dossier) {}

  [[nodiscard]] ExpenditureRow row(std::uint32_t at) const { return dossier.logs.expenditures[at]; }
  [[nodiscard]] std::string number(const ExpenditureRow& row) const {
    return std::string(dossier.codes.documents.text(row.document));
  }
  [[nodiscard]] Place place(const ExpenditureRow& row, Column column) const {
    return dossier.logs.place(row.origin, column);
  }
  /// Whether the day that findings are of knows the row: it was paid by then.
  [[nodiscard]] bool knows(const ExpenditureRow& row) const { return dossier.day.knows(row.paid); }

  const Dossier& dossier;
};

/// A claim that was handed in, as the day knows it.
[[nodiscard]] inline bool is_closed(const Claim& claim, const FindingsDay& day) {
  return is_handed_in(claim.status) && claim.submitted && day.knows(claim.submitted->date);
}

/// Whether a document that falls into a claim came after its submission, as the day knows it.
[[nodiscard]] inline bool changes_closed_claim(const ExpenditureRow& row, const Claim& claim,
                                               const FindingsDay& day) {
  return is_closed(claim, day) && std::max(row.paid, row.issued) > claim.submitted->date;
}

/// The size of an amount, whichever way it goes.
[[nodiscard]] inline Money size_of(Money amount) {
  return amount.is_negative() ? Money() - amount : amount;
}

/// An amount of a row, other than the eligible one.
struct OtherSign {
  Column column{};
  Money amount;
};
/// The first amount whose sign is not that of the eligible one; a zero has none.
[[nodiscard]] inline std::optional<OtherSign> other_sign(const ExpenditureRow& row) {
  if (row.eligible.is_zero()) return std::nullopt;
  for (const OtherSign& other : {OtherSign{Column::expenditures_gross, row.gross.value_or({})},
                                 OtherSign{Column::expenditures_net, row.net.value_or({})},
                                 OtherSign{Column::expenditures_grant, row.grant.value_or({})}}) {
    const bool is_same = row.eligible.is_negative() == other.amount.is_negative();
    if (!other.amount.is_zero() && !is_same) return other;
  }
  return std::nullopt;
}

}  // namespace euproj
