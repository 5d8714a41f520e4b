// Indicators: their values by day and by period, and what percentages are of.

#include "sql/rules/script.hpp"
#include "sql/tables/tables.hpp"

namespace euproj::sql {

const Columns value_columns = {{"project", Type::key}, {"indicator", Type::key},
                               {"day", Type::date},    {"total", Type::wide},
                               {"women", Type::wide},  {"men", Type::wide}};
const Columns counted_columns = {{"project", Type::key},
                                 {"indicator", Type::key},
                                 {"total", Type::wide},
                                 {"women", Type::wide},
                                 {"men", Type::wide}};

namespace {

const Columns period_columns = {{"project", Type::key},       {"indicator", Type::key},
                                {"period_total", Type::wide}, {"period_women", Type::wide},
                                {"period_men", Type::wide},   {"total", Type::wide},
                                {"women", Type::wide},        {"men", Type::wide}};

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
  for (const SqlProject& each : script.projects) {
    const Project& project = each.dossier->project;
    for (const Indicator& indicator : project.indicators) {
      const bool is_ratio = indicator.count == Count::ratio;
      made.rows.push_back(
          {text(project.id), text(indicator.id),
           text(count_words.at(static_cast<std::size_t>(indicator.count))),
           number(has_sexes(indicator.count) && indicator.count != Count::measured ? 1 : 0),
           in_ten_thousandths(indicator.target.total), in_ten_thousandths(indicator.target.women),
           in_ten_thousandths(indicator.target.men), in_ten_thousandths(indicator.target.at_most),
           is_ratio ? text(project.indicators.at(indicator.numerator).id) : null(),
           is_ratio ? text(project.indicators.at(indicator.denominator).id) : null()});
    }
  }
  return made;
}

/// On every day, also where nobody counts.
Step values_of_days() {
  const auto known = [](const char* name) {
    return choice(column("i", "has_sexes") == number(1), zero_if_null(column("v", name)),
                  column("v", name));
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
              zero_if_null(column("v", "total")), known("women"), known("men")});
  return {"values_of_days",
          "Values of indicators on every day; zero where nothing counts.",
          value_columns,
          {rows}};
}

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
    return zero_if_null(column(alias, name));
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

}  // namespace

void add_indicators(Script& script) {
  script.add(indicator_list(script));
  add_indicator_counts(script);
  script.add(values_of_days());
  script.add(supported_indicators(script));
  script.add(no_supported());
  script.add(period_values());
  script.add(criteria(script));
  script.add(criterion_periods());
  script.add(fractions());
}

}  // namespace euproj::sql
