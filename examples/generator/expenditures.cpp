// Draws the documents month by month; the invoices of the second half
// of the project settle what is left of each planned amount.
#include "expenditures.h"

#include <algorithm>
#include <cstddef>
#include <map>
#include <stdexcept>
#include <tuple>
#include <utility>

#include "identity.h"

namespace euproj_examples {

namespace {

int months_in(Period period) {
  const CivilDate from = civil_of(period.start);
  const CivilDate until = civil_of(period.end);
  return (until.year - from.year) * 12 + until.month - from.month + 1;
}

int claim_of(const std::vector<Period>& claims, Day paid) {
  for (std::size_t index = 0; index < claims.size(); ++index) {
    if (paid <= claims[index].end) return static_cast<int>(index) + 1;
  }
  throw std::runtime_error("a document is paid after the last claim");
}

int occurrences(const CostLine& line, int months) {
  return line.first_month >= months ? 0 : (months - 1 - line.first_month) / line.months_between + 1;
}

// Wages are round and steady; invoices differ from month to month.
Grosze draw_amount(RandomSource& random, const CostLine& line, Grosze usual) {
  if (line.kind != DocumentKind::invoice) return usual / 1000 * 1000;
  const Grosze varied = usual * random.between(900, 1100) / 1000;
  return varied - random.between(0, 99);
}

void draw_dates(RandomSource& random, const CostLine& line, Period project, Day month,
                Document& document) {
  if (line.kind == DocumentKind::invoice) {
    document.issued = working_day_from(month + random.between(2, 14));
    document.paid = working_day_from(document.issued + random.between(5, 12));
  } else {
    document.issued = working_day_until(month + 25);
    document.paid = working_day_until(month + 27);
  }
  document.issued = later_of(document.issued, project.start);
  const Day last_day = working_day_until(project.end);
  document.issued = earlier_of(document.issued, last_day);
  document.paid = earlier_of(later_of(document.paid, document.issued), last_day);
}

void draw_part(RandomSource& random, const SpendingPlan& plan, std::size_t part,
               std::vector<Document>& documents) {
  const BudgetPart& budget = plan.parts[part];
  const int months = months_in(plan.period);
  Grosze all_weights = 0;
  for (const CostLine& line : budget.lines) all_weights += line.weight;
  for (std::size_t index = 0; index < budget.lines.size(); ++index) {
    const CostLine& line = budget.lines[index];
    const Grosze usual = budget.planned * line.weight / (all_weights * occurrences(line, months));
    const int nip = line.kind == DocumentKind::invoice
                        ? plan.first_nip + 1 + static_cast<int>(part * 10 + index)
                        : plan.first_nip;
    for (int month = line.first_month; month < months; month += line.months_between) {
      Document document;
      document.part = part;
      document.line = &line;
      document.issuer_nip = make_nip(nip);
      document.eligible = draw_amount(random, line, usual);
      draw_dates(random, line, plan.period, add_months(first_of_month(plan.period.start), month),
                 document);
      const bool partly =
          line.kind == DocumentKind::invoice && random.chance(plan.partly_eligible_percent);
      if (partly) document.not_eligible = random.between(900, 9900);
      documents.push_back(document);
    }
  }
}

// A correction takes back a part of an earlier invoice, some weeks after it was paid.
void draw_corrections(RandomSource& random, const SpendingPlan& plan,
                      std::vector<Document>& documents, std::vector<std::size_t>& corrected) {
  const Day latest = plan.period.end - 200;
  std::vector<std::size_t> candidates;
  for (std::size_t index = 0; index < documents.size(); ++index) {
    const Document& document = documents[index];
    if (document.line->kind == DocumentKind::invoice && document.paid < latest &&
        document.eligible > 20000 && document.not_eligible == 0) {
      candidates.push_back(index);
    }
  }
  random.shuffle(candidates);
  candidates.resize(std::min(candidates.size(), static_cast<std::size_t>(plan.corrections)));
  for (const std::size_t original : candidates) {
    Document correction = documents[original];
    correction.eligible = -(correction.eligible * random.between(5, 20) / 100);
    correction.issued = working_day_from(correction.paid + random.between(30, 90));
    correction.paid = working_day_from(correction.issued + random.between(3, 10));
    correction.corrects = "?";
    documents.push_back(correction);
    corrected.push_back(original);
  }
}

// What is missing to the planned amount, or too much, goes to the invoices of the second half of
// the project; to the last document where a part has no invoices.
void settle_planned_amounts(const SpendingPlan& plan, std::vector<Document>& documents) {
  const Day middle = plan.period.start + (plan.period.end - plan.period.start) / 2;
  for (std::size_t part = 0; part < plan.parts.size(); ++part) {
    Grosze left = plan.parts[part].planned;
    std::vector<Document*> takers;
    Document* last = nullptr;
    for (Document& document : documents) {
      if (document.part != part) continue;
      left -= document.eligible;
      last = &document;
      const bool takes = document.line->kind == DocumentKind::invoice && document.paid > middle;
      if (takes && document.corrects.empty()) takers.push_back(&document);
    }
    if (takers.empty()) takers.push_back(last);
    for (std::size_t index = 0; index < takers.size(); ++index) {
      const Grosze share = left / static_cast<Grosze>(takers.size() - index);
      takers[index]->eligible += share;
      left -= share;
      if (takers[index]->eligible <= 0) throw std::runtime_error("a document without an amount");
    }
  }
}

std::string draw_number(const Document& document, std::map<std::string, int>& counters) {
  const CivilDate date = civil_of(document.issued);
  const bool correction = !document.corrects.empty();
  const std::string series = correction                                        ? "KOR"
                             : document.line->kind == DocumentKind::payroll    ? "LP"
                             : document.line->kind == DocumentKind::contractor ? "RUZ"
                                                                               : "FV";
  const std::string key = series + "/" + std::to_string(date.year);
  return key + "/" + padded(++counters[key], 4);
}

}  // namespace

std::vector<Period> claim_periods(Period project) {
  std::vector<Period> claims;
  for (Day start = project.start; start <= project.end;) {
    const Day next = add_months(first_of_month(start), 3);
    claims.push_back({.start = start, .end = earlier_of(next - 1, project.end)});
    start = next;
  }
  return claims;
}

std::vector<Document> draw_documents(RandomSource& random, const SpendingPlan& plan) {
  std::vector<Document> documents;
  for (std::size_t part = 0; part < plan.parts.size(); ++part) {
    draw_part(random, plan, part, documents);
  }
  std::vector<std::size_t> corrected;
  const std::size_t originals = documents.size();
  draw_corrections(random, plan, documents, corrected);

  std::vector<std::size_t> order(documents.size());
  for (std::size_t index = 0; index < order.size(); ++index) order[index] = index;
  std::stable_sort(order.begin(), order.end(), [&](std::size_t left, std::size_t right) {
    return std::tie(documents[left].paid, documents[left].issued) <
           std::tie(documents[right].paid, documents[right].issued);
  });

  const std::vector<Period> claims = claim_periods(plan.period);
  std::map<std::string, int> counters;
  int book_no = 0;
  for (const std::size_t index : order) {
    Document& document = documents[index];
    document.doc_no = draw_number(document, counters);
    document.book_no = "DK/" + padded(++book_no, 5);
    document.claim = claim_of(claims, document.paid);
    if (index >= originals) document.corrects = documents[corrected[index - originals]].doc_no;
  }
  std::vector<Document> sorted;
  for (const std::size_t index : order) sorted.push_back(documents[index]);
  settle_planned_amounts(plan, sorted);
  return sorted;
}

}  // namespace euproj_examples
