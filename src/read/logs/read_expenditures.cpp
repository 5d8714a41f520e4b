// Rows of `expenditures`: documents with what is eligible of them.

#include "euproj/words/kinds.hpp"
#include "read/logs/plain_readers.hpp"
#include "read/logs/row_readers.hpp"

namespace euproj {
namespace {

/// Corrections are negative on both sides, so sizes are compared.
bool exceeds(Money a, Money b) {
  const auto size = [](Money m) { return m.is_negative() ? -m.minor_units() : m.minor_units(); };
  return size(a) > size(b);
}

bool is_grant_too_large(MaybeMoney grant, Money eligible) {
  return grant && exceeds(*grant, eligible);
}

bool is_eligible_too_large(Money eligible, MaybeMoney gross) {
  return gross && eligible > *gross && *gross > Money();
}

void read_amounts(RowCells& cells, ExpenditureRow& row) {
  const std::optional<Money> eligible = cells.money(Column::expenditures_eligible);
  row.eligible = eligible.value_or(Money());
  row.grant = cells.money(Column::expenditures_grant);
  row.gross = cells.money(Column::expenditures_gross);
  row.net = cells.money(Column::expenditures_net);
  row.vat = cells.money(Column::expenditures_vat);
  if (!eligible) return;
  if (is_grant_too_large(row.grant, *eligible)) {
    cells.report(Kind::grant_above_eligible, Column::expenditures_grant,
                 {(*row.grant).text(), eligible->text()});
  }
  if (is_eligible_too_large(*eligible, row.gross)) {
    cells.report(Kind::eligible_above_gross, Column::expenditures_eligible,
                 {eligible->text(), (*row.gross).text()});
  }
}

/// What the definition lists of the words that a document names.
struct ListedWords {
  explicit ListedWords(const Project& project)
      : claims{!project.claims.empty(), project.claims.size()},
        tasks{project.budget.latest().tasks_declared, project.budget.latest().tasks.size()},
        categories{project.budget.latest().categories_declared,
                   project.budget.latest().categories.size()},
        partners{!project.budget.latest().partners.empty(), project.budget.latest().partners.size()},
        sources{true, project.financing.latest().sources.size()} {}

  Listed claims;
  Listed tasks;
  Listed categories;
  Listed partners;
  Listed sources;
};

class PlainExpenditures : public PlainReader {
 public:
  PlainExpenditures(const Project& project, Codes& codes, Logs& logs)
      : listed_(project), codes_(codes), logs_(logs) {}

  void read(PlainCells& cells) override {
    cells.look_up(Column::expenditures_doc_no, documents_, codes_.documents);
    cells.look_up(Column::expenditures_corrects, corrects_, codes_.documents);
    cells.read_repeated(Column::expenditures_issuer_nip, issuers_, codes_.issuers);
    cells.read(Column::expenditures_book_no, books_);
    cells.read(Column::expenditures_issue_date, issued_);
    cells.read(Column::expenditures_paid_date, paid_);
    cells.read_listed(Column::expenditures_claim, claims_, codes_.claims, listed_.claims);
    cells.read_listed(Column::expenditures_task, tasks_, codes_.tasks, listed_.tasks);
    cells.read_listed(Column::expenditures_category, categories_, codes_.categories,
                      listed_.categories);
    cells.read_listed(Column::expenditures_partner, partners_, codes_.partners, listed_.partners);
    cells.read_listed(Column::expenditures_source, sources_, codes_.sources, listed_.sources);
    cells.read(Column::expenditures_eligible, eligible_);
    cells.read(Column::expenditures_grant, grants_);
    cells.read(Column::expenditures_gross, gross_);
    cells.read(Column::expenditures_net, net_);
    cells.read(Column::expenditures_vat, vat_);
    for (std::size_t row = 0; row < cells.size(); ++row) {
      const Money eligible = eligible_[row].value_or(Money());
      cells.strike_if(is_grant_too_large(grants_[row], eligible) ||
                          is_eligible_too_large(eligible, gross_[row]), row);
    }
  }

  void push(const PlainCells& cells, std::size_t first, std::size_t end) override {
    for (std::size_t row = first; row < end; ++row) push(cells, row);
  }

 private:
  void push(const PlainCells& cells, std::size_t row) {
    ExpenditureRow document;
    document.origin = cells.origin(row);
    document.document = codes_.documents.intern(documents_[row]);
    document.corrects = codes_.documents.intern(corrects_[row]);
    document.issuer = issuers_[row];
    document.book = codes_.books.append(books_[row]);
    document.issued = issued_[row];
    document.paid = paid_[row];
    document.claim = claims_[row];
    document.task = tasks_[row];
    document.category = categories_[row];
    document.partner = partners_[row];
    document.source = sources_[row];
    document.eligible = *eligible_[row];
    document.grant = grants_[row];
    document.gross = gross_[row];
    document.net = net_[row];
    document.vat = vat_[row];
    logs_.expenditures.push_back(document);
  }

  const ListedWords listed_;
  Codes& codes_;
  Logs& logs_;
  ByRow<LookedUp> documents_;
  ByRow<LookedUp> corrects_;
  ByRow<std::string_view> books_;
  ByRow<Code> issuers_;
  ByRow<Code> claims_;
  ByRow<Code> tasks_;
  ByRow<Code> categories_;
  ByRow<Code> partners_;
  ByRow<Code> sources_;
  ByRow<Date> issued_;
  ByRow<Date> paid_;
  ByRow<MaybeMoney> eligible_;
  ByRow<MaybeMoney> grants_;
  ByRow<MaybeMoney> gross_;
  ByRow<MaybeMoney> net_;
  ByRow<MaybeMoney> vat_;
};

}  // namespace

std::unique_ptr<PlainReader> plain_expenditures(const Project& project, Codes& codes, Logs& logs) {
  return std::make_unique<PlainExpenditures>(project, codes, logs);
}

void read_expenditure(RowCells& cells, const Project& project, Codes& codes, Logs& logs) {
  ExpenditureRow row;
  row.origin = cells.origin();
  row.document = cells.interned(Column::expenditures_doc_no, codes.documents);
  row.corrects = cells.interned(Column::expenditures_corrects, codes.documents);
  row.issuer = cells.repeated(Column::expenditures_issuer_nip, codes.issuers);
  row.book = codes.books.append(cells.text(Column::expenditures_book_no));
  row.issued = cells.date(Column::expenditures_issue_date);
  row.paid = cells.date(Column::expenditures_paid_date);

  const ListedWords listed(project);
  row.claim = cells.listed(Column::expenditures_claim, codes.claims, listed.claims);
  row.task = cells.listed(Column::expenditures_task, codes.tasks, listed.tasks);
  row.category = cells.listed(Column::expenditures_category, codes.categories, listed.categories);
  row.partner = cells.listed(Column::expenditures_partner, codes.partners, listed.partners);
  row.source = cells.listed(Column::expenditures_source, codes.sources, listed.sources);
  read_amounts(cells, row);
  if (cells.ok()) logs.expenditures.push_back(row);
}

}  // namespace euproj
