#include "sql/rules/partner_counts.hpp"

#include "euproj/model/indicator.hpp"

namespace euproj::sql {
namespace {

const Columns partner_columns = {{"project", Type::key}, {"indicator", Type::key},
                                 {"partner", Type::key}, {"day", Type::date},
                                 {"total", Type::wide},  {"women", Type::wide},
                                 {"men", Type::wide},    {"shared", Type::wide}};
const Columns supported_columns = {{"project", Type::key}, {"indicator", Type::key},
                                   {"partner", Type::key}, {"total", Type::wide},
                                   {"women", Type::wide},  {"men", Type::wide}};
const Columns partner_criterion_columns = {{"project", Type::key}, {"indicator", Type::key},
                                           {"partner", Type::key}, {"day", Type::date},
                                           {"closed", Type::wide}, {"reached", Type::wide}};

std::vector<const SqlProject*> projects_with_partners(const Script& script) {
  std::vector<const SqlProject*> all;
  for (const SqlProject& each : script.projects) {
    if (has_partner_figures(each)) all.push_back(&each);
  }
  return all;
}

/// The rows of a log that name a partner, with the day from which on they do.
Select named_by(const char* log, const Value& since) {
  Select rows;
  rows.of(log, "l")
      .only(is_known(column("l", "partner")))
      .gives({column("l", "project"), first_known(column("l", "person"), text("")),
              column("l", "partner"), since});
  return rows;
}

Step partner_rows() {
  Select entries;
  entries.of("participations", "l")
      .join("person_starts", "s", "l", {"project", "person"})
      .only(is_known(column("l", "partner")))
      .gives({column("l", "project"), column("l", "person"), column("l", "partner"),
              first_known(column("l", "entry_day"), column("s", "start_day"))});
  return {
      "partner_rows",
      "Rows of logs that name a partner: a participation from its entry, support and outcomes "
      "from their day.",
      {{"project", Type::key},
       {"person", Type::key},
       {"partner", Type::key},
       {"since", Type::date}},
      {entries, named_by("support", column("l", "day")), named_by("outcomes", column("l", "day"))}};
}

Step partner_names() {
  Select rows;
  rows.of("partner_rows", "r").gives({column("r", "project"), count()});
  return {"partner_names",
          "Projects whose logs name partners; others have no figures of them.",
          {{"project", Type::key}, {"times", Type::whole}},
          {rows}};
}

Step person_partners() {
  Select rows;
  rows.of("partner_rows", "r")
      .only(column("r", "person") != text(""))
      .gives({column("r", "project"), column("r", "person"), column("r", "partner"),
              least(column("r", "since"))});
  return {"person_partners",
          "A person is of a partner from the first day on which a row says so.",
          {{"project", Type::key},
           {"person", Type::key},
           {"partner", Type::key},
           {"since", Type::date}},
          {rows}};
}

Step named_days() {
  Select rows;
  rows.of("person_days", "p")
      .join("person_partners", "n", "p", {"project", "person"})
      .only(column("n", "since") <= column("p", "day"))
      .gives({column("p", "project"), column("p", "person"), column("p", "day"),
              column("n", "partner")});
  return {
      "named_partner_days",
      "Partners of each person on each day.",
      {{"project", Type::key}, {"person", Type::key}, {"day", Type::date}, {"partner", Type::key}},
      {rows}};
}

Step days_of_partners() {
  Select named;
  named.of("named_partner_days", "n")
      .gives({column("n", "project"), column("n", "person"), column("n", "day"),
              column("n", "partner")});
  Select nobody;
  nobody.of("person_days", "p")
      .left_join("named_partner_days", "n", "p", {"project", "person", "day"})
      .only(is_null(column("n", "partner")))
      .gives({column("p", "project"), column("p", "person"), column("p", "day"), text("")});
  return {
      "partner_days",
      "And who is of none: their partner is blank.",
      {{"project", Type::key}, {"person", Type::key}, {"day", Type::date}, {"partner", Type::key}},
      {named, nobody}};
}

Step entity_partners() {
  Select rows;
  rows.of("entities", "e")
      .join("days", "d", "e", {"project"})
      .only(is_known(column("e", "partner")) && column("e", "day") <= column("d", "day"))
      .gives({column("e", "project"), column("e", "entity"), column("d", "day"),
              column("e", "partner"), count()});
  return {"entity_partner_days",
          "Partners of each entity on each day.",
          {{"project", Type::key},
           {"entity", Type::key},
           {"day", Type::date},
           {"partner", Type::key},
           {"times", Type::whole}},
          {rows}};
}

/// A line of the report for each partner of the budget, and one for what is of none: it has no
/// name, but its place behind the others.
Constants lines_of_partners(const Script& script) {
  Constants made{"partner_lines",
                 "Partners, and what is of none of them, by indicator.",
                 {{"project", Type::key},
                  {"indicator", Type::key},
                  {"partner", Type::key},
                  {"line", Type::key}},
                 {}};
  for (const SqlProject* each : projects_with_partners(script)) {
    const Project& project = each->dossier->project;
    const auto& partners = project.budget.on(each->period.last).partners;
    for (const Indicator& indicator : project.indicators) {
      if (!has_partners(indicator.count)) continue;
      const auto add = [&](const std::string& partner, const std::string& line) {
        made.rows.push_back({text(project.id), text(indicator.id), text(partner),
                             text("indicators." + indicator.id + ".by_partner." + line)});
      };
      for (const Partner& partner : partners) add(partner.id, partner.id);
      add("", "#" + std::to_string(partners.size() + 1));
    }
  }
  return made;
}

/// Lines of what is counted, before the period (b) and on its last day (e).
Select lines_with(const char* values) {
  const auto at = [](const char* alias, const char* moment) {
    return column(alias, "project") == column("l", "project") &&
           column(alias, "indicator") == column("l", "indicator") &&
           column(alias, "partner") == column("l", "partner") &&
           column(alias, "day") == column(moment, "day");
  };
  Select rows;
  rows.of("partner_lines", "l")
      .join("indicators", "i", "l", {"project", "indicator"})
      .join("partner_names", "k", "l", {"project"})
      .join("moments", "m", "l", {"project"})
      .join("moments", "n", "l", {"project"})
      .left_join(values, "b", at("b", "m"))
      .left_join(values, "e", at("e", "n"))
      .only(column("m", "moment") == text(moment_before) &&
            column("n", "moment") == text(moment_end));
  return rows;
}

Value known_or_zero(const char* alias, const std::string& name) {
  return zero_if_null(column(alias, name));
}

Step partner_periods() {
  const auto in_period = [](const char* name) {
    return choice(is_known(column("v", "indicator")), known_or_zero("s", name),
                  known_or_zero("e", name) - known_or_zero("b", name));
  };
  const auto of_sex = [](const Value& value) {
    return choice(column("i", "has_sexes") == number(1), value, null());
  };
  Select rows = lines_with("partner_values");
  rows.left_join("supported_indicators", "v", "l", {"project", "indicator"})
      .left_join("supported_partner_values", "s", "l", {"project", "indicator", "partner"})
      .only(column("i", "count_of") != text("ratio") &&
            column("i", "count_of") != text("criterion"))
      .gives({column("l", "project"), column("l", "indicator"), column("l", "partner"),
              column("l", "line"), in_period("total"), of_sex(in_period("women")),
              of_sex(in_period("men")), known_or_zero("e", "total"),
              of_sex(known_or_zero("e", "women")), of_sex(known_or_zero("e", "men")),
              known_or_zero("e", "shared")});
  return {"partner_periods",
          "Values of partners, in the period and on its last day.",
          {{"project", Type::key},
           {"indicator", Type::key},
           {"partner", Type::key},
           {"line", Type::key},
           {"period_total", Type::wide},
           {"period_women", Type::wide},
           {"period_men", Type::wide},
           {"total", Type::wide},
           {"women", Type::wide},
           {"men", Type::wide},
           {"shared", Type::wide}},
          {rows}};
}

Step partner_value_figures() {
  std::vector<Select> parts;
  for (const std::string last : {"total", "women", "men"}) {
    Select one;
    one.of("partner_periods", "p")
        .gives({column("p", "project"), joined({column("p", "line"), text("." + last)}),
                column("p", "period_" + last), column("p", last)});
    parts.push_back(one);
  }
  return figures_apart("Values of indicators by partner.", std::move(parts));
}

Step shared_figures() {
  Select shared;
  shared.of("partner_periods", "p")
      .gives({column("p", "project"),
              joined({text("indicators."), column("p", "indicator"), text(".shared")}), null(),
              sum(column("p", "shared"))});
  return figures_apart("What partners have more than all of them together: it is of several.",
                       {shared});
}

Step partner_percentages() {
  Select ratios;
  ratios.of("partner_lines", "l")
      .join("indicators", "i", "l", {"project", "indicator"})
      .join("partner_periods", "a",
            column("a", "project") == column("i", "project") &&
                column("a", "indicator") == column("i", "numerator") &&
                column("a", "partner") == column("l", "partner"))
      .join("partner_periods", "b",
            column("b", "project") == column("i", "project") &&
                column("b", "indicator") == column("i", "denominator") &&
                column("b", "partner") == column("l", "partner"))
      .gives({column("l", "project"), joined({column("l", "line"), text(".total")}),
              percent(column("a", "period_total"), column("b", "period_total")),
              percent(column("a", "total"), column("b", "total"))});
  Select criteria = lines_with("partner_criterion_values");
  criteria.only(column("i", "count_of") == text("criterion"))
      .gives({column("l", "project"), joined({column("l", "line"), text(".total")}),
              percent(known_or_zero("e", "reached") - known_or_zero("b", "reached"),
                      known_or_zero("e", "closed") - known_or_zero("b", "closed")),
              percent(known_or_zero("e", "reached"), known_or_zero("e", "closed"))});
  return figures_apart("Percentages by partner.", {ratios, criteria});
}

/// Where a unit is of a partner and of none, it is of the partner.
Value is_of_its_partner() {
  return column("r", "partner") != text("") || column("r", "from_last") == number(1);
}

}  // namespace

bool has_partner_figures(const SqlProject& project) {
  return !project.dossier->project.budget.on(project.period.last).partners.empty();
}

PartnerRules::PartnerRules(Script& its_script, const SqlProject& project)
    : script_(its_script), project_(project), asked_(has_partner_figures(project)) {}

std::string PartnerRules::ranked(const Indicator& indicator, Select rows, const Units& units) {
  const std::string name = std::to_string(++script_.steps_named);
  const std::string title = project_.dossier->project.id + " " + indicator.id + ": ";
  rows.gives({units.project, units.day, units.unit, units.partner, greatest(units.amount),
              greatest(units.women), greatest(units.men)});
  Columns columns = {{"project", Type::key}, {"day", Type::date},    {"unit", Type::key},
                     {"partner", Type::key}, {"amount", Type::wide}, {"women", Type::wide},
                     {"men", Type::wide}};
  script_.add(Step{"partner_units_" + name,
                   title + "what is counted, once for each partner that it is of",
                   columns,
                   {rows}});
  std::vector<Value> values;
  for (const ColumnOf& each : columns) values.push_back(column("u", each.name));
  values.push_back(row_number_from_last(
      {column("u", "project"), column("u", "day"), column("u", "unit")}, {column("u", "partner")}));
  columns.push_back({"from_last", Type::whole});
  Select all;
  all.of("partner_units_" + name, "u").gives(std::move(values));
  script_.add(Step{"ranked_units_" + name,
                   title + "its partners in an order in which none is the last",
                   columns,
                   {all}});
  return "ranked_units_" + name;
}

void PartnerRules::add(const Indicator& indicator, Select rows, const Units& units) {
  if (!asked_) return;
  rows.only(units.day == date(project_.period.first.plus_days(-1)) ||
            units.day == date(project_.period.last));
  Select sums;
  sums.of(ranked(indicator, std::move(rows), units), "r")
      .only(is_of_its_partner())
      .gives(
          {column("r", "project"), text(indicator.id), column("r", "partner"), column("r", "day"),
           sum(column("r", "amount")), sum(column("r", "women")), sum(column("r", "men")),
           sum(choice(column("r", "from_last") == number(1), number(0), column("r", "amount")))});
  script_.add(Step{"partner_values",
                   project_.dossier->project.id + " " + indicator.id + ": by partner",
                   partner_columns,
                   {sums},
                   true});
}

void PartnerRules::add_supported(const Indicator& indicator, Select rows, const Units& units) {
  if (!asked_) return;
  Select sums;
  sums.of(ranked(indicator, std::move(rows), units), "r")
      .only(is_of_its_partner())
      .gives({column("r", "project"), text(indicator.id), column("r", "partner"),
              sum(column("r", "amount")), sum(column("r", "women")), sum(column("r", "men"))});
  script_.add(Step{
      "supported_partner_values",
      project_.dossier->project.id + " " + indicator.id + ": supported in the period, by partner",
      supported_columns,
      {sums},
      true});
}

void PartnerRules::add_criterion(const Indicator& indicator, Select rows, const Value& closed,
                                 const Value& reached) {
  if (!asked_) return;
  rows.join("partner_days", "w", "p", {"project", "person", "day"})
      .gives({column("p", "project"), text(indicator.id), column("w", "partner"),
              column("p", "day"), sum(closed), sum(reached)});
  script_.add(Step{"partner_criterion_values",
                   project_.dossier->project.id + " " + indicator.id + ": by partner",
                   partner_criterion_columns,
                   {rows},
                   true});
}

void add_partner_days(Script& script) {
  if (projects_with_partners(script).empty()) return;
  script.add(no_rows("partner_values", "Values of indicators by partner.", partner_columns));
  script.add(no_rows("supported_partner_values", "Persons supported in the period, by partner.",
                     supported_columns));
  script.add(no_rows("partner_criterion_values", "Persons of criteria, by partner.",
                     partner_criterion_columns));
  script.add(partner_rows());
  script.add(partner_names());
  script.add(person_partners());
  script.add(named_days());
  script.add(days_of_partners());
  script.add(entity_partners());
}

void add_partner_figures(Script& script) {
  if (projects_with_partners(script).empty()) return;
  script.add(lines_of_partners(script));
  script.add(partner_periods());
  script.add(partner_value_figures());
  script.add(shared_figures());
  script.add(partner_percentages());
}

}  // namespace euproj::sql
