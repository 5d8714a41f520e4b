#include "euproj/model/decisions.hpp"

#include <algorithm>

#include "euproj/base/unicode.hpp"
#include "euproj/core/money.hpp"
#include "euproj/model/money_rules.hpp"

namespace euproj {
namespace {

/// By code of Codes::documents: whether it is the number.
std::vector<bool> codes_like(const Interner& numbers, const std::string& number) {
  const std::string likeness = strict_likeness_of(number);
  std::vector<bool> alike(numbers.size() + 1);
  for (Code code = 1; code <= numbers.size(); ++code) {
    alike[code] = strict_likeness_of(numbers.text(code)) == likeness;
  }
  return alike;
}

}  // namespace

std::vector<std::uint32_t> rows_of_ineligible(const Dossier& dossier, const Claim& claim,
                                              const IneligibleAmount& amount) {
  const std::vector<bool> alike = codes_like(dossier.codes.documents, amount.document);
  const ClaimFinder claims(dossier);
  const auto& log = dossier.logs.expenditures;
  std::vector<std::uint32_t> rows =
      log.find(&ExpenditureRow::document, [&](Code code) { return alike[code]; });
  std::erase_if(rows, [&](std::uint32_t at) { return claims.claim_of(log[at]) != &claim; });
  return rows;
}

std::vector<ExpenditureRow> rows_of_decisions(const Dossier& dossier) {
  std::vector<ExpenditureRow> made;
  const auto& log = dossier.logs.expenditures;
  for (const Claim& claim : dossier.project.claims) {
    if (!claim.decided) continue;
    for (const IneligibleAmount& cut : claim.decided->ineligible) {
      const std::vector<std::uint32_t> rows = rows_of_ineligible(dossier, claim, cut);
      Money left = cut.amount;
      for (std::size_t i = 0; i < rows.size() && !left.is_zero(); ++i) {
        ExpenditureRow row = log[rows[i]];
        const Money whole = std::max(row.eligible, Money());
        const Money taken = i + 1 == rows.size() ? left : std::min(left, whole);
        if (taken.is_zero()) continue;
        left -= taken;
        if (row.grant && !whole.is_zero()) {
          const Rate part = Rate::of(taken.minor_units(), whole.minor_units());
          row.grant = Money() - share_of(*row.grant, part, Rounding::half_up);
        }
        row.corrects = row.document;
        row.eligible = Money() - taken;
        row.paid = claim.decided->date;
        row.claim = dossier.codes.claims.find(claim.id);
        made.push_back(row);
      }
    }
  }
  return made;
}

}  // namespace euproj
