// Documents: in which claim each is, and what decisions take out of them
// (src/calc/README.md#claims).

#include "euproj/base/unicode.hpp"
#include "sql/rules/script.hpp"

namespace euproj::sql {
namespace {

const Columns document_columns = {
    {"project", Type::key},    {"row_no", Type::whole},     {"document_key", Type::key},
    {"claim_no", Type::whole}, {"paid", Type::date},        {"task", Type::key},
    {"category", Type::key},   {"source", Type::key},       {"partner", Type::key},
    {"eligible", Type::wide},  {"grant_amount", Type::wide}};

/// In grosze; a blank is no task, category, source or partner.
Value grosze(std::string_view alias, std::string_view name) {
  return cast(column(alias, name) * number(100), Type::wide);
}
Value not_blank(std::string_view alias, std::string_view name) {
  return first_known(column(alias, name), text(""));
}

Step claims_of_documents() {
  Select named;
  named.of("documents", "d")
      .join("claims", "c", "d", {"project", "claim"})
      .gives({column("d", "project"), column("d", "row_no"), column("c", "claim_no")});
  Select by_day;
  by_day.of("documents", "d")
      .join("claims", "c", "d", {"project"})
      .only(is_null(column("d", "claim")) && column("d", "paid") >= column("c", "first_day") &&
            column("d", "paid") <= column("c", "last_day"))
      .gives({column("d", "project"), column("d", "row_no"), least(column("c", "claim_no"))});
  return {"document_claims",
          "The claim of a document: the one that it names, else the one in whose days it was paid.",
          {{"project", Type::key}, {"row_no", Type::whole}, {"claim_no", Type::whole}},
          {named, by_day}};
}

Step documents_with_claims() {
  Select all;
  all.of("documents", "d")
      .left_join("document_claims", "k", "d", {"project", "row_no"})
      .gives({column("d", "project"), column("d", "row_no"), column("d", "document_key"),
              column("k", "claim_no"), column("d", "paid"), not_blank("d", "task"),
              not_blank("d", "category"), not_blank("d", "source"), not_blank("d", "partner"),
              grosze("d", "eligible"), grosze("d", "grant_amount")});
  return {"costs", "Documents with their claims, in grosze.", document_columns, {all}};
}

Constants cuts(const Script& script) {
  Constants made{"cuts",
                 "What decisions on claims find ineligible, by the number of the document without "
                 "case, blanks and "
                 "dashes (as the export writes document_key).",
                 {{"project", Type::key},
                  {"cut_no", Type::whole},
                  {"claim_no", Type::whole},
                  {"document_key", Type::key},
                  {"decided", Type::date},
                  {"amount", Type::wide}},
                 {}};
  for (const SqlProject& each : script.projects) {
    const std::vector<Claim>& claims = each.dossier->project.claims;
    Int128 cut_no = 0;
    for (std::size_t i = 0; i < claims.size(); ++i) {
      if (!claims[i].decided) continue;
      for (const IneligibleAmount& cut : claims[i].decided->ineligible) {
        made.rows.push_back({text(each.dossier->project.id), number(++cut_no),
                             number(static_cast<Int128>(i + 1)),
                             text(strict_likeness_of(cut.document)), date(claims[i].decided->date),
                             number(cut.amount.minor_units())});
      }
    }
  }
  return made;
}

/// Rows of the cut documents of the decided claim, each with what the rows before it bear.
Step cut_rows() {
  const Value bears = larger(column("d", "eligible"), number(0));
  const Values keys = {column("c", "project"), column("c", "cut_no")};
  const Values order = {column("d", "row_no")};
  Select rows;
  rows.of("cuts", "c")
      .join("costs", "d", "c", {"project", "document_key", "claim_no"})
      .gives({column("c", "project"), column("c", "cut_no"), column("d", "row_no"),
              column("c", "decided"), column("c", "amount"), bears, sum_before(bears, keys, order),
              row_number_from_last(keys, order)});
  return {
      "cut_rows",
      "The rows of a document in its claim bear a cut in the order of the log, each down to zero.",
      {{"project", Type::key},
       {"cut_no", Type::whole},
       {"row_no", Type::whole},
       {"decided", Type::date},
       {"amount", Type::wide},
       {"bears", Type::wide},
       {"borne_before", Type::wide},
       {"from_last", Type::whole}},
      {rows}};
}

Step cut_amounts() {
  const Value left = larger(column("r", "amount") - column("r", "borne_before"), number(0));
  Select rows;
  rows.of("cut_rows", "r")
      .gives({column("r", "project"), column("r", "row_no"), column("r", "decided"),
              column("r", "bears"),
              choice(column("r", "from_last") == number(1), left,
                     smaller(left, column("r", "bears")))});
  return {"cut_amounts",
          "The last row bears what is left of the cut.",
          {{"project", Type::key},
           {"row_no", Type::whole},
           {"decided", Type::date},
           {"bears", Type::wide},
           {"taken", Type::wide}},
          {rows}};
}

/// As documents that correct: on the day of the decision, with the same part of the grant.
Step costs_of_decisions() {
  const Value part = divided(column("d", "grant_amount") * column("a", "taken"),
                             nonzero(column("a", "bears")), Rounding::half_up);
  Select rows;
  rows.of("cut_amounts", "a")
      .join("costs", "d", "a", {"project", "row_no"})
      .only(column("a", "taken") != number(0))
      .gives({column("d", "project"), number(0) - column("d", "row_no"),
              column("d", "document_key"), column("d", "claim_no"), column("a", "decided"),
              column("d", "task"), column("d", "category"), column("d", "source"),
              column("d", "partner"), number(0) - column("a", "taken"),
              choice(column("a", "bears") == number(0), column("d", "grant_amount"),
                     number(0) - part)});
  return {"decided_costs",
          "A decision lowers its claim as a correction of the document would, from its day on, and "
          "the grant in the "
          "same part, half up.",
          document_columns,
          {rows}};
}

Step add_decided() {
  Select rows;
  std::vector<Value> values;
  for (const ColumnOf& each : document_columns) values.push_back(column("c", each.name));
  rows.of("decided_costs", "c").gives(std::move(values));
  return {"costs", "", document_columns, {rows}, true};
}

}  // namespace

void add_costs(Script& script) {
  script.add(claims_of_documents());
  script.add(documents_with_claims());
  script.add(cuts(script));
  script.add(cut_rows());
  script.add(cut_amounts());
  script.add(costs_of_decisions());
  script.add(add_decided());
}

}  // namespace euproj::sql
