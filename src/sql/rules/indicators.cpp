// Values of indicators by day (src/calc/README.md#count), each under its conditions, and what
// follows from them: ratios, criteria, achievement.

#include "euproj/model/complete_records.hpp"
#include "sql/rules/conditions.hpp"
#include "sql/tables/tables.hpp"

namespace euproj::sql {
namespace {

const Columns value_columns = {{"project", Type::key}, {"indicator", Type::key},
                               {"day", Type::date},    {"total", Type::wide},
                               {"women", Type::wide},  {"men", Type::wide}};
const Columns counted_columns = {{"project", Type::key},
                                 {"indicator", Type::key},
                                 {"total", Type::wide},
                                 {"women", Type::wide},
                                 {"men", Type::wide}};

Value one_if(const Value& condition) { return choice(condition, number(per_unit), number(0)); }

/// All, women, men: of rows with a person p.
std::vector<Value> by_sex(std::vector<Value> keys) {
  keys.push_back(count() * number(per_unit));
  keys.push_back(sum(one_if(column("p", "sex") == text("K"))));
  keys.push_back(sum(one_if(column("p", "sex") == text("M"))));
  return keys;
}

/// The rules of one project.
class IndicatorRules {
 public:
  IndicatorRules(Script& script, const SqlProject& project)
      : script_(script),
        dossier_(*project.dossier),
        period_(project.period),
        id_(text(project.dossier->project.id)),
        conditions_(script, *project.dossier) {}

  void add(const Indicator& indicator) {
    switch (indicator.count) {
      case Count::persons:
        return indicator.when == Indicator::When::supported ? supported(indicator)
                                                            : persons(indicator);
      case Count::entries:
        return entries(indicator);
      case Count::households:
        return households(indicator);
      case Count::sessions:
      case Count::hours:
      case Count::headcount:
        return rows(indicator);
      case Count::places:
        return places(indicator);
      case Count::measured:
        return measured(indicator);
      case Count::entities:
        return entities(indicator);
      case Count::criterion:
        return criterion(indicator);
      case Count::ratio:
        return;  // of two others
    }
  }

 private:
  void insert(const Indicator& indicator, const std::string& rule, Select select,
              const std::string& table = "indicator_values",
              const Columns& columns = value_columns) {
    if (!select.where.is_none() || !select.from.empty()) {
      script_.add(Step{
          table, dossier_.project.id + " " + indicator.id + ": " + rule, columns, {select}, true});
    }
  }
  Value name(const Indicator& indicator) const { return text(indicator.id); }

  void persons(const Indicator& indicator) {
    Select select = conditions_.people(indicator.where);
    select.gives(by_sex({column("p", "project"), name(indicator), column("p", "day")}));
    insert(indicator, "persons, each once", select);
    in_log(indicator, false);
  }

  void entries(const Indicator& indicator) {
    const AskedCondition asked = conditions_.of_person(indicator.where);
    Select select;
    select.of("person_days", "p").join("participations", "e", "p", {"project", "person"});
    asked.join_to(select);
    select.only(column("p", "project") == id_)
        .only(is_null(column("e", "entry_day")) || column("e", "entry_day") <= column("p", "day"))
        .only(asked.holds)
        .gives(by_sex({column("p", "project"), name(indicator), column("p", "day")}));
    insert(indicator, "participations, each from its entry", select);
    in_log(indicator, true);
  }

  /// What it would be if it did not ask for complete records.
  void in_log(const Indicator& indicator, bool by_entry) {
    if (needed_records(indicator.where) == Completeness::not_asked) return;
    const AskedCondition asked = conditions_.of_person_in_log(indicator.where);
    Select select;
    select.of("person_days", "p");
    if (by_entry) select.join("participations", "e", "p", {"project", "person"});
    asked.join_to(select);
    select.only(column("p", "project") == id_).only(column("p", "day") == date(period_.last));
    if (by_entry) {
      select.only(is_null(column("e", "entry_day")) ||
                  column("e", "entry_day") <= column("p", "day"));
    }
    select.only(asked.holds).gives(by_sex({column("p", "project"), name(indicator)}));
    insert(indicator, "the same with incomplete records", select, "in_log_values", counted_columns);
  }

