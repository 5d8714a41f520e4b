#include "check/spending.hpp"

#include <algorithm>
#include <optional>
#include <vector>

#include "check/document_view.hpp"
#include "euproj/words/kinds.hpp"

namespace euproj {
namespace {

bool is_closed(const Claim& claim, const FindingsDay& day) {
  return claim.status != Claim::Status::draft && claim.submitted &&
         day.knows(claim.submitted->date);
}

}  // namespace

bool changes_closed_claim(const ExpenditureRow& row, const Claim& claim, const FindingsDay& day) {
  return is_closed(claim, day) && std::max(row.paid, row.issued) > claim.submitted->date;
}

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

namespace {

/// Direct costs up to a claim's last day, and up to the day before its first.
struct ClaimCosts {
  const Claim* claim = nullptr;
  Date last;
  Date before;
  Money direct;
  Money direct_before;
};

/// As the report shows claims: what is eligible on the last day, less what was before the first.
void check_submitted(const Dossier& dossier, Diagnostics& diagnostics) {
  std::vector<ClaimCosts> costs;
  for (const Claim& claim : dossier.project.claims) {
    if (!is_closed(claim, dossier.day) || !claim.submitted->eligible) continue;
    const Date last = std::min(claim.period.last, dossier.day.asked.value_or(claim.period.last));
    costs.push_back({&claim, last, claim.period.first.plus_days(-1), {}, {}});
  }
  if (costs.empty()) return;
  const std::vector<Date> claim_days = last_days_of_claims(dossier);
  for (const ExpenditureRow& row : dossier.logs.expenditures) {
    const Date day = accounting_day(row, claim_days);
    for (ClaimCosts& of : costs) {
      if (day <= of.last) of.direct += row.eligible;
      if (day <= of.before) of.direct_before += row.eligible;
    }
  }
  const auto eligible = [&](Money direct, Date day) {
    return direct + flat_rate_costs(dossier.project.budget.on(day), direct);
  };
  for (const ClaimCosts& of : costs) {
    const Money now = eligible(of.direct, of.last) - eligible(of.direct_before, of.before);
    const Submission& submitted = *of.claim->submitted;
    if (now == *submitted.eligible) continue;
    diagnostics.report(Kind::claim_differs, submitted.place,
                       {of.claim->id, submitted.eligible->text(), submitted.date.iso(), now.text(),
                        (now - *submitted.eligible).text()});
  }
}

}  // namespace

void check_closed_claims(const Dossier& dossier, Diagnostics& diagnostics) {
  const Logs& logs = dossier.logs;
  const std::vector<Claim>& all = dossier.project.claims;
  const auto closed = [&](const Claim& claim) { return is_closed(claim, dossier.day); };
  if (!logs.has(LogKind::expenditures) || std::none_of(all.begin(), all.end(), closed)) return;
  const DocumentView view(dossier);
  const std::vector<const Claim*> claims = claims_by_code(dossier);
  for (const ExpenditureRow& row : logs.expenditures) {
    const Claim* const claim = claim_of(row, dossier.project, claims);
    if (claim == nullptr || !changes_closed_claim(row, *claim, dossier.day) || !view.knows(row)) {
      continue;
    }
    diagnostics.report(
        Kind::claim_changed,
        view.place(row, row.claim == no_code ? Column::expenditures_paid_date
                                             : Column::expenditures_claim),
        {view.number(row), row.eligible.text(), claim->id, claim->submitted->date.iso()});
  }
  // Rows with errors are missing in the sums, which is said of them.
  if (logs.is_partly_unread(LogKind::expenditures) || !logs.documents_left_out.empty()) return;
  check_submitted(dossier, diagnostics);
}

void check_budget_use(const Dossier& dossier, Diagnostics& diagnostics) {
  const Project& project = dossier.project;
  const std::vector<Date> claim_days = last_days_of_claims(dossier);
  // As a report to that day shows it: what an amendment to come says changes nothing before it.
  const Date day = day_of_sums(dossier, claim_days);
  const Budget& budget = project.budget.on(day);
  const Financing& financing = project.financing.on(day);
  std::vector<Money> by_task(dossier.codes.tasks.size() + 1);
  std::vector<Money> by_category(dossier.codes.categories.size() + 1);
  Money direct;
  for (const ExpenditureRow& row : dossier.logs.expenditures) {
    if (accounting_day(row, claim_days) > day) continue;
    direct += row.eligible;
    by_task.at(row.task) += row.eligible;
    by_category.at(row.category) += row.eligible;
  }
  for (Code code = 1; code <= budget.tasks.size(); ++code) {
    const Task& task = budget.tasks[code - 1];
    if (!task.planned || by_task[code] <= *task.planned) continue;
    const Money over = by_task[code] - *task.planned;
    if (const std::optional<Money> allowed = allowed_shift(budget, *task.planned)) {
      if (over <= *allowed) continue;
      diagnostics.report(
          Kind::shift_over_limit, task.place,
          {task.id, by_task[code].text(), task.planned->text(), over.text(), allowed->text()});
    } else {
      diagnostics.report(Kind::task_over_budget, task.place,
                         {task.id, by_task[code].text(), task.planned->text(), over.text()});
    }
  }
  const Money eligible = direct + flat_rate_costs(budget, direct);
  if (eligible > financing.total) {
    diagnostics.report(
        Kind::project_over_budget, financing.place,
        {eligible.text(), financing.total.text(), (eligible - financing.total).text()});
  }
  for (const Limit& limit : budget.limits) {
    Money used;
    for (const Code category : limit.categories) used += by_category.at(category);
    const Money max = limit_max(project, limit, day);
    if (used <= max) continue;
    diagnostics.report(Kind::limit_exceeded, limit.place,
                       {limit.id, used.text(), max.text(), (used - max).text()});
  }
}

}  // namespace euproj
