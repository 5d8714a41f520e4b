// Lays out the documents of expenditure: net and VAT follow from the gross amount.
#include <stdexcept>
#include <utility>

#include "expenditures.h"

namespace euproj_examples {

namespace {

Grosze net_of(Grosze gross, int vat_percent) {
  const Grosze size = gross < 0 ? -gross : gross;
  const Grosze net = (size * 200 + 100 + vat_percent) / (2 * (100 + vat_percent));
  return gross < 0 ? -net : net;
}

std::string description_of(const Document& document) {
  const CivilDate date = civil_of(document.issued);
  if (!document.corrects.empty()) {
    return "Korekta do " + document.corrects + ": " + document.line->description;
  }
  const std::string month = padded(date.month, 2) + "/" + std::to_string(date.year);
  return document.line->description + (document.line->months_between > 1 ? "" : ", " + month);
}

std::string cell_of(const SpendingPlan& plan, const Document& document, const std::string& column,
                    const Dialect& dialect) {
  const BudgetPart& part = plan.parts[document.part];
  const Grosze gross = document.eligible + document.not_eligible;
  const Grosze net = net_of(gross, document.line->vat_percent);
  const auto money = [&](Grosze amount) { return format_money(amount, dialect.decimal); };
  if (column == "doc_no") return document.doc_no;
  if (column == "book_no") return document.book_no;
  if (column == "issuer_nip") return document.issuer_nip;
  if (column == "issue_date") return format_day(document.issued, dialect.date);
  if (column == "paid_date") return format_day(document.paid, dialect.date);
  if (column == "claim") return std::to_string(document.claim);
  if (column == "task") return part.task;
  if (column == "category") return document.line->category;
  if (column == "description") return description_of(document);
  if (column == "gross") return money(gross);
  if (column == "net") return money(net);
  if (column == "vat") return money(gross - net);
  if (column == "eligible") return money(document.eligible);
  if (column == "grant") return money(part.funded ? document.eligible : 0);
  if (column == "partner") return part.partner;
  if (column == "corrects") return document.corrects;
  throw std::runtime_error("no such column of the expenditures: " + column);
}

}  // namespace

std::vector<std::string> document_columns() {
  return {"doc_no", "book_no", "issuer_nip", "issue_date",  "paid_date",
          "claim",  "task",    "category",   "description", "gross",
          "net",    "vat",     "eligible",   "corrects"};
}

Table expenditures_table(const SpendingPlan& plan, const std::vector<Document>& documents,
                         const std::vector<std::string>& columns, const Dialect& dialect) {
  Table table{.columns = plain_columns(columns), .rows = {}};
  for (const Document& document : documents) {
    std::vector<std::string> cells;
    for (const std::string& column : columns) {
      cells.push_back(cell_of(plan, document, column, dialect));
    }
    table.rows.push_back(std::move(cells));
  }
  return table;
}

}  // namespace euproj_examples
