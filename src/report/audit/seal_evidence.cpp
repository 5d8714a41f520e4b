#include <algorithm>
#include <unordered_map>

#include "euproj/calc/explanation.hpp"
#include "euproj/core/nip.hpp"
#include "euproj/model/money_rules.hpp"
#include "euproj/report/build_seal.hpp"
#include "report/audit/row_marks.hpp"
#include "report/explain/explained_builder.hpp"

namespace euproj {
namespace {

class EvidenceBuilder {
 public:
  EvidenceBuilder(const Dossier& dossier, const SourceSet& sources, Date day)
      : dossier_(dossier),
        words_(dossier, sources, Language::english),
        hasher_(dossier),
        day_(day) {}

  [[nodiscard]] std::vector<SealedUnit> units_of(std::size_t position) const {
    const Count count = dossier_.project.indicators[position].count;
    const CountedUnits counted(dossier_, position, day_);
    std::vector<SealedUnit> units;
    units.reserve(counted.size());
    for (std::size_t at = 0; at < counted.size(); ++at) {
      const CountedUnits::Counted& each = counted.without_reason(at);
      const Unit unit{{}, each.amount, each.sex, each.person, each.row, each.household};
      std::string key = words_.key(count, unit);
      std::string at_row = words_.place(origin_of(count, unit));
      const std::uint64_t row = key == at_row ? hash_of(count, unit) : 0;
      units.push_back({std::move(key), each.since, std::move(at_row), each.sex, each.amount, row});
    }
    return units;
  }

  [[nodiscard]] std::vector<SealedUnit> participants() const {
    std::vector<SealedUnit> all;
    all.reserve(dossier_.people.persons.size());
    for (const Person& person : dossier_.people.persons) {
      if (!person.start.known() || person.start > day_) continue;
      const ParticipantRow& row = attributes_of(dossier_.logs, person);
      const Code sex = row.attribute(Attribute::sex);
      all.push_back({shown_person_id(dossier_.codes, dossier_.logs, dossier_.people, person),
                     person.start, words_.place(row.origin),
                     sex == code_woman ? Sex::woman
                     : sex == code_man ? Sex::man
                                       : Sex::unknown,
                     Quantity::whole(1), 0});
    }
    return all;
  }

  [[nodiscard]] SealedDocument document(const ExpenditureRow& row) const {
    const Codes& codes = dossier_.codes;
    const std::string issuer =
        row.issuer == no_code ? std::string() : nip_key(codes.issuers.text(row.issuer));
    return {
        std::string(codes.documents.text(row.document)),
        issuer,
        std::string(codes.tasks.text(row.task)),
        row.category == no_code ? std::string() : std::string(codes.categories.text(row.category)),
        row.paid,
        row.eligible,
        words_.place(row.origin)};
  }

 private:
  /// The row by which the unit is known.
  [[nodiscard]] Origin origin_of(Count count, const Unit& unit) const {
    const Logs& logs = dossier_.logs;
    switch (count) {
      case Count::persons:
      case Count::entries:
      case Count::criterion:
        return attributes_of(logs, dossier_.people.persons[unit.person]).origin;
      case Count::households:
        return household_origin(unit.household);
      case Count::sessions:
      case Count::hours:
      case Count::headcount:
        return logs.support[unit.row].origin;
      case Count::places:
        return logs.places[unit.row].origin;
      case Count::entities:
        return logs.entities[unit.row].origin;
      case Count::measured:
        return logs.measurements[unit.row].origin;
      case Count::ratio:
        break;
    }
    return {};
  }

  /// Of the row of a unit without an id: it is known again by what it says, not by its line.
  [[nodiscard]] std::uint64_t hash_of(Count count, const Unit& unit) const {
    const Logs& logs = dossier_.logs;
    if (count == Count::measured) return hasher_(logs.measurements[unit.row]);
    if (count == Count::places) return hasher_(logs.places[unit.row]);
    if (count == Count::entities) return hasher_(logs.entities[unit.row]);
    if (count == Count::sessions || count == Count::hours || count == Count::headcount) {
      return hasher_(logs.support[unit.row]);
    }
    return 0;
  }

  [[nodiscard]] Origin household_origin(Code household) const {
    if (households_.empty()) {
      for (const ParticipantRow& row : dossier_.logs.participants) {
        households_.try_emplace(row.household, row.origin);
      }
    }
    return households_.at(household);
  }

  const Dossier& dossier_;
  ExplainedBuilder words_;
  mutable RowHasher hasher_;  // it keeps the bytes of a row
  Date day_;
  mutable std::unordered_map<Code, Origin> households_;  // the first row of each
};

}  // namespace

SealedEvidence build_seal_evidence(const Dossier& dossier, const SourceSet& sources,
                                   const SealScope& scope) {
  const Project& project = dossier.project;
  const EvidenceBuilder builder(dossier, sources, scope.period.last);
  SealedEvidence evidence;
  for (std::size_t i = 0; i < project.indicators.size(); ++i) {
    if (project.indicators[i].count == Count::ratio) continue;  // its parts have theirs
    evidence.indicators.push_back({project.indicators[i].id, builder.units_of(i)});
  }
  evidence.participants = builder.participants();

  const ClaimFinder claims(dossier);
  for (const Claim& claim : project.claims) evidence.claims.push_back({claim.id, {}});
  evidence.claims.push_back({});  // documents of no claim
  for (const ExpenditureRow& row : dossier.logs.expenditures) {
    const Claim* const claim = claims.claim_of(row);
    const std::size_t at = claim == nullptr
                               ? project.claims.size()
                               : static_cast<std::size_t>(claim - project.claims.data());
    const bool is_sealed = scope.claim ? at <= *scope.claim
                                       : row.paid <= scope.period.last ||
                                             (claim && claim->period.last <= scope.period.last);
    if (is_sealed) evidence.claims[at].documents.push_back(builder.document(row));
  }
  std::erase_if(evidence.claims, [](const auto& claim) { return claim.documents.empty(); });
  return evidence;
}

}  // namespace euproj
