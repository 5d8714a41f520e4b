#include <algorithm>
#include <map>
#include <optional>
#include <vector>

#include "check/check_list.hpp"
#include "check/money/document_view.hpp"
#include "euproj/calc/costs.hpp"
#include "euproj/calc/expenditure.hpp"
#include "euproj/core/nip.hpp"
#include "euproj/model/documents.hpp"
#include "euproj/words/kinds.hpp"

namespace euproj {
void check_documents_in_claims(const Dossier& dossier, Diagnostics& diagnostics) {
  const std::vector<Claim>& claims = dossier.project.claims;
  if (claims.empty()) return;
  const DocumentView view(dossier);
  const Date last = last_claimed_day(dossier.project);
  for (const ExpenditureRow& row : dossier.logs.expenditures) {
    if (row.claim != no_code || !row.paid.known() || row.paid > last || !view.knows(row)) continue;
    const bool inside = std::any_of(claims.begin(), claims.end(), [&](const Claim& claim) {
      return claim.period.contains(row.paid);
    });
    if (inside) continue;
    std::string known;
    for (const Claim& claim : claims) {
      known += (known.empty() ? "" : ", ") + claim.id + " " + claim.period.first.iso() + "–" +
               claim.period.last.iso();
    }
    diagnostics.report(Kind::document_in_no_claim, view.place(row, Column::expenditures_paid_date),
                       {view.number(row), row.paid.iso(), known});
  }
}

void check_amounts_of_claims(const Dossier& dossier, const SimplifiedCosts* forms,
                             Diagnostics& diagnostics) {
  const Logs& logs = dossier.logs;
  // Rows with errors are missing in the sums, which is said of them.
  if (logs.is_partly_unread(LogKind::expenditures) || !logs.documents_left_out.empty()) return;
  const std::vector<Claim>& claims = dossier.project.claims;
  std::optional<ClaimedCosts> costs;
  for (std::size_t at = 0; at < claims.size(); ++at) {
    const Claim& claim = claims[at];
    if (!is_closed(claim, dossier.day)) continue;
    const auto report = [&](const char* key, Date date, Place place, Money says, Money follows) {
      if (says == follows) return;
      diagnostics.report(
          Kind::claim_differs, place,
          {claim.id, key, date.iso(), says.text(), follows.text(), (follows - says).text()});
    };
    if (!costs) costs.emplace(dossier, dossier.day.asked, forms);
    const Submission& submitted = *claim.submitted;
    const Money logged = costs->with_decisions_until(submitted.date).of(at).eligible;
    if (submitted.eligible) {
      report("submitted.eligible", submitted.date, submitted.place, *submitted.eligible, logged);
    }
    if (!claim.decided || !claim.decided->approved || !dossier.day.knows(claim.decided->date)) {
      continue;
    }
    const Decision& decided = *claim.decided;
    if (submitted.eligible && *decided.approved > *submitted.eligible) continue;  // which is said
    const Money left = costs->with_decisions_until(decided.date).of(at).eligible;
    report("decided.approved", decided.date, decided.place, *decided.approved,
           submitted.eligible.value_or(logged) - (logged - left));
  }
}

void check_closed_claims(const Dossier& dossier, Diagnostics& diagnostics) {
  const Logs& logs = dossier.logs;
  const std::vector<Claim>& all = dossier.project.claims;
  const auto closed = [&](const Claim& claim) { return is_closed(claim, dossier.day); };
  if (!logs.has(LogKind::expenditures) || std::none_of(all.begin(), all.end(), closed)) return;
  const DocumentView view(dossier);
  const ClaimFinder claims(dossier);
  for (const ExpenditureRow& row : logs.expenditures) {
    const Claim* const claim = claims.claim_of(row);
    if (claim == nullptr || !changes_closed_claim(row, *claim, dossier.day) || !view.knows(row)) {
      continue;
    }
    diagnostics.report(
        Kind::claim_changed,
        view.place(row, row.claim == no_code ? Column::expenditures_paid_date
                                             : Column::expenditures_claim),
        {view.number(row), row.eligible.text(), claim->id, claim->submitted->date.iso()});
  }
}

void check_documented_money(const Dossier& dossier, Diagnostics& diagnostics) {
  if (has_simplified_forms(dossier.project)) return;  // see check_money_with_forms
  if (dossier.logs.has(LogKind::expenditures))
    check_amounts_of_claims(dossier, nullptr, diagnostics);
  check_budget_use(dossier, nullptr, diagnostics);
  check_sealed_claims(dossier, nullptr, diagnostics);
}

void check_decisions(const Dossier& dossier, Diagnostics& diagnostics) {
  const Logs& logs = dossier.logs;
  // A row with errors may be the document.
  if (logs.is_partly_unread(LogKind::expenditures) || !logs.documents_left_out.empty()) return;
  for (const CutDocument& cut : cut_documents(dossier)) {
    const IneligibleAmount& amount = *cut.amount;
    const std::string& claim = dossier.project.claims[cut.claim].id;
    Money eligible;
    for (const std::uint32_t at : cut.rows) eligible += logs.expenditures[at].eligible;
    if (cut.rows.empty()) {
      diagnostics.report(Kind::ineligible_unknown, amount.place, {claim, amount.document});
    } else if (amount.amount > eligible) {
      diagnostics.report(Kind::ineligible_above_document, amount.place,
                         {claim, amount.document, amount.amount.text(), eligible.text()});
    }
  }
}

void check_remaining_costs(const Dossier& dossier, Diagnostics& diagnostics) {
  const DocumentView view(dossier);
  for (const ExpenditureRow& row : dossier.logs.expenditures) {
    const Budget& budget = dossier.project.budget.on(row.paid);
    if (!budget.indirect || !budget.indirect->covers_rest || !view.knows(row)) continue;
    const std::vector<Code>& besides = budget.indirect->besides;
    const bool is_staff = row.category != no_code && row.category <= budget.categories.size() &&
                          budget.categories[row.category - 1].is_staff;
    if (is_staff || std::find(besides.begin(), besides.end(), row.category) != besides.end()) {
      continue;
    }
    const std::string_view category = dossier.codes.categories.text(row.category);
    diagnostics.report(
        Kind::cost_beside_remaining,
        view.place(row, row.category == no_code ? Column::expenditures_doc_no
                                                : Column::expenditures_category),
        {view.number(row), row.eligible.text(), std::string(category.empty() ? "–" : category)});
  }
}

void check_budget_use(const Dossier& dossier, const SimplifiedCosts* forms,
                      Diagnostics& diagnostics) {
  const Project& project = dossier.project;
  // As a report to that day shows it: what an amendment to come says changes nothing before it.
  const Date day = day_of_sums(dossier);
  const Budget& budget = project.budget.on(day);
  const Financing& financing = project.financing.on(day);
  const Costs costs = Expenditure(dossier, forms).on(day);
  for (Code code = 1; code <= budget.tasks.size(); ++code) {
    const Task& task = budget.tasks[code - 1];
    const Money spent = costs.of_task(code);
    if (!task.planned || spent <= *task.planned) continue;
    const Money over = spent - *task.planned;
    if (const std::optional<Money> allowed = allowed_shift(budget, *task.planned)) {
      if (over <= *allowed) continue;
      diagnostics.report(
          Kind::shift_over_limit, task.place,
          {task.id, spent.text(), task.planned->text(), over.text(), allowed->text()});
    } else {
      diagnostics.report(Kind::task_over_budget, task.place,
                         {task.id, spent.text(), task.planned->text(), over.text()});
    }
  }
  const Money eligible = costs.eligible();
  if (eligible > financing.total) {
    diagnostics.report(
        Kind::project_over_budget, financing.place,
        {eligible.text(), financing.total.text(), (eligible - financing.total).text()});
  }
  for (const Limit& limit : budget.limits) {
    Money used;
    for (const Code category : limit.categories) used += costs.of_category(category);
    const Money max = limit_max(project, limit, day);
    if (used <= max) continue;
    diagnostics.report(Kind::limit_exceeded, limit.place,
                       {limit.id, used.text(), max.text(), (used - max).text()});
  }
}

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
