// Totals by moment: direct costs, what the flat rate is taken of, and flat-rate costs
// (src/calc/README.md#flat-rate). Of the whole project, and of each partner but the leader.

#include <algorithm>

#include "euproj/model/money_rules.hpp"
#include "sql/rules/script.hpp"

namespace euproj::sql {
namespace {

using Row = std::vector<Value>;

/// Calls `visit(project, version from 1, budget)` for each version of each budget.
template <typename Visit>
void for_each_budget(const Script& script, const Visit& visit) {
  for (const SqlProject& each : script.projects) {
    const std::vector<Budget>& budgets = each.dossier->project.budget.all();
    for (std::size_t i = 0; i < budgets.size(); ++i) {
      visit(*each.dossier, number(static_cast<Int128>(i + 1)), budgets[i]);
    }
  }
}

Constants flat_rates(const Script& script) {
  Constants made{"flat_rates",
                 "Flat rates by version of the budget, as fractions; of staff: of the categories "
                 "of staff alone.",
                 {{"project", Type::key},
                  {"budget", Type::whole},
                  {"numerator", Type::wide},
                  {"denominator", Type::wide},
                  {"rounding", Type::key},
                  {"of_staff", Type::whole},
                  {"without_in_kind", Type::whole}},
                 {}};
  for_each_budget(script, [&](const Dossier& dossier, const Value& version, const Budget& budget) {
    if (!budget.indirect) return;
    const Rate rate = flat_rate(budget);
    made.rows.push_back({text(dossier.project.id), version, number(rate.numerator()),
                         number(rate.denominator()), text(rounding_word(budget.indirect->rounding)),
                         number(budget.indirect->of == FlatRate::Base::staff ? 1 : 0),
                         number(budget.indirect->excludes_in_kind ? 1 : 0)});
  });
  return made;
}

Constants base_categories(const Script& script) {
  Constants made{"base_categories",
                 "Categories of staff, and those that stay outside the base of the flat rate.",
                 {{"project", Type::key},
                  {"budget", Type::whole},
                  {"category", Type::key},
                  {"is_staff", Type::whole},
                  {"is_excluded", Type::whole}},
                 {}};
  for_each_budget(script, [&](const Dossier& dossier, const Value& version, const Budget& budget) {
    if (!budget.indirect) return;
    for (Code code = 1; code <= budget.categories.size(); ++code) {
      const std::vector<Code>& excluded = budget.indirect->exclude;
      const bool is_excluded = std::find(excluded.begin(), excluded.end(), code) != excluded.end();
      const bool is_staff = budget.categories[code - 1].is_staff;
      if (!is_staff && !is_excluded) continue;
      made.rows.push_back({text(dossier.project.id), version,
                           text(dossier.codes.categories.text(code)), number(is_staff ? 1 : 0),
                           number(is_excluded ? 1 : 0)});
    }
  });
  return made;
}

Constants sources_in_kind(const Script& script) {
  Constants made{"sources_in_kind",
                 "Sources that give work, rooms or equipment instead of money.",
                 {{"project", Type::key}, {"source", Type::key}, {"is_in_kind", Type::whole}},
                 {}};
  for (const SqlProject& each : script.projects) {
    for (const FundingSource& source : each.dossier->project.financing.latest().sources) {
      if (!source.in_kind) continue;
      made.rows.push_back({text(each.dossier->project.id), text(source.id), number(1)});
    }
  }
  return made;
}

Constants parties(const Script& script) {
  Constants made{"parties",
                 "Partners whose own costs have their own flat rate and shares. The leader has "
                 "what is left, so that "
                 "all of them add up to the project.",
                 {{"project", Type::key},
                  {"budget", Type::whole},
                  {"partner", Type::key},
                  {"leads", Type::whole},
                  {"planned", Type::wide}},
                 {}};
  for_each_budget(script, [&](const Dossier& dossier, const Value& version, const Budget& budget) {
    for (const Partner& partner : budget.partners) {
      made.rows.push_back({text(dossier.project.id), version, text(partner.id),
                           number(partner.leads ? 1 : 0),
                           partner.planned ? number(partner.planned->minor_units()) : null()});
    }
  });
  return made;
}

const Columns line_columns = {
    {"project", Type::key},   {"moment", Type::key},          {"budget", Type::whole},
    {"task", Type::key},      {"category", Type::key},        {"source", Type::key},
    {"partner", Type::key},   {"is_documented", Type::whole}, {"may_be_base", Type::whole},
    {"eligible", Type::wide}, {"grant_amount", Type::wide}};

Step documents_at() {
  const Value by_day =
      one_of(column("m", "axis"), {"day", "month"}) && column("c", "paid") <= column("m", "day");
  const Value by_claim = column("m", "axis") == text("claims") &&
                         column("c", "claim_no") <= column("m", "claims") &&
                         column("c", "paid") <= column("m", "known");
  Select documents;
  documents.of("moments", "m")
      .join("costs", "c", "m", {"project"})
      .only(by_day || by_claim)
      .gives({column("m", "project"), column("m", "moment"), column("m", "budget"),
              column("c", "task"), column("c", "category"), column("c", "source"),
              column("c", "partner"), number(1), number(1), sum(column("c", "eligible")),
              sum_or_zero(column("c", "grant_amount"))});
  return {"lines",
          "Costs by moment. A day has what was paid up to it, whatever claim it names; the first n "
          "claims have what is "
          "in them of what was paid by the last day.",
          line_columns,
          {documents}};
}

Step forms_at() {
  Select forms;
  forms.of("moments", "m")
      .join("simplified_lines", "f", "m", {"project", "moment"})
      .gives({column("m", "project"), column("m", "moment"), column("m", "budget"),
              column("f", "task"), column("f", "category"), text(""), text(""), number(0),
              column("f", "is_in_base"), column("f", "amount"), number(0)});
  return {"lines",
          "Lump sums and unit costs are costs that no document shows.",
          line_columns,
          {forms},
          true};
}

Step based_lines() {
  const Value is_excluded = first_known(column("b", "is_excluded"), number(0)) == number(1);
  const Value is_staff = first_known(column("b", "is_staff"), number(0)) == number(1);
  const Value is_in_kind = is_known(column("k", "source"));
  const Value is_base = is_known(column("r", "numerator")) && !is_excluded &&
                        (column("r", "of_staff") == number(0) || is_staff) &&
                        (column("r", "without_in_kind") == number(0) || !is_in_kind) &&
                        column("l", "may_be_base") == number(1);
  Select lines;
  lines.of("lines", "l")
      .left_join("flat_rates", "r", "l", {"project", "budget"})
      .left_join("base_categories", "b", "l", {"project", "budget", "category"})
      .left_join("sources_in_kind", "k", "l", {"project", "source"})
      .gives({column("l", "project"), column("l", "moment"), column("l", "budget"),
              column("l", "partner"), column("l", "eligible"),
              column("l", "is_documented") * column("l", "eligible"), column("l", "grant_amount"),
              choice(is_base, column("l", "eligible"), number(0))});
  return {"based_lines",
          "What of each line is documented, and what of it the flat rate is taken of: all direct "
          "costs, or those of "
          "staff, less categories that are left out, and less what was given in kind where that is "
          "left out.",
          {{"project", Type::key},
           {"moment", Type::key},
           {"budget", Type::whole},
           {"partner", Type::key},
           {"eligible", Type::wide},
           {"documented", Type::wide},
           {"grant_amount", Type::wide},
           {"base", Type::wide}},
          {lines}};
}

const Columns total_columns = {
    {"project", Type::key},     {"moment", Type::key},      {"party", Type::key},
    {"budget", Type::whole},    {"financing", Type::whole}, {"direct", Type::wide},
    {"documented", Type::wide}, {"grants", Type::wide},     {"base", Type::wide}};

Step totals() {
  const auto sums = [](Value party) -> Row {
    return {column("m", "project"),
            column("m", "moment"),
            std::move(party),
            column("m", "budget"),
            column("m", "financing"),
            sum_or_zero(column("l", "eligible")),
            sum_or_zero(column("l", "documented")),
            sum_or_zero(column("l", "grant_amount")),
            sum_or_zero(column("l", "base"))};
  };
  Select project;
  project.of("moments", "m")
      .left_join("based_lines", "l", "m", {"project", "moment"})
      .gives(sums(text("")));
  Select partners;
  partners.of("moments", "m")
      .join("parties", "p", "m", {"project", "budget"})
      .left_join("based_lines", "l",
                 column("l", "project") == column("m", "project") &&
                     column("l", "moment") == column("m", "moment") &&
                     column("l", "partner") == column("p", "partner"))
      .only(column("p", "leads") == number(0))
      .gives(sums(column("p", "partner")));
  return {"totals",
          "Cumulative sums by moment: of the project (party is blank), and of each partner but the "
          "leader.",
          total_columns,
          {project, partners}};
}

Step flat_rate_quotients() {
  const Value exact = column("t", "base") * column("r", "numerator");
  const Value below = nonzero(column("r", "denominator"));
  Select rows;
  rows.of("totals", "t")
      .left_join("flat_rates", "r", "t", {"project", "budget"})
      .gives({column("t", "project"), column("t", "moment"), column("t", "party"),
              column("r", "rounding"), column("r", "denominator"), whole_quotient(exact, below),
              remainder(exact, below)});
  return {
      "flat_rate_quotients",
      "Flat rate times its cumulative base, as a whole number and what is left of the division.",
      {{"project", Type::key},
       {"moment", Type::key},
       {"party", Type::key},
       {"rounding", Type::text},
       {"denominator", Type::wide},
       {"quotient", Type::wide},
       {"rest", Type::wide}},
      {rows}};
}

Step amounts() {
  const Value indirect =
      first_known(cast(rounded(column("q", "quotient"), column("q", "rest"),
                               column("q", "denominator"), column("q", "rounding")),
                       Type::wide),
                  cast(number(0), Type::wide));
  Select rows;
  rows.of("totals", "t")
      .join("flat_rate_quotients", "q", "t", {"project", "moment", "party"})
      .gives({column("t", "project"), column("t", "moment"), column("t", "party"),
              column("t", "financing"), column("t", "direct"), column("t", "documented"),
              column("t", "grants"), column("t", "base"), indirect});
  return {"amounts",
          "Flat-rate costs, rounded once on the cumulative amount.",
          {{"project", Type::key},
           {"moment", Type::key},
           {"party", Type::key},
           {"financing", Type::whole},
           {"direct", Type::wide},
           {"documented", Type::wide},
           {"grants", Type::wide},
           {"base", Type::wide},
           {"indirect", Type::wide}},
          {rows}};
}

}  // namespace

void add_totals(Script& script) {
  script.add(flat_rates(script));
  script.add(base_categories(script));
  script.add(sources_in_kind(script));
  script.add(parties(script));
  script.add(documents_at());
  script.add(forms_at());
  script.add(based_lines());
  script.add(totals());
  script.add(flat_rate_quotients());
  script.add(amounts());
}

}  // namespace euproj::sql
