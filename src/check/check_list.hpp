#pragma once
// Every check, by the source that it stands in; checks.cpp runs them, in the order most useful to
// who mends the files. Each is a plain function that adds what it finds; none depends on another.

#include "euproj/calc/simplified_costs.hpp"
#include "euproj/model/documents.hpp"
#include "euproj/model/dossier.hpp"
#include "euproj/words/diagnostics.hpp"

namespace euproj {

// people/people.cpp: identity, the order of dates, groups, households, the answers that common
// indicators need.

void check_identities(const Dossier& dossier, Diagnostics& diagnostics);
void check_unknown_persons(const Dossier& dossier, Diagnostics& diagnostics);
void check_participation_dates(const Dossier& dossier, Diagnostics& diagnostics);
void check_groups(const Dossier& dossier, Diagnostics& diagnostics);
void check_households(const Dossier& dossier, Diagnostics& diagnostics);
void check_plausible_ages(const Dossier& dossier, Diagnostics& diagnostics);
void check_record_columns(const Dossier& dossier, Diagnostics& diagnostics);
void check_needed_answers(const Dossier& dossier, Diagnostics& diagnostics);

// people/similar_people.cpp: persons who may be one, and keys that look alike: shown, never merged.
// Only the user can know, and says so of persons in the aliases.

void check_aliases(const Dossier& dossier, Diagnostics& diagnostics);
void check_same_other_id(const Dossier& dossier, Diagnostics& diagnostics);
void check_similar_person_ids(const Dossier& dossier, Diagnostics& diagnostics);
void check_similar_other_ids(const Dossier& dossier, Diagnostics& diagnostics);
void check_similar_keys(const Dossier& dossier, Diagnostics& diagnostics);

// people/events.cpp: what happens to persons and places.

void check_dates_in_project(const Dossier& dossier, Diagnostics& diagnostics);
void check_outcomes(const Dossier& dossier, Diagnostics& diagnostics);
void check_outcomes_on_one_day(const Dossier& dossier, Diagnostics& diagnostics);
void check_capacity(const Dossier& dossier, Diagnostics& diagnostics);
void check_places(const Dossier& dossier, Diagnostics& diagnostics);

// people/repeats.cpp: what is logged more than once: sessions, support, places, measurements
// (src/calc/README.md#sessions).

void check_repeated_support(const Dossier& dossier, Diagnostics& diagnostics);
void check_sessions_unclear(const Dossier& dossier, Diagnostics& diagnostics);
void check_repeated_places(const Dossier& dossier, Diagnostics& diagnostics);
void check_repeated_measurements(const Dossier& dossier, Diagnostics& diagnostics);

// people/entities.cpp

/// The check digits of NIPs, and rows of one entity that say it is something else.
void check_entities(const Dossier& dossier, Diagnostics& diagnostics);

// money/definition.cpp: the definition against itself.

/// An agreed amount that the split does not reproduce is an error that shows both
/// (src/calc/README.md#split).
void check_agreed(const Project& project, const FindingsDay& day, Diagnostics& diagnostics);
/// Claims follow each other without a gap: the next begins the day after
/// (src/calc/README.md#claims).
void check_claims(const Project& project, Diagnostics& diagnostics);
/// More returned than received by some day; money from before there was a project.
void check_advances(const Project& project, const FindingsDay& day, Diagnostics& diagnostics);
/// Each version of the budget against the financing of the day from which it is valid: tasks' plans
/// with their flat rate, partners' parts, months come to the total.
void check_budgets(const Project& project, const FindingsDay& day, Diagnostics& diagnostics);

// money/documents.cpp: dates and amounts of documents, repeats, VAT, issuers.

/// Each row by itself.
void check_documents(const Dossier& dossier, Diagnostics& diagnostics);
/// What a document comes to in all of its rows: repeats, its gross amount, VAT; and what corrects
/// it, for which rows are put together by document but once.
void check_whole_documents(const Dossier& dossier, Diagnostics& diagnostics);
/// Numbers of one issuer that are alike but for signs and leading zeros.
void check_similar_documents(const Dossier& dossier, Diagnostics& diagnostics);
/// The check digits of NIPs.
void check_issuers(const Dossier& dossier, Diagnostics& diagnostics);

// money/lost_zeros.cpp: ids that a spreadsheet makes one number, such as the tasks 1.1 and 1.10

/// Where the documents name one task or category of such a pair and never the other: who kept them
/// as numbers has all of them in the one. A warning at the first of its rows.
void check_lost_zeros(const Dossier& dossier, Diagnostics& diagnostics);

// money/corrections.cpp: each correction against the document that it leads back to
// (src/calc/README.md#corrections); asked by check_whole_documents, which has them.

/// A correction of a correction is legal and leads to the first document. It exists, is not later,
/// and is of the correction's issuer and task; a chain does not pass zero beyond its original; the
/// amounts of a correction have one sign, and its gross amount covers the eligible one.
void check_corrections(const Dossier& dossier, const Documents& documents,
                       Diagnostics& diagnostics);

// money/spending.cpp: what documents add up to: claims, tasks, limits, the project.

/// Documents that lie between the claims, or before them. After the last one they wait for the
/// next.
void check_documents_in_claims(const Dossier& dossier, Diagnostics& diagnostics);
/// Documents that came in after their claim was submitted (src/calc/README.md#claims).
void check_closed_claims(const Dossier& dossier, Diagnostics& diagnostics);
/// Ineligible amounts of documents that the decided claim does not have, or beyond what they have.
void check_decisions(const Dossier& dossier, Diagnostics& diagnostics);
/// Where a flat rate covers all that is neither staff nor named beside it, no document has such
/// costs (Art. 56 of Regulation 2021/1060).
void check_remaining_costs(const Dossier& dossier, Diagnostics& diagnostics);
/// Both checks below, of projects whose costs documents alone show.
void check_documented_money(const Dossier& dossier, Diagnostics& diagnostics);

// What money comes to: of documents, and of `forms`; null: there are none.

/// What claims were submitted and approved with against the log (src/calc/README.md#decisions):
/// what it gives before the decision on the claim, and what the ineligible amounts take of that.
void check_amounts_of_claims(const Dossier& dossier, const SimplifiedCosts* forms,
                             Diagnostics& diagnostics);
/// Tasks against their plan, the whole against the agreement, limits (src/calc/README.md#limits),
/// by the versions of the day that sums are of.
void check_budget_use(const Dossier& dossier, const SimplifiedCosts* forms,
                      Diagnostics& diagnostics);
/// Claims that are sealed: their money must still be what it was.
void check_sealed_claims(const Dossier& dossier, const SimplifiedCosts* forms,
                         Diagnostics& diagnostics);

// money/simplified.cpp: lump sums and unit costs, as far as they need no count.

/// A task's lump sums against its plan, requirements against targets, and the thresholds in euro
/// from which simplified costs and a status of VAT are due.
void check_simplified_forms(const Project& project, const FindingsDay& day,
                            Diagnostics& diagnostics);
/// A lump sum that is declared twice.
void check_settlements(const Dossier& dossier, Diagnostics& diagnostics);
/// A document of costs that a lump sum or a unit cost covers.
void check_forms_overlap(const Dossier& dossier, Diagnostics& diagnostics);

// counted.cpp: what the logs are counted to: values of indicators against each other and against
// what claims declare, lump sums against what they require, unit costs against their rates, and the
// money of projects that have such forms.

/// What the checks of counts look at: all of one day.
struct CountedDossier {
  const Dossier& dossier;
  const PeopleCounts& counts;
  const SimplifiedCosts& simplified;
  std::optional<Date> asked;  // none: today, and whatever the logs have
};

/// Relations between indicators that do not hold (src/calc/README.md#relations), in total and by
/// sex where both sides know it.
void check_relations(const CountedDossier& of, Diagnostics& diagnostics);
/// What a claim declared that the logs do not give (src/calc/README.md#declared).
void check_declared(const CountedDossier& of, Diagnostics& diagnostics);
/// Declared lump sums whose requirements do not hold: on the day, else on that of their declaration
/// or today, which is later.
void check_lump_sums(const CountedDossier& of, Diagnostics& diagnostics);
/// Units before the first rate.
void check_unit_costs(const CountedDossier& of, Diagnostics& diagnostics);
/// Claims, tasks, limits and the whole, where documents alone do not say what they come to.
void check_money_with_forms(const CountedDossier& of, Diagnostics& diagnostics);

// waivers.cpp: what a waiver alone can get wrong.

/// An error cannot be waived.
void check_waived_errors(const Dossier& dossier, Diagnostics& diagnostics);

}  // namespace euproj
