#include "euproj/check/checks.hpp"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "check/check_list.hpp"
#include "euproj/base/parallel.hpp"

namespace euproj {
namespace {

using LogCheck = void (*)(const Dossier&, Diagnostics&);

constexpr auto log_checks = std::to_array<LogCheck>({
    check_identities,  // first: whom the other findings are about
    check_aliases,
    check_same_other_id,
    check_similar_person_ids,
    check_similar_other_ids,
    check_similar_keys,
    check_unknown_persons,
    check_participation_dates,
    check_dates_in_project,
    check_groups,
    check_households,
    check_plausible_ages,
    check_record_columns,
    check_needed_answers,
    check_outcomes,
    check_outcomes_on_one_day,
    check_repeated_support,
    check_sessions_unclear,
    check_capacity,
    check_places,
    check_repeated_places,
    check_repeated_measurements,
    check_entities,
    check_documents,
    check_whole_documents,
    check_similar_documents,
    check_issuers,
    check_lost_zeros,
    check_documents_in_claims,
    check_closed_claims,
    check_decisions,
    check_remaining_costs,
    check_documented_money,
    check_settlements,
    check_forms_overlap,
    check_waived_errors,
});

using CountedCheck = void (*)(const CountedDossier&, Diagnostics&);

constexpr auto counted_checks = std::to_array<CountedCheck>({
    check_relations,
    check_declared,
    check_lump_sums,
    check_unit_costs,
    check_money_with_forms,
});

/// Rows with errors are not counted, so what is missing may stand there.
bool is_counted_in_full(const Logs& logs) {
  constexpr std::array counted = {LogKind::participants, LogKind::support,      LogKind::outcomes,
                                  LogKind::places,       LogKind::measurements, LogKind::entities};
  return logs.persons_left_out.empty() &&
         std::none_of(counted.begin(), counted.end(),
                      [&](LogKind log) { return logs.is_partly_unread(log); });
}

}  // namespace

void check_definition(const Project& project, const FindingsDay& day, Diagnostics& diagnostics) {
  check_agreed(project, day, diagnostics);
  check_claims(project, diagnostics);
  check_advances(project, day, diagnostics);
  check_budgets(project, day, diagnostics);
  check_simplified_forms(project, day, diagnostics);
}

void check_logs(const Dossier& dossier, Diagnostics& diagnostics, std::size_t threads) {
  std::vector<Diagnostics> found(log_checks.size(), Diagnostics(diagnostics.warnings()));
  for_each_in_parallel(log_checks.size(), threads,
                       [&](std::size_t i) { log_checks.at(i)(dossier, found[i]); });
  for (Diagnostics& of_check : found) diagnostics.append(std::move(of_check));
}

bool needs_counts(const Dossier& dossier) {
  const std::vector<Relation>& relations = dossier.project.relations;
  return has_simplified_forms(dossier.project) || !dossier.logs.declarations.empty() ||
         std::any_of(relations.begin(), relations.end(),
                     [](const Relation& relation) { return !relation.built_in; });
}

void check_counts(const Dossier& dossier, const PeopleCounts& counts, std::optional<Date> day,
                  Diagnostics& diagnostics) {
  if (!is_counted_in_full(dossier.logs)) return;
  const SimplifiedCosts simplified(dossier, counts);
  for (const CountedCheck check : counted_checks) {
    check({dossier, counts, simplified, day}, diagnostics);
  }
}

}  // namespace euproj
