// Values that a claim declares, beside what the logs give (src/calc/README.md#declared).

#include <algorithm>

#include "sql/rules/script.hpp"

namespace euproj::sql {
namespace {

bool declares_values(const Project& project) {
  return std::any_of(project.data.begin(), project.data.end(),
                     [](const DataFile& file) { return file.kind == LogKind::declared; });
}

/// Claims that have ended by the period's last day, where values are declared.
std::vector<const Claim*> claims_with_values(const SqlProject& project) {
  std::vector<const Claim*> claims;
  if (!declares_values(project.dossier->project)) return claims;
  for (const Claim& claim : project.dossier->project.claims) {
    if (claim.period.last <= project.period.last) claims.push_back(&claim);
  }
  return claims;
}

Constants declared_claims(const Script& script) {
  Constants made{"declared_claims",
                 "Claims that have ended, with their last days and the days before their first.",
                 {{"project", Type::key},
                  {"claim", Type::key},
                  {"day_before", Type::date},
                  {"last_day", Type::date}},
                 {}};
  for (const SqlProject& each : script.projects) {
    for (const Claim* const claim : claims_with_values(each)) {
      made.rows.push_back({text(each.dossier->project.id), text(claim->id),
                           date(claim->period.first.plus_days(-1)), date(claim->period.last)});
    }
  }
  return made;
}

const Columns claim_value_columns = {{"project", Type::key},   {"claim", Type::key},
                                     {"indicator", Type::key}, {"of_period", Type::whole},
                                     {"total", Type::wide},    {"women", Type::wide},
                                     {"men", Type::wide}};

Value of_indicator(const char* alias, const char* day) {
  return column(alias, "project") == column("i", "project") &&
         column(alias, "indicator") == column("i", "indicator") &&
         column(alias, "day") == column("c", day);
}

Step claim_values() {
  Select up_to;
  up_to.of("indicators", "i")
      .join("declared_claims", "c", "i", {"project"})
      .join("values_of_days", "e", of_indicator("e", "last_day"))
      .gives({column("i", "project"), column("c", "claim"), column("i", "indicator"), number(0),
              column("e", "total"), column("e", "women"), column("e", "men")});
  const auto in_claim = [](const char* name) {
    return choice(is_known(column("k", "indicator")), zero_if_null(column("s", name)),
                  column("e", name) - column("b", name));
  };
  Select within;
  within.of("indicators", "i")
      .join("declared_claims", "c", "i", {"project"})
      .join("values_of_days", "b", of_indicator("b", "day_before"))
      .join("values_of_days", "e", of_indicator("e", "last_day"))
      .left_join("supported_indicators", "k", "i", {"project", "indicator"})
      .left_join("supported_in_claims", "s",
                 column("s", "project") == column("i", "project") &&
                     column("s", "indicator") == column("i", "indicator") &&
                     column("s", "claim") == column("c", "claim"))
      .gives({column("i", "project"), column("c", "claim"), column("i", "indicator"), number(1),
              in_claim("total"), in_claim("women"), in_claim("men")});
  return {"claim_values",
          "Values of indicators on the last day of each claim, and within its days.",
          claim_value_columns,
          {up_to, within}};
}

Step claim_percentages() {
  Select ratios;
  ratios.of("indicators", "i")
      .join("claim_values", "a",
            column("a", "project") == column("i", "project") &&
                column("a", "indicator") == column("i", "numerator"))
      .join("claim_values", "b",
            column("b", "project") == column("i", "project") &&
                column("b", "indicator") == column("i", "denominator") &&
                column("b", "claim") == column("a", "claim") &&
                column("b", "of_period") == column("a", "of_period"))
      .gives({column("i", "project"), column("a", "claim"), column("i", "indicator"),
              column("a", "of_period"), percent(column("a", "total"), column("b", "total")), null(),
              null()});
  std::vector<Select> parts = {ratios};
  const auto in_all = [](const char* alias) { return column(alias, "group_id") == text(""); };
  for (const int of_period : {0, 1}) {
    const auto counted = [&](const char* name) {
      const Value at_end = zero_if_null(column("e", name));
      return of_period == 1 ? at_end - zero_if_null(column("b", name)) : at_end;
    };
    Select criteria;
    criteria.of("indicators", "i")
        .join("declared_claims", "c", "i", {"project"})
        .left_join("criterion_values", "b", of_indicator("b", "day_before") && in_all("b"))
        .left_join("criterion_values", "e", of_indicator("e", "last_day") && in_all("e"))
        .only(column("i", "count_of") == text("criterion"))
        .gives({column("i", "project"), column("c", "claim"), column("i", "indicator"),
                number(of_period), percent(counted("reached"), counted("closed")), null(), null()});
    parts.push_back(criteria);
  }
  return {"claim_percentages", "Percentages of the same.", claim_value_columns, std::move(parts)};
}

Step compared_values() {
  std::vector<Select> parts;
  for (const char* values : {"claim_values", "claim_percentages"}) {
    Select rows;
    rows.of("declared_values", "d")
        .join("declared_claims", "c", "d", {"project", "claim"})
        .join(values, "v", "d", {"project", "claim", "indicator", "of_period"});
    std::vector<Value> columns = {column("d", "project"),
                                  joined({text("declared."), column("d", "claim"), text("/"),
                                          column("d", "indicator"), text(".")})};
    for (const char* name : {"total", "women", "men"}) {
      columns.push_back(cast(column("d", name) * number(per_unit), Type::wide));
      columns.push_back(column("v", name));
    }
    parts.push_back(rows.gives(std::move(columns)));
  }
  return {"compared_values",
          "What is declared beside what is computed.",
          {{"project", Type::key},
           {"line", Type::key},
           {"declared_total", Type::wide},
           {"total", Type::wide},
           {"declared_women", Type::wide},
           {"women", Type::wide},
           {"declared_men", Type::wide},
           {"men", Type::wide}},
          std::move(parts)};
}

Step compared_figures() {
  std::vector<Select> parts;
  for (const std::string sex : {"total", "women", "men"}) {
    const Value declared = column("c", "declared_" + sex);
    const Value computed = column("c", sex);
    const auto add = [&](const std::string& what, const Value& value) {
      Select one;
      one.of("compared_values", "c")
          .gives({column("c", "project"), joined({column("c", "line"), text(what + "." + sex)}),
                  null(), value});
      parts.push_back(one);
    };
    add("declared", declared);
    add("computed", computed);
    add("difference", declared - computed);
  }
  return figures_apart("Declared values, computed ones, and what they differ by.",
                       std::move(parts));
}

}  // namespace

std::vector<Date> days_of_declarations(const SqlProject& project) {
  std::vector<Date> days;
  for (const Claim* const claim : claims_with_values(project)) {
    days.push_back(claim->period.first.plus_days(-1));
    days.push_back(claim->period.last);
  }
  return days;
}

void add_declared_figures(Script& script) {
  const bool any =
      std::any_of(script.projects.begin(), script.projects.end(),
                  [](const SqlProject& each) { return declares_values(each.dossier->project); });
  if (!any) return;
  script.add(declared_claims(script));
  script.add(claim_values());
  script.add(claim_percentages());
  script.add(compared_values());
  script.add(compared_figures());
}

}  // namespace euproj::sql
