#include "check/money/sealed_claims.hpp"

#include <algorithm>
#include <map>

#include "check/money/document_view.hpp"
#include "euproj/calc/claimed_costs.hpp"
#include "euproj/core/nip.hpp"
#include "euproj/words/kinds.hpp"

namespace euproj {
namespace {

/// Of a document, whatever its rows: what it adds to the claim, and where it stands.
struct ClaimedPart {
  Money eligible;
  Place place;
};
using ClaimedParts =
    std::map<std::pair<std::string, std::string>, ClaimedPart>;  // by number and issuer

ClaimedParts sealed_parts(const Seal& seal) {
  ClaimedParts parts;
  for (const SealedEvidence::Claim& claim : seal.evidence.claims) {
    if (claim.id != *seal.claim) continue;
    for (const SealedDocument& document : claim.documents) {
      parts[{document.number, document.issuer}].eligible += document.eligible;
    }
  }
  return parts;
}

ClaimedParts parts_now(const Dossier& dossier, const std::string& id) {
  const DocumentView view(dossier);
  const ClaimFinder claims(dossier);
  ClaimedParts parts;
  for (const ExpenditureRow& row : dossier.logs.expenditures) {
    const Claim* const claim = claims.claim_of(row);
    if (claim == nullptr || claim->id != id || !view.knows(row)) continue;
    const std::string issuer =
        row.issuer == no_code ? std::string() : nip_key(dossier.codes.issuers.text(row.issuer));
    ClaimedPart& part = parts[{view.number(row), issuer}];
    part.eligible += row.eligible;
    if (part.place.file == no_file) part.place = view.place(row, Column::expenditures_eligible);
  }
  return parts;
}

/// The first document that came, went or changed; without one the seal itself.
std::pair<std::string, Place> first_difference(const Seal& seal, const Dossier& dossier) {
  const ClaimedParts were = sealed_parts(seal);
  const ClaimedParts are = parts_now(dossier, *seal.claim);
  for (const auto& [key, part] : are) {
    const auto was = were.find(key);
    if (was == were.end() || was->second.eligible != part.eligible) return {key.first, part.place};
  }
  for (const auto& [key, part] : were) {
    if (!are.contains(key)) return {key.first, {seal.source}};
  }
  return {"–", {seal.source}};
}

}  // namespace

void check_sealed_claims(const Dossier& dossier, const SimplifiedCosts* forms,
                         Diagnostics& diagnostics) {
  for (const Seal& seal : dossier.seals) {
    if (!seal.claim || seal.as_of || !dossier.day.knows(seal.period.last)) continue;
    const std::vector<Claim>& claims = dossier.project.claims;
    const auto claim = std::find_if(claims.begin(), claims.end(),
                                    [&](const Claim& each) { return each.id == *seal.claim; });
    const auto figure =
        std::find_if(seal.figures.begin(), seal.figures.end(), [&](const NamedFigure& each) {
          return each.name == "expenditure.claims." + *seal.claim + ".eligible";
        });
    if (figure == seal.figures.end()) continue;
    const auto sealed = parse_money(figure->value);
    // A claim that the definition no longer has comes to nothing.
    Money now;
    if (claim != claims.end()) {
      const auto at = static_cast<std::size_t>(claim - claims.begin());
      now = ClaimedCosts(dossier, dossier.day.asked, forms).of(at).eligible;
    }
    if (!sealed || *sealed == now) continue;
    const auto [document, place] = first_difference(seal, dossier);
    diagnostics.report(Kind::claim_changed_since_seal, place,
                       {*seal.claim, sealed->text(), now.text(), (now - *sealed).text(), document});
  }
}

}  // namespace euproj
