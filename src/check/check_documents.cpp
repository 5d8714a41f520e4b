// Documents: eligibility, corrections, repeats, and the budget they use up.

#include <algorithm>
#include <map>
#include <tuple>
#include <unordered_map>

#include "euproj/base/kinds.hpp"
#include "check/checks_list.hpp"

namespace euproj {
namespace {

std::string number_of(const Dossier& dossier, const ExpenditureRow& row) {
  return std::string(dossier.codes.documents.text(row.document));
}

const Claim* claim_of(const Dossier& dossier, const ExpenditureRow& row) {
  const std::string_view id = dossier.codes.claims.text(row.claim);
  for (const Claim& claim : dossier.project.claims) {
    if (claim.id == id) return &claim;
  }
  return nullptr;
}

}  // namespace

void check_documents(const Dossier& dossier, Diagnostics& diagnostics) {
  const Logs& logs = dossier.logs;
  const Period period = dossier.project.period;
  const auto& versions = dossier.project.financing.all();
  const bool needs_grant =
      std::any_of(versions.begin(), versions.end(), [](const Financing& financing) {
        return financing.split_by == Financing::SplitBy::documents;
      });
  for (const ExpenditureRow& row : logs.expenditures) {
    const std::string number = number_of(dossier, row);
    const auto outside = [&](Date date, Column column) {
      if (!date.known() || period.contains(date)) return;
      diagnostics.report(Kind::document_outside_period, logs.place(row.origin, column),
                         {number, std::string(column_info(column).name), date.iso(),
                          period.first.iso(), period.last.iso()});
    };
    outside(row.issued, Column::expenditures_issue_date);
    outside(row.paid, Column::expenditures_paid_date);
    const Place eligible = logs.place(row.origin, Column::expenditures_eligible);
    if (row.eligible.is_negative() && row.corrects == no_code) {
      diagnostics.report(Kind::negative_without_corrects, eligible,
                         {number, row.eligible.text()});
    }
    if (needs_grant && !row.grant) {
      diagnostics.report(Kind::missing_grant, logs.place(row.origin, Column::expenditures_grant),
                         {number});
    }
    if (const Claim* claim = claim_of(dossier, row); claim && row.paid > claim->period.last) {
      diagnostics.report(Kind::paid_after_claim,
                         logs.place(row.origin, Column::expenditures_paid_date),
                         {number, row.paid.iso(), claim->id, claim->period.last.iso()});
    }
  }
}

/// `corrects` names an earlier document: one that is in the log and was not paid later. (The days
/// that documents count on do not tell: a claim puts its documents to its last day.)
void check_corrections(const Dossier& dossier, Diagnostics& diagnostics) {
  const Logs& logs = dossier.logs;
  std::unordered_map<Code, Date> first_day;
  std::unordered_map<Code, Money> left;  // of a document, after its corrections
  for (const ExpenditureRow& row : logs.expenditures) {
    if (row.corrects != no_code) continue;
    const auto [found, is_new] = first_day.emplace(row.document, row.paid);
    if (!is_new) found->second = std::min(found->second, row.paid);
    left[row.document] += row.eligible;
  }
  for (const ExpenditureRow& row : logs.expenditures) {
    if (row.corrects == no_code) continue;
    const Place place = logs.place(row.origin, Column::expenditures_corrects);
    const std::string corrected(dossier.codes.documents.text(row.corrects));
    const auto found = first_day.find(row.corrects);
    if (found == first_day.end()) {
      if (logs.is_partly_unread(LogKind::expenditures) ||
          logs.documents_left_out.contains(row.corrects)) {
        continue;
      }
      diagnostics.report(Kind::corrects_unknown, place, {number_of(dossier, row), corrected});
      continue;
    }
    if (found->second > row.paid) {
      diagnostics.report(Kind::corrects_later, place,
                         {number_of(dossier, row), row.paid.iso(), corrected, found->second.iso()});
    }
    Money& rest = left[row.corrects];
    const Money before = rest;
    rest += row.eligible;
    if (rest.is_negative() && !before.is_negative()) {
      diagnostics.report(Kind::correction_too_large, place,
                         {number_of(dossier, row), row.eligible.text(), corrected,
                          before.text()});
    }
  }
}

/// One document over several tasks is legal; the same amount to the same task twice is suspect.
void check_repeated_documents(const Dossier& dossier, Diagnostics& diagnostics) {
  const auto& rows = dossier.logs.expenditures;
  using Key = std::tuple<Code, Code, Code, Code, Money>;
  std::map<Key, std::size_t> first_row;
  for (std::size_t at = 0; at < rows.size(); ++at) {
    const ExpenditureRow& row = rows[at];
    const Key key{row.document, row.issuer, row.task, row.category, row.eligible};
    const auto [found, is_new] = first_row.emplace(key, at);
    if (is_new) continue;
    diagnostics.report(Kind::document_twice,
                       dossier.logs.place(row.origin, Column::expenditures_doc_no),
                       {number_of(dossier, row), row.eligible.text(),
                        std::to_string(rows[found->second].origin.line)});
  }
}

/// Over budget: tasks against their plan, the whole against the agreement, limits (SPEC 4.7, 4.8).
void check_budget_use(const Dossier& dossier, Diagnostics& diagnostics) {
  const Project& project = dossier.project;
  const Budget& budget = project.budget.latest();
  const Financing& financing = project.financing.latest();
  std::vector<Money> by_task(dossier.codes.tasks.size() + 1);
  std::vector<Money> by_category(dossier.codes.categories.size() + 1);
  Money direct;
  for (const ExpenditureRow& row : dossier.logs.expenditures) {
    direct += row.eligible;
    by_task.at(row.task) += row.eligible;
    by_category.at(row.category) += row.eligible;
  }
  for (Code code = 1; code <= budget.tasks.size(); ++code) {
    const Task& task = budget.tasks[code - 1];
    if (!task.planned || by_task[code] <= *task.planned) continue;
    diagnostics.report(Kind::task_over_budget, task.place,
                       {task.id, by_task[code].text(), task.planned->text(),
                        (by_task[code] - *task.planned).text()});
  }
  Money eligible = direct;
  if (budget.indirect) {
    eligible += share_of(direct, *budget.indirect, Rounding::down);
  }
  if (eligible > financing.total) {
    diagnostics.report(Kind::project_over_budget, financing.place,
                       {eligible.text(), financing.total.text(),
                        (eligible - financing.total).text()});
  }
  for (const Limit& limit : budget.limits) {
    Money used;
    for (const Code category : limit.categories) used += by_category.at(category);
    const Money max = limit_max(project, limit, project.period.last);
    if (used <= max) continue;
    diagnostics.report(Kind::limit_exceeded, limit.place,
                       {limit.id, used.text(), max.text(), (used - max).text()});
  }
}

}  // namespace euproj
