// Invented documents of expenditure that use up every planned amount to the grosz.
#pragma once

#include <string>
#include <vector>

#include "calendar.h"
#include "random_source.h"
#include "table.h"

namespace euproj_examples {

enum class DocumentKind { payroll, contractor, invoice };

// A cost that comes back every `months_between` months, first in month `first_month` (0 is the
// month in which the project starts).
struct CostLine {
  std::string category;
  std::string description;
  DocumentKind kind = DocumentKind::invoice;
  int weight = 1;  // its part of the planned amount, against the other lines
  int months_between = 1;
  int first_month = 0;
  int vat_percent = 0;
};

// A planned amount and the costs that use it up.
struct BudgetPart {
  std::string task;
  Grosze planned = 0;
  std::vector<CostLine> lines;
  bool funded = true;  // false: wholly paid from the own contribution
  std::string partner;
};

struct SpendingPlan {
  Period period;
  std::vector<BudgetPart> parts;
  int corrections = 0;
  int partly_eligible_percent = 0;  // how many invoices hold a cost that is not eligible
  int first_nip = 1;
};

struct Document {
  std::string doc_no;
  std::string book_no;
  std::string issuer_nip;
  Day issued;
  Day paid;
  int claim = 0;
  std::size_t part = 0;
  const CostLine* line = nullptr;
  Grosze eligible = 0;
  Grosze not_eligible = 0;
  std::string corrects;
};

// Periods of three months from the month in which the project starts.
std::vector<Period> claim_periods(Period project);

// The documents by their date of payment. They point into `plan`, which must outlive them.
std::vector<Document> draw_documents(RandomSource& random, const SpendingPlan& plan);

// The columns that every example has.
std::vector<std::string> document_columns();

Table expenditures_table(const SpendingPlan& plan, const std::vector<Document>& documents,
                         const std::vector<std::string>& columns, const Dialect& dialect);

}  // namespace euproj_examples