  void households(const Indicator& indicator) {
    Select select = conditions_.people(indicator.where);
    select.only(column("p", "household") != text(""))
        .gives({column("p", "project"), name(indicator), column("p", "day"),
                count_distinct(column("p", "household")) * number(per_unit), null(), null()});
    insert(indicator, "households of the persons found", select);
  }

  void rows(const Indicator& indicator) {
    Select select = conditions_.found_rows(indicator.where, false);
    const Value amount = indicator.count == Count::sessions
                             ? count_distinct(column("s", "session_key")) * number(per_unit)
                         : indicator.count == Count::hours ? sum(column("s", "hours"))
                                                           : sum(column("s", "headcount"));
    select.gives(
        {column("s", "project"), name(indicator), column("d", "day"), amount, null(), null()});
    insert(indicator,
           std::string(count_words.at(static_cast<std::size_t>(indicator.count))) +
               " of the support rows found",
           select);
  }

  /// Of who is counted: those with support in the period, which no difference of days is.
  void supported(const Indicator& indicator) {
    const std::string found = "supported_" + std::to_string(++script_.steps_named);
    const auto step = [&](const std::string& table, const std::string& rule, Select select) {
      script_.add(Step{table,
                       dossier_.project.id + " " + indicator.id + ": " + rule,
                       {{"project", Type::key},
                        {"person", Type::key},
                        {"day", Type::date},
                        {"sex", Type::key},
                        {"last_support", Type::date}},
                       {std::move(select)}});
    };
    Select select = conditions_.found_rows(indicator.where, true);
    select.gives({column("p", "project"), column("p", "person"), column("p", "day"),
                  column("p", "sex"), greatest(column("s", "day"))});
    step(found, "persons with support that is found, and its last day", select);
    Select all;
    all.of(found, "p").gives(by_sex({column("p", "project"), name(indicator), column("p", "day")}));
    insert(indicator, "persons supported so far", all);
    Select in_period;
    in_period.of(found, "p")
        .only(column("p", "day") == date(period_.last) &&
              column("p", "last_support") >= date(period_.first))
        .gives(by_sex({column("p", "project"), name(indicator)}));
    insert(indicator, "persons supported in the period", in_period, "supported_values",
           counted_columns);
  }

  void places(const Indicator& indicator) {
    Select select;
    select.of("places", "p")
        .join("days", "d", "p", {"project"})
        .only(column("p", "project") == id_)
        .only(column("p", "first_day") <= column("d", "day") &&
              (is_null(column("p", "last_day")) || column("p", "last_day") >= column("d", "day")))
        .only(Conditions::of_place(indicator.where))
        .gives({column("p", "project"), name(indicator), column("d", "day"),
                sum(cast(column("p", "capacity"), Type::wide) * number(per_unit)), null(), null()});
    insert(indicator, "the capacity of the places that exist on the day", select);
  }

  void entities(const Indicator& indicator) {
    Select select;
    select.of("entity_days", "e")
        .only(column("e", "project") == id_)
        .only(Conditions::of_entity(indicator.where))
        .gives({column("e", "project"), name(indicator), column("e", "day"),
                count() * number(per_unit), null(), null()});
    insert(indicator, "entities, each once, from its first row on", select);
  }

