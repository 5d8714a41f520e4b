// Rows of `expenditures`: documents with what is eligible of them.

#include "read/row_readers.hpp"

#include "euproj/base/kinds.hpp"

namespace euproj {
namespace {

/// Corrections are negative on both sides, so sizes are compared.
bool exceeds(Money a, Money b) {
  const auto size = [](Money m) { return m.is_negative() ? -m.minor_units() : m.minor_units(); };
  return size(a) > size(b);
}

void read_amounts(RowCells& cells, ExpenditureRow& row) {
  const std::optional<Money> eligible = cells.money(Column::expenditures_eligible);
  row.eligible = eligible.value_or(Money());
  row.grant = cells.money(Column::expenditures_grant);
  row.gross = cells.money(Column::expenditures_gross);
  row.net = cells.money(Column::expenditures_net);
  row.vat = cells.money(Column::expenditures_vat);
  if (!eligible) return;
  if (row.grant && exceeds(*row.grant, *eligible)) {
    cells.report(Kind::grant_above_eligible, Column::expenditures_grant,
                 {(*row.grant).text(), eligible->text()});
  }
  const Money zero;
  if (row.gross && *eligible > *row.gross && *row.gross > zero) {
    cells.report(Kind::eligible_above_gross, Column::expenditures_eligible,
                 {eligible->text(), (*row.gross).text()});
  }
}

}  // namespace

void read_expenditure(RowCells& cells, const Project& project, Codes& codes, Logs& logs) {
  ExpenditureRow row;
  row.origin = cells.origin();
  row.document = cells.interned(Column::expenditures_doc_no, codes.documents);
  row.corrects = cells.interned(Column::expenditures_corrects, codes.documents);
  row.issuer = cells.repeated(Column::expenditures_issuer_nip, codes.issuers);
  row.book = codes.books.append(cells.text(Column::expenditures_book_no));
  row.issued = cells.date(Column::expenditures_issue_date);
  row.paid = cells.date(Column::expenditures_paid_date);

  const auto listed = [&cells](Column column, Interner& words, bool declared, std::size_t count) {
    return declared ? cells.reference(column, words, count) : cells.repeated(column, words);
  };
  row.claim = listed(Column::expenditures_claim, codes.claims, !project.claims.empty(),
                     project.claims.size());
  row.task = listed(Column::expenditures_task, codes.tasks, project.budget.latest().tasks_declared,
                    project.budget.latest().tasks.size());
  row.category = listed(Column::expenditures_category, codes.categories,
                        project.budget.latest().categories_declared, project.budget.latest().categories.size());
  const std::size_t partners = project.budget.latest().partners.size();
  row.partner = listed(Column::expenditures_partner, codes.partners, partners > 0, partners);
  row.source = cells.reference(Column::expenditures_source, codes.sources,
                               project.financing.latest().sources.size());
  read_amounts(cells, row);
  if (cells.ok()) logs.expenditures.push_back(row);
}

}  // namespace euproj
