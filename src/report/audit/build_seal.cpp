#include "euproj/report/build_seal.hpp"

#include <algorithm>
#include <memory>
#include <unordered_map>

#include "euproj/base/parallel.hpp"
#include "euproj/calc/explanation.hpp"
#include "euproj/core/nip.hpp"
#include "euproj/model/money_rules.hpp"
#include "report/audit/row_marks.hpp"
#include "report/explain/explained_builder.hpp"

namespace euproj {
namespace {

/// Of its units several threads may ask at once.
class EvidenceBuilder {
 public:
  EvidenceBuilder(const Dossier& dossier, const SourceSet& sources)
      : dossier_(dossier), words_(dossier, sources, Language::english) {
    const std::vector<Indicator>& all = dossier.project.indicators;
    const auto counts_households = [](const Indicator& indicator) {
      return indicator.count == Count::households;
    };
    if (std::none_of(all.begin(), all.end(), counts_households)) return;
    for (const ParticipantRow& row : dossier.logs.participants) {
      households_.try_emplace(row.household, row.origin);
    }
  }

  /// What an indicator counts.
  [[nodiscard]] SealedUnit unit(Count count, const CountedUnits::Counted& counted) const {
    const Unit unit{{},          counted.amount,   counted.sex, counted.person,
                    counted.row, counted.household};
    std::string key = words_.key(count, unit);
    std::string at = words_.place(origin_of(count, unit));
    const std::uint64_t row = key == at ? hash_of(count, unit) : 0;
    return {std::move(key), counted.since, std::move(at), counted.sex, counted.amount, row};
  }

  [[nodiscard]] SealedUnit participant(const Person& person) const {
    const ParticipantRow& row = attributes_of(dossier_.logs, person);
    const Code sex = row.attribute(Attribute::sex);
    return {shown_person_id(dossier_.codes, dossier_.logs, dossier_.people, person),
            person.start,
            words_.place(row.origin),
            sex == code_woman ? Sex::woman
            : sex == code_man ? Sex::man
                              : Sex::unknown,
            Quantity::whole(1),
            0};
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
        return households_.at(unit.household);
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
    RowHasher hasher(dossier_);
    if (count == Count::measured) return hasher(logs.measurements[unit.row]);
    if (count == Count::places) return hasher(logs.places[unit.row]);
    if (count == Count::entities) return hasher(logs.entities[unit.row]);
    if (count == Count::sessions || count == Count::hours || count == Count::headcount) {
      return hasher(logs.support[unit.row]);
    }
    return 0;
  }

  const Dossier& dossier_;
  ExplainedBuilder words_;
  std::unordered_map<Code, Origin> households_;  // the first row of each, where they are counted
};

SealedUnits units_of(const std::shared_ptr<const EvidenceBuilder>& builder, const Dossier& dossier,
                     std::size_t position, Date day) {
  const auto counted = std::make_shared<const CountedUnits>(dossier, position, day);
  const Count count = dossier.project.indicators[position].count;
  return {counted->size(), [builder, counted, count](std::size_t at) {
            return builder->unit(count, counted->without_reason(at));
          }};
}

SealedUnits participants_of(const std::shared_ptr<const EvidenceBuilder>& builder,
                            const Dossier& dossier, Date day) {
  const std::vector<Person>& persons = dossier.people.persons;
  std::vector<PersonIndex> started;
  for (PersonIndex at = 0; at < persons.size(); ++at) {
    if (persons[at].start.known() && persons[at].start <= day) started.push_back(at);
  }
  const std::size_t size = started.size();
  return {size, [builder, &persons, started = std::move(started)](std::size_t at) {
            return builder->participant(persons[started[at]]);
          }};
}

}  // namespace

SealedEvidence build_seal_evidence(const Dossier& dossier, const SourceSet& sources,
                                   const SealScope& scope, std::size_t threads) {
  const Project& project = dossier.project;
  const Date day = scope.period.last;
  const auto builder = std::make_shared<const EvidenceBuilder>(dossier, sources);
  SealedEvidence evidence;
  std::vector<std::size_t> counted;
  for (std::size_t i = 0; i < project.indicators.size(); ++i) {
    if (project.indicators[i].count == Count::ratio) continue;  // its parts have theirs
    counted.push_back(i);
  }
  evidence.indicators.resize(counted.size());
  for_each_in_parallel(counted.size(), threads, [&](std::size_t at) {
    evidence.indicators[at] = {project.indicators[counted[at]].id,
                               units_of(builder, dossier, counted[at], day)};
  });
  evidence.participants = participants_of(builder, dossier, day);

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
    if (is_sealed) evidence.claims[at].documents.push_back(builder->document(row));
  }
  std::erase_if(evidence.claims, [](const auto& claim) { return claim.documents.empty(); });
  return evidence;
}

}  // namespace euproj
