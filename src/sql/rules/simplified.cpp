// What lump sums and unit costs come to together, and their figures.

#include "sql/rules/script.hpp"

namespace euproj::sql {
namespace {

const Columns form_line_columns = {{"project", Type::key}, {"moment", Type::key},
                                   {"task", Type::key},    {"category", Type::key},
                                   {"amount", Type::wide}, {"is_in_base", Type::whole}};

Step simplified_lines() {
  Select units;
  units.of("unit_amounts", "u")
      .only(column("u", "moment") != text(moment_agreed) &&
            column("u", "moment") != text(moment_of_claims(0)))
      .gives({column("u", "project"), column("u", "moment"), column("u", "task"),
              column("u", "category"), column("u", "amount"), column("u", "is_in_base")});
  Select lumps;
  lumps.of("lump_amounts", "l")
      .gives({column("l", "project"), column("l", "moment"), column("l", "task"), text(""),
              column("l", "amount"), column("l", "is_in_base")});
  return {"simplified_lines",
          "What simplified forms come to at each moment.",
          form_line_columns,
          {units, lumps}};
}

Value form_figure(const char* list, const char* alias, const char* id, const char* last) {
  return joined({text(list), column(alias, id), text(last)});
}

}  // namespace

void add_simplified(Script& script) {
  add_unit_costs(script);
  add_lump_sums(script);
  script.add(simplified_lines());
}

void add_simplified_figures(Script& script) {
  const auto at = [](const char* table, const char* list, const char* id, const char* last,
                     const Value& amount) {
    Select one;
    one.of(table, "a")
        .gives({column("a", "project"), column("a", "moment"), form_figure(list, "a", id, last),
                amount});
    return one;
  };
  const Value grosze = number(per_grosz) * column("a", "amount");
  script.add(
      figures_at("Lump sums and unit costs.",
                 {at("lump_amounts", "expenditure.lump_sums.", "lump_sum", ".eligible", grosze),
                  at("unit_amounts", "expenditure.unit_costs.", "unit_cost", ".eligible", grosze),
                  at("unit_amounts", "expenditure.unit_costs.", "unit_cost", ".units",
                     column("a", "units"))}));
  const auto apart = [](const char* last, const Value& amount) {
    Select one;
    one.of("unit_amounts", "a")
        .only(column("a", "moment") == text(moment_end))
        .gives({column("a", "project"),
                form_figure("expenditure.unit_costs.", "a", "unit_cost", last), null(), amount});
    return one;
  };
  Select required;
  required.of("requirement_states", "r")
      .join("indicators", "i", "r", {"project", "indicator"})
      .only(column("r", "moment") == text(moment_end) && column("i", "count_of") != text("ratio") &&
            column("i", "count_of") != text("criterion"))
      .gives({column("r", "project"),
              joined({text("expenditure.lump_sums."), column("r", "lump_sum"), text(".requires."),
                      column("r", "indicator"), text(".value")}),
              null(), column("r", "amount")});
  script.add(figures_apart(
      "Units above a maximum, and what requirements have reached.",
      {apart(".unpaid.units", column("a", "unpaid_units")),
       apart(".unpaid.amount", number(per_grosz) * column("a", "unpaid")), required}));
}

}  // namespace euproj::sql