  void measured(const Indicator& indicator) {
    const bool takes_last = indicator.take == Indicator::Take::last;
    const std::string all = "measured_" + std::to_string(++script_.steps_named);
    const Value own = column("m", "project") == id_ && column("m", "indicator") == name(indicator);
    const auto units = [](const char* column_name) {
      return first_known(cast(column("m", column_name) * number(per_unit), Type::wide),
                         cast(number(0), Type::wide));
    };
    Select known;
    known.of("measurements", "m")
        .only(own)
        .gives({column("m", "project"),
                sum(one_if(is_null(column("m", "women")) || is_null(column("m", "men"))))});
    const std::string sexes = all + "_sexes";
    script_.add(Step{sexes,
                     dossier_.project.id + " " + indicator.id +
                         ": women and men are known where each measurement gives both",
                     {{"project", Type::key}, {"without", Type::wide}},
                     {known}});
    Select rows;
    rows.of("days", "d")
        .join("measurements", "m", "d", {"project"})
        .only(own && column("m", "day") <= column("d", "day"))
        .gives({column("d", "project"), column("d", "day"), units("amount"), units("women"),
                units("men"),
                row_number_from_last({column("d", "project"), column("d", "day")},
                                     {column("m", "day"), column("m", "row_no")})});
    script_.add(Step{
        all,
        dossier_.project.id + " " + indicator.id + ": measurements up to each day, the last first",
        {{"project", Type::key},
         {"day", Type::date},
         {"amount", Type::wide},
         {"women", Type::wide},
         {"men", Type::wide},
         {"from_last", Type::whole}},
        {rows}});
    const auto value = [&](const char* column_name) {
      const Value counted = takes_last ? choice(column("r", "from_last") == number(1),
                                                column("r", column_name), number(0))
                                       : column("r", column_name);
      return sum_or_zero(counted);
    };
    Select select;
    select.of("days", "d")
        .left_join(all, "r", "d", {"project", "day"})
        .left_join(sexes, "k", "d", {"project"})
        .only(column("d", "project") == id_)
        .gives({column("d", "project"), name(indicator), column("d", "day"), value("amount"),
                choice(greatest(column("k", "without")) == number(0), value("women"), null()),
                choice(greatest(column("k", "without")) == number(0), value("men"), null())});
    insert(indicator, takes_last ? "the last measurement" : "the sum of measurements", select);
  }

  void criterion(const Indicator& indicator) {
    const Criterion& criterion = *indicator.criterion;
    const auto counts = [&](const std::string& group, Condition of) {
      const std::string rule = group.empty() ? "persons whose window has closed, and who got there"
                                             : "the same of group " + group;
      AskedCondition asked = conditions_.of_person(of);
      Condition outcome;
      outcome.outcome = criterion.outcome;
      outcome.within = criterion.within;
      const AskedCondition got = conditions_.of_person(outcome);
      // The outcome's step is the only one that it asks.
      const auto& [step, unused] = got.facts.front();
      Select select;
      select.of("person_days", "p").join("exits", "x", "p", {"project", "person", "day"});
      asked.asks_exit = false;  // joined already
      asked.join_to(select);
      select.left_join(step, "got", "p", {"project", "person", "day"});
      const Value has_closed =
          Conditions::last_day(column("x", "exit_day"), criterion.within) <= column("p", "day");
      const Value is_there = is_known(column("got", "found"));
      const auto sum_of = [&](const Value& condition) {
        return sum(choice(condition, number(1), number(0)));
      };
      select.only(column("p", "project") == id_)
          .only(asked.holds)
          .gives({column("p", "project"), name(indicator), text(group), column("p", "day"),
                  sum_of(has_closed), sum_of(has_closed && is_there), sum_of(!has_closed),
                  sum_of(!has_closed && is_there)});
      script_.add(Step{"criterion_values",
                       dossier_.project.id + " " + indicator.id + ": " + rule,
                       {{"project", Type::key},
                        {"indicator", Type::key},
                        {"group_id", Type::key},
                        {"day", Type::date},
                        {"closed", Type::wide},
                        {"reached", Type::wide},
                        {"still_open", Type::wide},
                        {"open_reached", Type::wide}},
                       {select},
                       true});
    };
    counts("", indicator.where);
    for (const CriterionGroup& group : criterion.groups) {
      counts(group.id, both(indicator.where, group.where));
    }
  }

