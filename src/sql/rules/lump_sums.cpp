// Lump sums (src/calc/README.md#lump-sums): what they require, what was reached and declared, and
// what they come to at each moment.

#include "sql/rules/script.hpp"

namespace euproj::sql {
namespace {

/// What the definition says of lump sums.
struct LumpTables {
  Constants lump_sums{"lump_sums",
                      "Lump sums by version of the budget, in grosze.",
                      {{"project", Type::key},
                       {"budget", Type::whole},
                       {"lump_sum", Type::key},
                       {"task", Type::key},
                       {"amount", Type::wide},
                       {"is_in_base", Type::whole}},
                      {}};
  Constants requirements{"requirements",
                         "What a lump sum requires of indicators, in ten-thousandths.",
                         {{"project", Type::key},
                          {"budget", Type::whole},
                          {"lump_sum", Type::key},
                          {"indicator", Type::key},
                          {"is_last", Type::whole},
                          {"at_least", Type::wide}},
                         {}};
  Constants steps{"lump_steps",
                  "What is paid where the last requirement is reached in part.",
                  {{"project", Type::key},
                   {"budget", Type::whole},
                   {"lump_sum", Type::key},
                   {"at_least", Type::wide},
                   {"amount", Type::wide}},
                  {}};
};

void add_rows(const Dossier& dossier, const LumpSum& sum, const Value& version,
              LumpTables& tables) {
  const Value id = text(dossier.project.id);
  tables.lump_sums.rows.push_back(
      {id, version, text(sum.id), text(dossier.codes.tasks.text(sum.task)),
       number(sum.amount.minor_units()), number(sum.in_flat_rate_base ? 1 : 0)});
  for (std::size_t i = 0; i < sum.requirements.size(); ++i) {
    const Requirement& required = sum.requirements[i];
    tables.requirements.rows.push_back({id, version, text(sum.id),
                                        text(dossier.project.indicators.at(required.indicator).id),
                                        number(i + 1 == sum.requirements.size() ? 1 : 0),
                                        number(required.at_least.scaled_units())});
  }
  for (const LumpStep& step : sum.partial) {
    tables.steps.rows.push_back({id, version, text(sum.id), number(step.at_least.scaled_units()),
                                 number(step.amount.minor_units())});
  }
}

Step exact_values() {
  Select values;
  values.of("values_of_days", "v")
      .gives({column("v", "project"), column("v", "indicator"), column("v", "day"),
              column("v", "total")});
  const auto day_of = [](const char* alias, const char* indicator) {
    return column(alias, "project") == column("i", "project") &&
           column(alias, "indicator") == column("i", indicator);
  };
  const auto exact = [](const Value& part, const Value& whole) {
    return whole_quotient(number(100 * per_unit) * part, nonzero(whole));
  };
  Select ratios;
  ratios.of("indicators", "i")
      .join("values_of_days", "a", day_of("a", "numerator"))
      .join("values_of_days", "b",
            column("b", "project") == column("i", "project") &&
                column("b", "indicator") == column("i", "denominator") &&
                column("b", "day") == column("a", "day"))
      .gives({column("i", "project"), column("i", "indicator"), column("a", "day"),
              exact(column("a", "total"), column("b", "total"))});
  Select criteria;
  criteria.of("criterion_values", "c")
      .only(column("c", "group_id") == text(""))
      .gives({column("c", "project"), column("c", "indicator"), column("c", "day"),
              exact(column("c", "reached"), column("c", "closed"))});
  return {"exact_values",
          "Values to compare with what is required; percentages as they are, and not as they are "
          "shown.",
          {{"project", Type::key},
           {"indicator", Type::key},
           {"day", Type::date},
           {"amount", Type::wide}},
          {values, ratios, criteria}};
}

Step declarations() {
  Select by_claim;
  by_claim.of("settlements", "s")
      .join("claims", "c", "s", {"project", "claim"})
      .gives({column("s", "project"), column("s", "lump_sum"), column("c", "last_day")});
  Select by_day;
  by_day.of("settlements", "s")
      .only(is_null(column("s", "claim")))
      .gives({column("s", "project"), column("s", "lump_sum"), column("s", "day")});
  return {"declarations",
          "A lump sum is declared on a day, or on the last day of a claim.",
          {{"project", Type::key}, {"lump_sum", Type::key}, {"day", Type::date}},
          {by_claim, by_day}};
}

Step declared_days() {
  Select first;
  first.of("declarations", "d")
      .gives({column("d", "project"), column("d", "lump_sum"), least(column("d", "day"))});
  return {"declared_days",
          "Of several declarations the earliest counts.",
          {{"project", Type::key}, {"lump_sum", Type::key}, {"day", Type::date}},
          {first}};
}

Step requirement_states() {
  Select rows;
  rows.of("requirements", "r")
      .join("moments", "m", "r", {"project", "budget"})
      .left_join("exact_values", "v",
                 column("v", "project") == column("r", "project") &&
                     column("v", "indicator") == column("r", "indicator") &&
                     column("v", "day") == column("m", "day"))
      .gives({column("r", "project"), column("m", "moment"), column("r", "lump_sum"),
              column("r", "indicator"), column("r", "is_last"), column("v", "amount"),
              choice(is_known(column("v", "amount")) &&
                         column("v", "amount") >= column("r", "at_least"),
                     number(1), number(0))});
  return {"requirement_states",
          "Whether each requirement holds.",
          {{"project", Type::key},
           {"moment", Type::key},
           {"lump_sum", Type::key},
           {"indicator", Type::key},
           {"is_last", Type::whole},
           {"amount", Type::wide},
           {"holds", Type::whole}},
          {rows}};
}

Step lump_states() {
  const auto missing = [](int is_last) {
    return sum(
        choice(column("r", "holds") == number(0) && column("r", "is_last") == number(is_last),
               number(1), number(0)));
  };
  Select rows;
  rows.of("requirement_states", "r")
      .gives(
          {column("r", "project"), column("r", "moment"), column("r", "lump_sum"), missing(0),
           missing(1),
           greatest(choice(column("r", "is_last") == number(1), column("r", "amount"), null()))});
  return {"lump_states",
          "How many requirements are missing: others, and the last one, with its value.",
          {{"project", Type::key},
           {"moment", Type::key},
           {"lump_sum", Type::key},
           {"missing", Type::wide},
           {"last_missing", Type::wide},
           {"last_value", Type::wide}},
          {rows}};
}

Step reached_steps() {
  Select rows;
  rows.of("lump_states", "s")
      .join("moments", "m", "s", {"project", "moment"})
      .join("lump_steps", "t",
            column("t", "project") == column("s", "project") &&
                column("t", "lump_sum") == column("s", "lump_sum") &&
                column("t", "budget") == column("m", "budget"))
      .only(column("t", "at_least") <= column("s", "last_value"))
      .gives({column("s", "project"), column("s", "moment"), column("s", "lump_sum"),
              column("t", "amount"),
              row_number_from_last(
                  {column("s", "project"), column("s", "moment"), column("s", "lump_sum")},
                  {column("t", "at_least")})});
  return {"reached_steps",
          "The steps that the last requirement has reached, the highest first.",
          {{"project", Type::key},
           {"moment", Type::key},
           {"lump_sum", Type::key},
           {"amount", Type::wide},
           {"from_last", Type::whole}},
          {rows}};
}

Step highest_steps() {
  Select rows;
  rows.of("reached_steps", "r")
      .only(column("r", "from_last") == number(1))
      .gives({column("r", "project"), column("r", "moment"), column("r", "lump_sum"),
              column("r", "amount")});
  return {"highest_steps",
          "The highest step that is reached.",
          {{"project", Type::key},
           {"moment", Type::key},
           {"lump_sum", Type::key},
           {"amount", Type::wide}},
          {rows}};
}

Step lump_amounts() {
  const Value is_declared =
      is_known(column("d", "day")) && column("d", "day") <= column("m", "day");
  const Value others_missing = zero_if_null(column("s", "missing")) > number(0);
  const Value last_missing = zero_if_null(column("s", "last_missing")) > number(0);
  const Value amount =
      choice(!is_declared || others_missing, number(0),
             choice(last_missing, zero_if_null(column("t", "amount")), column("l", "amount")));
  Select rows;
  rows.of("lump_sums", "l")
      .join("moments", "m", "l", {"project", "budget"})
      .left_join("declared_days", "d", "l", {"project", "lump_sum"})
      .left_join("lump_states", "s",
                 column("s", "project") == column("l", "project") &&
                     column("s", "moment") == column("m", "moment") &&
                     column("s", "lump_sum") == column("l", "lump_sum"))
      .left_join("highest_steps", "t",
                 column("t", "project") == column("l", "project") &&
                     column("t", "moment") == column("m", "moment") &&
                     column("t", "lump_sum") == column("l", "lump_sum"))
      .only(column("m", "moment") != text(moment_agreed) &&
            column("m", "moment") != text(moment_of_claims(0)))
      .gives({column("l", "project"), column("m", "moment"), column("l", "lump_sum"),
              column("l", "task"), column("l", "is_in_base"), amount});
  return {"lump_amounts",
          "A lump sum is nothing until it is declared and all that it requires holds on the day; "
          "then it is the whole "
          "amount, or the step of its last requirement. A requirement that is lost takes it back.",
          {{"project", Type::key},
           {"moment", Type::key},
           {"lump_sum", Type::key},
           {"task", Type::key},
           {"is_in_base", Type::whole},
           {"amount", Type::wide}},
          {rows}};
}

}  // namespace

void add_lump_sums(Script& script) {
  LumpTables tables;
  for (const SqlProject& project : script.projects) {
    const std::vector<Budget>& budgets = project.dossier->project.budget.all();
    for (std::size_t i = 0; i < budgets.size(); ++i) {
      for (const LumpSum& sum : budgets[i].lump_sums) {
        if (sum.exists())
          add_rows(*project.dossier, sum, number(static_cast<Int128>(i + 1)), tables);
      }
    }
  }
  for (Constants* each : {&tables.lump_sums, &tables.requirements, &tables.steps}) {
    script.add(std::move(*each));
  }
  script.add(exact_values());
  script.add(declarations());
  script.add(declared_days());
  script.add(requirement_states());
  script.add(lump_states());
  script.add(reached_steps());
  script.add(highest_steps());
  script.add(lump_amounts());
}

}  // namespace euproj::sql
