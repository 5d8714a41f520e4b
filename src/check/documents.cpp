#include "check/documents.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <tuple>
#include <unordered_map>
#include <vector>

#include "euproj/model/money_rules.hpp"
#include "euproj/words/kinds.hpp"

namespace euproj {
namespace {

std::string number_of(const Dossier& dossier, const ExpenditureRow& row) {
  return std::string(dossier.codes.documents.text(row.document));
}

/// Gross is net and VAT; and where VAT is not eligible, only the net amount may be.
void check_vat(const Dossier& dossier, const ExpenditureRow& row, Diagnostics& diagnostics) {
  const Logs& logs = dossier.logs;
  if (row.gross && row.net && row.vat && *row.net + *row.vat != *row.gross) {
    diagnostics.report(Kind::gross_differs, logs.place(row.origin, Column::expenditures_gross),
                       {number_of(dossier, row), (*row.gross).text(), (*row.net).text(),
                        (*row.vat).text(), (*row.net + *row.vat).text()});
  }
  const std::optional<Money> net = net_amount(row);
  if (dossier.project.budget.on(row.paid).vat_is_eligible || !net) return;
  if (row.eligible > *net && !row.eligible.is_negative()) {
    diagnostics.report(Kind::vat_not_eligible,
                       logs.place(row.origin, Column::expenditures_eligible),
                       {number_of(dossier, row), row.eligible.text(), net->text()});
  }
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
  const std::vector<const Claim*> claims = claims_by_code(dossier);
  for (const ExpenditureRow& row : logs.expenditures) {
    const auto outside = [&](Date date, Column column) {
      if (!date.known() || period.contains(date)) return;
      diagnostics.report(Kind::document_outside_period, logs.place(row.origin, column),
                         {number_of(dossier, row), std::string(column_info(column).name),
                          date.iso(), period.first.iso(), period.last.iso()});
    };
    outside(row.issued, Column::expenditures_issue_date);
    outside(row.paid, Column::expenditures_paid_date);
    const Place eligible = logs.place(row.origin, Column::expenditures_eligible);
    check_vat(dossier, row, diagnostics);
    if (row.eligible.is_negative() && row.corrects == no_code) {
      diagnostics.report(Kind::negative_without_corrects, eligible,
                         {number_of(dossier, row), row.eligible.text()});
    }
    if (needs_grant && !row.grant) {
      diagnostics.report(Kind::missing_grant, logs.place(row.origin, Column::expenditures_grant),
                         {number_of(dossier, row)});
    }
    if (const Claim* claim = claims[row.claim]; claim && row.paid > claim->period.last) {
      diagnostics.report(
          Kind::paid_after_claim, logs.place(row.origin, Column::expenditures_paid_date),
          {number_of(dossier, row), row.paid.iso(), claim->id, claim->period.last.iso()});
    }
  }
}

namespace {

/// Rows of one document of one issuer, in the order of the log.
void check_document_rows(const Dossier& dossier, const std::vector<ExpenditureRow>& rows,
                         Diagnostics& diagnostics) {
  using Twin = std::tuple<Money, Code, Code>;
  std::map<Twin, Place> twins;  // the place of the first of each
  std::map<Money, Place> amounts;
  std::optional<Money> gross;
  Money settled;
  for (const ExpenditureRow& row : rows) {
    const Place place = dossier.logs.place(row.origin, Column::expenditures_doc_no);
    const auto [twin, is_first] = twins.try_emplace({row.eligible, row.task, row.category}, place);
    const auto [same, is_new] = amounts.try_emplace(row.eligible, place);
    if (row.gross) gross = std::max(gross.value_or(*row.gross), *row.gross);
    const Money before = settled;
    settled += row.eligible;
    if (!is_first) {
      diagnostics.report(Kind::document_twice, place,
                         {number_of(dossier, row), row.eligible.text(), twin->second});
    } else if (gross && settled > *gross && before <= *gross) {
      diagnostics.report(Kind::invoice_over_gross, place,
                         {number_of(dossier, row), settled.text(), gross->text(),
                          dossier.logs.place(rows.front().origin, Column::expenditures_doc_no)});
    } else if (!is_new && !gross && row.corrects == no_code) {
      diagnostics.report(Kind::invoice_elsewhere, place,
                         {number_of(dossier, row), row.eligible.text(), same->second});
    }
  }
}

}  // namespace

/// Documents that lie between the claims, or before them. After the last one they wait for the
/// next.
void check_documents_in_claims(const Dossier& dossier, Diagnostics& diagnostics) {
  const std::vector<Claim>& claims = dossier.project.claims;
  if (claims.empty()) return;
  const Date last = last_claimed_day(dossier.project);
  for (const ExpenditureRow& row : dossier.logs.expenditures) {
    if (row.claim != no_code || !row.paid.known() || row.paid > last) continue;
    const bool inside = std::any_of(claims.begin(), claims.end(), [&](const Claim& claim) {
      return claim.period.contains(row.paid);
    });
    if (inside) continue;
    std::string known;
    for (const Claim& claim : claims) {
      known += (known.empty() ? "" : ", ") + claim.id + " " + claim.period.first.iso() + "–" +
               claim.period.last.iso();
    }
    diagnostics.report(Kind::document_in_no_claim,
                       dossier.logs.place(row.origin, Column::expenditures_paid_date),
                       {number_of(dossier, row), row.paid.iso(), known});
  }
}

/// `corrects` names an earlier document: one that is in the log and was not paid later. (The days
/// that documents count on do not tell: a claim puts its documents to its last day.)
void check_corrections(const Dossier& dossier, Diagnostics& diagnostics) {
  struct Corrected {
    Date first_day;  // unknown: no such document
    Money left;      // after its corrections
  };
  const Logs& logs = dossier.logs;
  const std::vector<std::uint32_t> corrections =
      logs.expenditures.find(&ExpenditureRow::corrects, [](Code code) { return code != no_code; });
  if (corrections.empty()) return;
  std::vector<bool> is_corrected(dossier.codes.documents.size() + 1);  // by document; few are
  for (const std::uint32_t at : corrections) is_corrected[logs.expenditures[at].corrects] = true;
  std::unordered_map<Code, Corrected> documents;  // by code
  const std::vector<std::uint32_t> named = logs.expenditures.find(
      &ExpenditureRow::document, [&](Code document) { return is_corrected[document]; });
  for (const std::uint32_t at : named) {
    const ExpenditureRow row = logs.expenditures[at];
    if (row.corrects != no_code) continue;
    Corrected& document = documents[row.document];
    if (!document.first_day.known() || row.paid < document.first_day) {
      document.first_day = row.paid;
    }
    document.left += row.eligible;
  }
  for (const std::uint32_t at : corrections) {
    const ExpenditureRow row = logs.expenditures[at];
    const Place place = logs.place(row.origin, Column::expenditures_corrects);
    const std::string corrected(dossier.codes.documents.text(row.corrects));
    Corrected& document = documents[row.corrects];
    const Date first = document.first_day;
    if (!first.known()) {
      if (logs.is_partly_unread(LogKind::expenditures) ||
          logs.documents_left_out.contains(row.corrects)) {
        continue;
      }
      diagnostics.report(Kind::corrects_unknown, place, {number_of(dossier, row), corrected});
      continue;
    }
    if (first > row.paid) {
      diagnostics.report(Kind::corrects_later, place,
                         {number_of(dossier, row), row.paid.iso(), corrected, first.iso()});
    }
    const Money before = document.left;
    document.left += row.eligible;
    if (document.left.is_negative() && !before.is_negative()) {
      diagnostics.report(Kind::correction_too_large, place,
                         {number_of(dossier, row), row.eligible.text(), corrected, before.text()});
    }
  }
}

/// One document over several tasks and claims is legal, up to its gross amount. The same amount to
/// the same task twice is suspect, and to another one where no gross amount speaks for a division.
void check_repeated_documents(const Dossier& dossier, Diagnostics& diagnostics) {
  const auto& rows = dossier.logs.expenditures;
  std::vector<bool> seen(dossier.codes.documents.size() + 1);      // by document
  std::vector<bool> repeated(dossier.codes.documents.size() + 1);  // nearly none is
  for (const ExpenditureRow& row : rows) {
    if (seen[row.document]) repeated[row.document] = true;
    seen[row.document] = true;
  }
  std::vector<std::tuple<Code, Code, std::uint32_t>> parts;  // document, issuer, row
  for (std::uint32_t at = 0; at < rows.size(); ++at) {
    const ExpenditureRow row = rows[at];
    if (repeated[row.document]) parts.emplace_back(row.document, row.issuer, at);
  }
  std::sort(parts.begin(), parts.end());
  const auto is_same = [](const auto& a, const auto& b) {
    return std::get<0>(a) == std::get<0>(b) && std::get<1>(a) == std::get<1>(b);
  };
  std::vector<ExpenditureRow> group;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    group.push_back(rows[std::get<2>(parts[i])]);
    if (i + 1 < parts.size() && is_same(parts[i], parts[i + 1])) continue;
    if (group.size() > 1) check_document_rows(dossier, group, diagnostics);
    group.clear();
  }
}

/// Over budget: tasks against their plan, the whole against the agreement, limits (SPEC 4.7, 4.8).
void check_budget_use(const Dossier& dossier, Diagnostics& diagnostics) {
  const Project& project = dossier.project;
  const Budget& budget = project.budget.latest();
  const Financing& financing = project.financing.latest();
  std::vector<Money> by_task(dossier.codes.tasks.size() + 1);
  std::vector<Money> by_category(dossier.codes.categories.size() + 1);
  const std::vector<Date> claim_days = last_days_of_claims(dossier);
  Date last_day;  // on which a document counts
  Money direct;
  for (const ExpenditureRow& row : dossier.logs.expenditures) {
    last_day = std::max(last_day, accounting_day(row, claim_days));
    direct += row.eligible;
    by_task.at(row.task) += row.eligible;
    by_category.at(row.category) += row.eligible;
  }
  for (Code code = 1; code <= budget.tasks.size(); ++code) {
    const Task& task = budget.tasks[code - 1];
    if (!task.planned || by_task[code] <= *task.planned) continue;
    if (const std::optional<Money> allowed = allowed_shift(budget, *task.planned)) {
      const Money over = by_task[code] - *task.planned;
      if (over > *allowed) {
        diagnostics.report(
            Kind::shift_over_limit, task.place,
            {task.id, by_task[code].text(), task.planned->text(), over.text(), allowed->text()});
      }
      continue;
    }
    diagnostics.report(Kind::task_over_budget, task.place,
                       {task.id, by_task[code].text(), task.planned->text(),
                        (by_task[code] - *task.planned).text()});
  }
  // By the flat rate of that day, as a report to that day shows it: one of an amendment to come
  // changes nothing of what was spent before.
  const Money eligible = direct + flat_rate_costs(project.budget.on(last_day), direct);
  if (eligible > financing.total) {
    diagnostics.report(
        Kind::project_over_budget, financing.place,
        {eligible.text(), financing.total.text(), (eligible - financing.total).text()});
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