  Script& script_;
  const Dossier& dossier_;
  Period period_;
  Value id_;
  Conditions conditions_;
};

Step entity_days() {
  Select first;
  first.of("entities", "e")
      .gives({column("e", "project"), column("e", "entity"), column("e", "day"),
              row_number({column("e", "project"), column("e", "entity")},
                         {column("e", "day"), column("e", "row_no")})});
  return {"entity_firsts",
          "Rows of entities in the order of their days.",
          {{"project", Type::key},
           {"entity", Type::key},
           {"day", Type::date},
           {"from_first", Type::whole}},
          {first}};
}

Step entity_words(const std::string& what) {
  Select rows;
  rows.of("entities", "e")
      .only(is_known(column("e", what)))
      .gives({column("e", "project"), column("e", "entity"), column("e", what),
              row_number({column("e", "project"), column("e", "entity")},
                         {column("e", "day"), column("e", "row_no")})});
  return {"entity_" + what + "s",
          "The " + what + " of an entity is what its earliest row says that says it.",
          {{"project", Type::key},
           {"entity", Type::key},
           {what, Type::text},
           {"from_first", Type::whole}},
          {rows}};
}

Step entities_of_days() {
  Select rows;
  rows.of("entity_firsts", "e")
      .join("days", "d", "e", {"project"})
      .left_join("entity_kinds", "k", "e", {"project", "entity", "from_first"})
      .left_join("entity_sizes", "z", "e", {"project", "entity", "from_first"})
      .only(column("e", "from_first") == number(1) && column("e", "day") <= column("d", "day"))
      .gives({column("e", "project"), column("e", "entity"), column("d", "day"),
              first_known(column("k", "kind"), text("")),
              first_known(column("z", "size"), text(""))});
  return {"entity_days",
          "An entity counts from its first row on.",
          {{"project", Type::key},
           {"entity", Type::key},
           {"day", Type::date},
           {"kind", Type::key},
           {"size", Type::key}},
          {rows}};
}

Constants indicator_list(const Script& script) {
  Constants made{"indicators",
                 "Indicators, with targets in ten-thousandths. Women and men are known of persons "
                 "and participations; "
                 "of measurements where all give them.",
                 {{"project", Type::key},
                  {"indicator", Type::key},
                  {"count_of", Type::key},
                  {"has_sexes", Type::whole},
                  {"target", Type::wide},
                  {"target_women", Type::wide},
                  {"target_men", Type::wide},
                  {"at_most", Type::wide},
                  {"numerator", Type::text},
                  {"denominator", Type::text}},
                 {}};
  const auto units = [](const std::optional<Quantity>& quantity) {
    return quantity ? number(quantity->scaled_units()) : null();
  };
  for (const SqlProject& each : script.projects) {
    const Project& project = each.dossier->project;
    for (const Indicator& indicator : project.indicators) {
      const bool is_ratio = indicator.count == Count::ratio;
      made.rows.push_back(
          {text(project.id), text(indicator.id),
           text(count_words.at(static_cast<std::size_t>(indicator.count))),
           number(has_sexes(indicator.count) && indicator.count != Count::measured ? 1 : 0),
           units(indicator.target.total), units(indicator.target.women),
           units(indicator.target.men), units(indicator.target.at_most),
           is_ratio ? text(project.indicators.at(indicator.numerator).id) : null(),
           is_ratio ? text(project.indicators.at(indicator.denominator).id) : null()});
    }
  }
  return made;
}

/// On every day, also where nobody counts.
Step values_of_days() {
  const auto known = [](const char* name) {
    return choice(column("i", "has_sexes") == number(1),
                  first_known(column("v", name), cast(number(0), Type::wide)), column("v", name));
  };
  Select rows;
  rows.of("indicators", "i")
      .join("days", "d", "i", {"project"})
      .left_join("indicator_values", "v",
                 column("v", "project") == column("i", "project") &&
                     column("v", "indicator") == column("i", "indicator") &&
                     column("v", "day") == column("d", "day"))
      .only(column("i", "count_of") != text("ratio") &&
            column("i", "count_of") != text("criterion"))
      .gives({column("i", "project"), column("i", "indicator"), column("d", "day"),
              first_known(column("v", "total"), cast(number(0), Type::wide)), known("women"),
              known("men")});
  return {"values_of_days",
          "Values of indicators on every day; zero where nothing counts.",
          value_columns,
          {rows}};
}

const Columns period_columns = {{"project", Type::key},       {"indicator", Type::key},
                                {"period_total", Type::wide}, {"period_women", Type::wide},
                                {"period_men", Type::wide},   {"total", Type::wide},
                                {"women", Type::wide},        {"men", Type::wide}};

Step period_values() {
  const auto in_period = [](const char* name) {
    return choice(is_known(column("s", "indicator")), column("s", name),
                  column("e", name) - column("b", name));
  };
  const auto day_of = [](const char* alias, const char* moment) {
    return column(alias, "project") == column("i", "project") &&
           column(alias, "indicator") == column("i", "indicator") &&
           column(alias, "day") == column(moment, "day");
  };
  Select rows;
  rows.of("indicators", "i")
      .join("moments", "m", "i", {"project"})
      .join("moments", "n", "i", {"project"})
      .join("values_of_days", "b", day_of("b", "m"))
      .join("values_of_days", "e", day_of("e", "n"))
      .left_join("supported_values", "s", "i", {"project", "indicator"})
      .only(column("m", "moment") == text(moment_before) &&
            column("n", "moment") == text(moment_end))
      .gives({column("i", "project"), column("i", "indicator"), in_period("total"),
              in_period("women"), in_period("men"), column("e", "total"), column("e", "women"),
              column("e", "men")});
  return {"period_values",
          "The value of a period is that of its last day less that of the day before the first; "
          "who was supported in "
          "it is counted apart.",
          period_columns,
          {rows}};
}

Step no_supported() {
  Select rows;
  rows.of("supported_indicators", "i")
      .left_join("supported_values", "s", "i", {"project", "indicator"})
      .only(is_null(column("s", "project")))
      .gives({column("i", "project"), column("i", "indicator"), number(0), number(0), number(0)});
  return {"supported_values",
          "Where nobody was supported in the period.",
          counted_columns,
          {rows},
          true};
}

Constants supported_indicators(const Script& script) {
  Constants made{"supported_indicators",
                 "Indicators of who was supported in the period.",
                 {{"project", Type::key}, {"indicator", Type::key}},
                 {}};
  for (const SqlProject& each : script.projects) {
    for (const Indicator& indicator : each.dossier->project.indicators) {
      if (indicator.when != Indicator::When::supported) continue;
      made.rows.push_back({text(each.dossier->project.id), text(indicator.id)});
    }
  }
  return made;
}

Value figure_of(const char* alias, const std::string& last) {
  return joined({text("indicators."), column(alias, "indicator"), text(last)});
}

Step value_figures() {
  std::vector<Select> parts;
  const auto add = [&](const char* last, const char* in_period, const char* cumulative) {
    Select one;
    one.of("period_values", "v")
        .gives({column("v", "project"), figure_of("v", last), column("v", in_period),
                column("v", cumulative)});
    parts.push_back(one);
  };
  add(".total", "period_total", "total");
  add(".women", "period_women", "women");
  add(".men", "period_men", "men");
  return figures_apart("Values of indicators.", std::move(parts));
}

/// Part and whole of percentages: of ratios, and of criteria.
Step fractions() {
  Select ratios;
  ratios.of("indicators", "i")
      .join("period_values", "a",
            column("a", "project") == column("i", "project") &&
                column("a", "indicator") == column("i", "numerator"))
      .join("period_values", "b",
            column("b", "project") == column("i", "project") &&
                column("b", "indicator") == column("i", "denominator"))
      .gives({column("i", "project"), column("i", "indicator"), column("a", "period_total"),
              column("b", "period_total"), column("a", "total"), column("b", "total")});
  Select criteria;
  criteria.of("criterion_periods", "c")
      .only(column("c", "group_id") == text(""))
      .gives({column("c", "project"), column("c", "indicator"),
              column("c", "reached") - column("c", "reached_before"),
              column("c", "closed") - column("c", "closed_before"), column("c", "reached"),
              column("c", "closed")});
  return {"fractions",
          "What percentages are of.",
          {{"project", Type::key},
           {"indicator", Type::key},
           {"period_part", Type::wide},
           {"period_whole", Type::wide},
           {"part", Type::wide},
           {"whole", Type::wide}},
          {ratios, criteria}};
}

Step fraction_figures() {
  Select one;
  one.of("fractions", "f")
      .gives({column("f", "project"), figure_of("f", ".total"),
              percent(column("f", "period_part"), column("f", "period_whole")),
              percent(column("f", "part"), column("f", "whole"))});
  return figures_apart("Percentages have two decimals, half up; of nothing there is none.", {one});
}

Step achieved_figures() {
  std::vector<Select> parts;
  const auto add = [&](const char* last, const char* value, const char* target) {
    Select one;
    one.of("period_values", "v")
        .join("indicators", "i", "v", {"project", "indicator"})
        .only(is_known(column("i", target)))
        .gives({column("v", "project"), figure_of("v", last), null(),
                percent(column("v", value), column("i", target))});
    parts.push_back(one);
  };
  add(".achieved_percent.total", "total", "target");
  add(".achieved_percent.women", "women", "target_women");
  add(".achieved_percent.men", "men", "target_men");
  // (part / whole x 100) / target x 100, of the exact percentage.
  Select exact;
  exact.of("fractions", "f")
      .join("indicators", "i", "f", {"project", "indicator"})
      .only(is_known(column("i", "target")))
      .gives({column("f", "project"), figure_of("f", ".achieved_percent.total"), null(),
              percent(column("f", "part") * number(100 * per_unit),
                      column("f", "whole") * column("i", "target"))});
  parts.push_back(exact);
  return figures_apart("Achievement is the cumulative value as a percentage of the target.",
                       std::move(parts));
}

Step reached_figures() {
  Select values;
  values.of("period_values", "v")
      .join("indicators", "i", "v", {"project", "indicator"})
      .only(is_known(column("i", "at_most")))
      .gives({column("v", "project"), figure_of("v", ".reached"), null(),
              one_if(column("v", "total") <= column("i", "at_most"))});
  const Value part = column("f", "part") * number(100 * per_unit);
  const Value most = column("f", "whole") * column("i", "at_most");
  Select fractions;
  fractions.of("fractions", "f")
      .join("indicators", "i", "f", {"project", "indicator"})
      .only(is_known(column("i", "at_most")) && column("f", "whole") != number(0))
      .gives(
          {column("f", "project"), figure_of("f", ".reached"), null(),
           choice(column("f", "whole") < number(0), one_if(part >= most), one_if(part <= most))});
  return figures_apart("A target `at_most` is reached while the value does not exceed it.",
                       {values, fractions});
}

Constants complete_indicators(const Script& script) {
  Constants made{"complete_indicators",
                 "Indicators that ask for complete records, of persons and participations.",
                 {{"project", Type::key}, {"indicator", Type::key}},
                 {}};
  for (const SqlProject& each : script.projects) {
    for (const Indicator& indicator : each.dossier->project.indicators) {
      const bool by_person =
          indicator.count == Count::entries ||
          (indicator.count == Count::persons && indicator.when != Indicator::When::supported);
      if (!by_person || needed_records(indicator.where) == Completeness::not_asked) continue;
      made.rows.push_back({text(each.dossier->project.id), text(indicator.id)});
    }
  }
  return made;
}

Step in_log_figures() {
  std::vector<Select> parts;
  const auto known = [](const char* name) {
    return first_known(column("v", name), cast(number(0), Type::wide));
  };
  const auto add = [&](const char* last, const Value& value) {
    Select one;
    one.of("complete_indicators", "i")
        .join("period_values", "e", "i", {"project", "indicator"})
        .left_join("in_log_values", "v", "i", {"project", "indicator"})
        .gives({column("i", "project"), figure_of("i", last), null(), value});
    parts.push_back(one);
  };
  add(".in_log.total", known("total"));
  add(".in_log.women", known("women"));
  add(".in_log.men", known("men"));
  add(".incomplete", known("total") - column("e", "total"));
  return figures_apart("Whom an indicator leaves out because their records are incomplete.",
                       std::move(parts));
}

Constants criteria(const Script& script) {
  Constants made{"criteria",
                 "Effectiveness criteria and their groups, with thresholds as fractions.",
                 {{"project", Type::key},
                  {"indicator", Type::key},
                  {"group_id", Type::key},
                  {"name", Type::key},
                  {"numerator", Type::wide},
                  {"denominator", Type::wide}},
                 {}};
  for (const SqlProject& each : script.projects) {
    for (const Indicator& indicator : each.dossier->project.indicators) {
      if (!indicator.criterion) continue;
      const auto add = [&](const std::string& group, Rate threshold) {
        const std::string name =
            "indicators." + indicator.id + ".criterion" + (group.empty() ? "" : ".groups." + group);
        made.rows.push_back({text(each.dossier->project.id), text(indicator.id), text(group),
                             text(name), number(threshold.numerator()),
                             number(threshold.denominator())});
      };
      add("", indicator.criterion->threshold);
      for (const CriterionGroup& group : indicator.criterion->groups)
        add(group.id, group.threshold);
    }
  }
  return made;
}

Step criterion_periods() {
  const auto at = [](const char* alias, const char* moment) {
    return column(alias, "project") == column("c", "project") &&
           column(alias, "indicator") == column("c", "indicator") &&
           column(alias, "group_id") == column("c", "group_id") &&
           column(alias, "day") == column(moment, "day");
  };
  const auto known = [](const char* alias, const char* name) {
    return first_known(column(alias, name), cast(number(0), Type::wide));
  };
  Select rows;
  rows.of("criteria", "c")
      .join("moments", "m", "c", {"project"})
      .join("moments", "n", "c", {"project"})
      .left_join("criterion_values", "b", at("b", "m"))
      .left_join("criterion_values", "e", at("e", "n"))
      .only(column("m", "moment") == text(moment_before) &&
            column("n", "moment") == text(moment_end))
      .gives({column("c", "project"), column("c", "indicator"), column("c", "group_id"),
              column("c", "name"), column("c", "numerator"), column("c", "denominator"),
              known("b", "closed"), known("b", "reached"), known("e", "closed"),
              known("e", "reached"), known("e", "still_open"), known("e", "open_reached")});
  return {"criterion_periods",
          "Criteria before the period and at its end.",
          {{"project", Type::key},
           {"indicator", Type::key},
           {"group_id", Type::key},
           {"name", Type::key},
           {"numerator", Type::wide},
           {"denominator", Type::wide},
           {"closed_before", Type::wide},
           {"reached_before", Type::wide},
           {"closed", Type::wide},
           {"reached", Type::wide},
           {"still_open", Type::wide},
           {"open_reached", Type::wide}},
          {rows}};
}

Step criterion_figures() {
  std::vector<Select> parts;
  const auto add = [&](const char* last, const Value& value) {
    Select one;
    one.of("criterion_periods", "c")
        .gives({column("c", "project"), joined({column("c", "name"), text(last)}), null(), value});
    parts.push_back(one);
  };
  const Value closed = column("c", "closed");
  const Value reached = column("c", "reached");
  const Value all = closed + column("c", "still_open");
  add(".denominator", closed * number(per_unit));
  add(".reached", reached * number(per_unit));
  add(".open", column("c", "still_open") * number(per_unit));
  add(".percent", percent(reached, closed));
  add(".best", percent(reached + column("c", "still_open"), all));
  add(".worst", percent(reached + column("c", "open_reached"), all));
  add(".met",
      choice(closed == number(0), null(),
             one_if(reached * column("c", "denominator") >= closed * column("c", "numerator"))));
  return figures_apart(
      "A criterion is met when who got there, times the threshold's denominator, is not below all, "
      "times its "
      "numerator: nothing is divided.",
      std::move(parts));
}

Statement no_rows(const std::string& name, const std::string& comment, const Columns& columns) {
  return Constants{name, comment, columns, {}};
}

}  // namespace

void add_indicators(Script& script) {
  script.add(indicator_list(script));
  script.add(no_rows("indicator_values", "Values of indicators on the days that are asked about.",
                     value_columns));
  script.add(no_rows("supported_values", "Persons supported in the period.", counted_columns));
  script.add(no_rows("in_log_values", "Values with incomplete records.", counted_columns));
  script.add(no_rows("criterion_values", "Persons of criteria, by their windows.",
                     {{"project", Type::key},
                      {"indicator", Type::key},
                      {"group_id", Type::key},
                      {"day", Type::date},
                      {"closed", Type::wide},
                      {"reached", Type::wide},
                      {"still_open", Type::wide},
                      {"open_reached", Type::wide}}));
  script.add(entity_days());
  script.add(entity_words("kind"));
  script.add(entity_words("size"));
  script.add(entities_of_days());
  for (const SqlProject& project : script.projects) {
    IndicatorRules rules(script, project);
    for (const Indicator& indicator : project.dossier->project.indicators) rules.add(indicator);
  }
  script.add(values_of_days());
  script.add(supported_indicators(script));
  script.add(no_supported());
  script.add(period_values());
  script.add(criteria(script));
  script.add(criterion_periods());
  script.add(fractions());
}

void add_people_figures(Script& script) {
  script.add(value_figures());
  script.add(fraction_figures());
  script.add(achieved_figures());
  script.add(reached_figures());
  script.add(criterion_figures());
  script.add(complete_indicators(script));
  script.add(in_log_figures());
}

}  // namespace euproj::sql
