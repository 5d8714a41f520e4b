#include "euproj/model/decisions.hpp"

#include <algorithm>
#include <string>
#include <unordered_map>

#include "euproj/base/unicode.hpp"
#include "euproj/core/money.hpp"
#include "euproj/model/money_rules.hpp"

namespace euproj {

std::vector<CutDocument> cut_documents(const Dossier& dossier) {
  std::vector<CutDocument> cuts;
  std::unordered_map<std::string, std::vector<std::size_t>> by_number;  // its likeness: cuts
  const std::vector<Claim>& claims = dossier.project.claims;
  for (std::size_t claim = 0; claim < claims.size(); ++claim) {
    if (!claims[claim].decided) continue;
    for (const IneligibleAmount& amount : claims[claim].decided->ineligible) {
      by_number[strict_likeness_of(amount.document)].push_back(cuts.size());
      cuts.push_back({claim, &amount, {}});
    }
  }
  if (cuts.empty()) return cuts;
  const Interner& numbers = dossier.codes.documents;
  std::vector<const std::vector<std::size_t>*> by_code(numbers.size() + 1, nullptr);
  for (Code code = 1; code <= numbers.size(); ++code) {
    const auto found = by_number.find(strict_likeness_of(numbers.text(code)));
    if (found != by_number.end()) by_code[code] = &found->second;
  }
  const auto& log = dossier.logs.expenditures;
  const ClaimFinder finder(dossier);
  const auto is_cut = [&](Code code) { return by_code[code] != nullptr; };
  for (const std::uint32_t at : log.find(&ExpenditureRow::document, is_cut)) {
    const ExpenditureRow row = log[at];
    for (const std::size_t cut : *by_code[row.document]) {
      if (finder.position_of(row) == cuts[cut].claim) cuts[cut].rows.push_back(at);
    }
  }
  return cuts;
}

std::vector<ExpenditureRow> rows_of_decisions(const Dossier& dossier) {
  std::vector<ExpenditureRow> made;
  const auto& log = dossier.logs.expenditures;
  for (const CutDocument& cut : cut_documents(dossier)) {
    const Claim& claim = dossier.project.claims[cut.claim];
    Money left = cut.amount->amount;
    for (std::size_t i = 0; i < cut.rows.size() && !left.is_zero(); ++i) {
      ExpenditureRow row = log[cut.rows[i]];
      const Money whole = std::max(row.eligible, Money());
      const Money taken = i + 1 == cut.rows.size() ? left : std::min(left, whole);
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
  return made;
}

}  // namespace euproj
