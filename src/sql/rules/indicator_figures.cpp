// Figures of indicators: values, percentages, achievement (src/calc/README.md#achievement),
// criteria.

#include "euproj/model/complete_records.hpp"
#include "sql/rules/script.hpp"

namespace euproj::sql {
namespace {

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
  const auto known = [](const char* name) { return zero_if_null(column("v", name)); };
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

}  // namespace

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
