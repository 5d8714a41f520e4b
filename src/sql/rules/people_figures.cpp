// Figures of people beside indicators: participants, breakdowns, support by form, months.

#include "sql/rules/script.hpp"
#include "sql/tables/tables.hpp"

namespace euproj::sql {
namespace {

const std::vector<std::pair<const char*, const char*>> sexes = {
    {".total", ""}, {".women", "K"}, {".men", "M"}};

/// How many rows are of a sex; blank: all. In ten-thousandths.
Value heads(const char* alias, const char* sex) {
  const Value is_of =
      *sex == '\0' ? is_known(column(alias, "sex")) : column(alias, "sex") == text(sex);
  return sum_or_zero(choice(is_of, number(per_unit), number(0)));
}

Step participants() {
  std::vector<Select> parts;
  const auto add = [&](const char* figure, const Value& value) {
    Select one;
    one.of("moments", "m")
        .left_join("person_days", "p", "m", {"project", "day"})
        .left_join("exits", "x", "p", {"project", "person", "day"})
        .only(column("m", "moment") == text(moment_end))
        .gives({column("m", "project"), text(figure), null(), value});
    parts.push_back(one);
  };
  const Value exited =
      sum_or_zero(choice(is_known(column("x", "person")), number(per_unit), number(0)));
  add("participants.total", heads("p", ""));
  add("participants.women", heads("p", "K"));
  add("participants.men", heads("p", "M"));
  add("participants.exited", exited);
  add("participants.active", heads("p", "") - exited);
  return figures_apart("Participants are who has started; whose exit is known is active no more.",
                       std::move(parts));
}

struct Band {
  const char* key;
  int min;
  int max;
};
constexpr Band bands[] = {
    {"0-17", 0, 17}, {"18-24", 18, 24}, {"25-29", 25, 29}, {"30-54", 30, 54}, {"55+", 55, 1000}};

const std::vector<std::pair<const char*, const char*>> attribute_breakdowns = {
    {"group", "group_id"}, {"labour_status", "labour_status"}, {"education", "education"}};

Step breakdown_days() {
  std::vector<Select> parts;
  for (const Band& band : bands) {
    const Value from = years_later(column("p", "birth_date"), band.min);
    const Value until = years_later(column("p", "birth_date"), band.max + 1);
    Select one;
    one.of("person_days", "p")
        .only(is_known(column("p", "birth_date")) && from <= column("p", "start_day"))
        .gives({column("p", "project"), column("p", "day"), text("age"), text(band.key),
                column("p", "sex")});
    if (band.max < 200) one.only(until > column("p", "start_day"));
    parts.push_back(one);
  }
  for (const auto& [of, name] : attribute_breakdowns) {
    Select one;
    one.of("person_days", "p")
        .only(column("p", name) != text(""))
        .gives({column("p", "project"), column("p", "day"), text(of), column("p", name),
                column("p", "sex")});
    parts.push_back(one);
  }
  return {
      "breakdown_days",
      "Participants by age on the first day of participation, group, labour status and education.",
      {{"project", Type::key},
       {"day", Type::date},
       {"breakdown", Type::key},
       {"line", Type::key},
       {"sex", Type::key}},
      std::move(parts)};
}

Step breakdown_lines() {
  Select used;
  used.of("breakdown_days", "b")
      .gives({column("b", "project"), column("b", "breakdown"), column("b", "line"), count()});
  return {"breakdown_lines",
          "Lines of the breakdowns.",
          {{"project", Type::key},
           {"breakdown", Type::key},
           {"line", Type::key},
           {"used", Type::whole}},
          {used}};
}

Constants declared_lines(const Script& script) {
  Constants made{"declared_lines",
                 "Age bands, and groups that the definition declares: they have a line though "
                 "nobody is in it.",
                 {{"project", Type::key}, {"breakdown", Type::key}, {"line", Type::key}},
                 {}};
  for (const SqlProject& each : script.projects) {
    const Value id = text(each.dossier->project.id);
    for (const Band& band : bands) made.rows.push_back({id, text("age"), text(band.key)});
    for (const Group& group : each.dossier->project.groups) {
      made.rows.push_back({id, text("group"), text(group.id)});
    }
  }
  return made;
}

Step missing_lines() {
  Select rows;
  rows.of("declared_lines", "d")
      .left_join("breakdown_lines", "b", "d", {"project", "breakdown", "line"})
      .only(is_null(column("b", "used")))
      .gives({column("d", "project"), column("d", "breakdown"), column("d", "line"), number(0)});
  return {"empty_lines",
          "Those of them with nobody.",
          {{"project", Type::key},
           {"breakdown", Type::key},
           {"line", Type::key},
           {"used", Type::whole}},
          {rows}};
}

Step breakdown_figures() {
  std::vector<Select> parts;
  for (const char* lines : {"breakdown_lines", "empty_lines"}) {
    for (const auto& [last, sex] : sexes) {
      Select one;
      one.of("moments", "m")
          .join(lines, "l", "m", {"project"})
          .left_join("breakdown_days", "b",
                     column("b", "project") == column("m", "project") &&
                         column("b", "day") == column("m", "day") &&
                         column("b", "breakdown") == column("l", "breakdown") &&
                         column("b", "line") == column("l", "line"))
          .only(is_of_period())
          .gives({column("m", "project"), column("m", "moment"),
                  joined({text("participants.breakdowns."), column("l", "breakdown"),
                          text(".rows."), column("l", "line"), text(last)}),
                  heads("b", sex)});
      parts.push_back(one);
    }
  }
  return figures_at("Participants by line.", std::move(parts));
}

/// Of a column that is blank, or an age that nobody knows.
Step unknown_days() {
  std::vector<Select> parts;
  const auto add = [&](const char* of, const Value& is_unknown) {
    Select one;
    one.of("person_days", "p")
        .only(is_unknown)
        .gives({column("p", "project"), column("p", "day"), text(of), column("p", "sex")});
    parts.push_back(one);
  };
  // Whoever started before birth is of no band, too.
  add("age",
      is_null(column("p", "birth_date")) || column("p", "birth_date") > column("p", "start_day"));
  for (const auto& [of, name] : attribute_breakdowns) add(of, column("p", name) == text(""));
  return {
      "unknown_days",
      "Participants of whom that is not given.",
      {{"project", Type::key}, {"day", Type::date}, {"breakdown", Type::key}, {"sex", Type::key}},
      std::move(parts)};
}

Step shown_lines() {
  std::vector<Select> parts;
  for (const char* lines : {"breakdown_lines", "empty_lines"}) {
    Select one;
    one.of(lines, "l")
        .gives({column("l", "project"), column("l", "breakdown"), column("l", "line")});
    parts.push_back(one);
  }
  return {"shown_lines",
          "All lines that have a name.",
          {{"project", Type::key}, {"breakdown", Type::key}, {"line", Type::key}},
          std::move(parts)};
}

Step line_counts() {
  Select rows;
  rows.of("shown_lines", "l")
      .gives({column("l", "project"), column("l", "breakdown"), count() + number(1)});
  return {"unknown_lines",
          "The line behind them has no name, but its number in the breakdown.",
          {{"project", Type::key}, {"breakdown", Type::key}, {"line_no", Type::whole}},
          {rows}};
}

Step unknown_figures() {
  std::vector<Select> parts;
  for (const auto& [last, sex] : sexes) {
    Select one;
    one.of("moments", "m")
        .join("unknown_lines", "l", "m", {"project"})
        .left_join("unknown_days", "b",
                   column("b", "project") == column("m", "project") &&
                       column("b", "day") == column("m", "day") &&
                       column("b", "breakdown") == column("l", "breakdown"))
        .only(is_of_period())
        .gives({column("m", "project"), column("m", "moment"),
                joined({text("participants.breakdowns."), column("l", "breakdown"), text(".rows.#"),
                        cast(column("l", "line_no"), Type::text), text(last)}),
                heads("b", sex)});
    parts.push_back(one);
  }
  return figures_at("Participants of whom it is not given.", std::move(parts));
}

Constants form_list(const Script& script) {
  Constants made{"declared_forms",
                 "Forms of support that the definition declares.",
                 {{"project", Type::key}, {"form", Type::key}},
                 {}};
  for (const SqlProject& each : script.projects) {
    for (const SupportForm& form : each.dossier->project.support_forms) {
      made.rows.push_back({text(each.dossier->project.id), text(form.id)});
    }
  }
  return made;
}

Step forms() {
  Select logged;
  logged.of("support_rows", "s")
      .left_join("declared_forms", "d", "s", {"project", "form"})
      .only(is_null(column("d", "form")))
      .gives({column("s", "project"), column("s", "form"), count()});
  Select declared;
  declared.of("declared_forms", "d")
      .gives({column("d", "project"), column("d", "form"), number(0)});
  return {"forms",
          "Forms of support, of the definition and of the log.",
          {{"project", Type::key}, {"form", Type::key}, {"logged", Type::whole}},
          {declared, logged}};
}

/// Of moments of the axis of days, also where there is none.
Step form_sums() {
  Select rows;
  rows.of("moments", "m")
      .join("support_rows", "s", "m", {"project"})
      .only(is_of_period() && column("s", "day") <= column("m", "day"))
      .gives({column("m", "project"), column("m", "moment"), column("s", "form"),
              count_distinct(column("s", "session_key")) * number(per_unit),
              sum(column("s", "hours")), sum(column("s", "headcount"))});
  return {"form_sums",
          "Sessions, each once in a form, hours and headcount by form.",
          {{"project", Type::key},
           {"moment", Type::key},
           {"form", Type::key},
           {"sessions", Type::wide},
           {"hours", Type::wide},
           {"headcount", Type::wide}},
          {rows}};
}

Step form_persons() {
  Select rows;
  rows.of("moments", "m")
      .join("support_rows", "s", "m", {"project"})
      .join("persons", "p", "s", {"project", "person"})
      .only(is_of_period() && column("s", "day") <= column("m", "day"))
      .gives({column("m", "project"), column("m", "moment"), column("s", "form"),
              column("s", "person"), column("p", "sex"), greatest(column("s", "day"))});
  return {"form_persons",
          "Who had support of a form, and on which day last.",
          {{"project", Type::key},
           {"moment", Type::key},
           {"form", Type::key},
           {"person", Type::key},
           {"sex", Type::key},
           {"last_support", Type::date}},
          {rows}};
}

Step form_figures() {
  std::vector<Select> parts;
  const auto name = [](const char* last) {
    return joined({text("support."), column("f", "form"), text(last)});
  };
  for (const char* what : {"sessions", "hours", "headcount"}) {
    Select one;
    one.of("moments", "m")
        .join("forms", "f", "m", {"project"})
        .left_join("form_sums", "s",
                   column("s", "project") == column("m", "project") &&
                       column("s", "moment") == column("m", "moment") &&
                       column("s", "form") == column("f", "form"))
        .only(is_of_period())
        .gives({column("m", "project"), column("m", "moment"),
                joined({text("support."), column("f", "form"), text(std::string(".") + what)}),
                zero_if_null(column("s", what))});
    parts.push_back(one);
  }
  for (const auto& [last, sex] : sexes) {
    Select one;
    one.of("moments", "m")
        .join("forms", "f", "m", {"project"})
        .left_join("form_persons", "s",
                   column("s", "project") == column("m", "project") &&
                       column("s", "moment") == column("m", "moment") &&
                       column("s", "form") == column("f", "form"))
        .only(is_of_period())
        .gives({column("m", "project"), column("m", "moment"),
                name((std::string(".persons") + last).c_str()), heads("s", sex)});
    parts.push_back(one);
  }
  return figures_at("Support by form.", std::move(parts));
}

Constants periods(const Script& script) {
  Constants made{"periods",
                 "First days of the periods.",
                 {{"project", Type::key}, {"moment", Type::key}, {"first_day", Type::date}},
                 {}};
  for (const SqlProject& each : script.projects) {
    made.rows.push_back(
        {text(each.dossier->project.id), text(moment_end), date(each.period.first)});
  }
  return made;
}

Step period_persons() {
  Select rows;
  rows.of("form_persons", "f")
      .join("periods", "t", "f", {"project", "moment"})
      .only(column("f", "last_support") >= column("t", "first_day"))
      .gives({column("f", "project"), column("f", "moment"), column("f", "form"),
              column("f", "sex"), column("f", "person")});
  return {"period_persons",
          "Who had support of a form in the period.",
          {{"project", Type::key},
           {"moment", Type::key},
           {"form", Type::key},
           {"sex", Type::key},
           {"person", Type::key}},
          {rows}};
}

Step period_people() {
  Select rows;
  rows.of("period_persons", "p")
      .gives({column("p", "project"), column("p", "moment"), column("p", "sex"),
              column("p", "person"), count()});
  return {"period_people",
          "And of any form, each once.",
          {{"project", Type::key},
           {"moment", Type::key},
           {"sex", Type::key},
           {"person", Type::key},
           {"forms", Type::whole}},
          {rows}};
}

Step supported_figures() {
  std::vector<Select> parts;
  for (const auto& [last, sex] : sexes) {
    Select all;
    all.of("periods", "t")
        .left_join("period_people", "p", "t", {"project", "moment"})
        .gives({column("t", "project"),
                text(std::string("participants.supported_in_period") + last), null(),
                heads("p", sex)});
    parts.push_back(all);
    for (const auto& [before, after] : {std::pair("participants.supported_in_period.forms.", ""),
                                        std::pair("support.", ".persons.supported")}) {
      Select of_form;
      of_form.of("forms", "f")
          .left_join("period_persons", "p", "f", {"project", "form"})
          .gives({column("f", "project"),
                  joined({text(before), column("f", "form"), text(std::string(after) + last)}),
                  null(), heads("p", sex)});
      parts.push_back(of_form);
    }
  }
  return figures_apart(
      "Who was supported in the period, newcomer or not: no difference of two days.",
      std::move(parts));
}

Step month_figures() {
  std::vector<Select> parts;
  const auto money = [&](const char* last, bool of_month) {
    const Value at_end = column("a", "direct") + column("a", "indirect");
    const Value before = column("b", "direct") + column("b", "indirect");
    Select one;
    one.of("months", "t")
        .join("amounts", "a",
              column("a", "project") == column("t", "project") &&
                  column("a", "moment") == column("t", "moment_after"))
        .join("amounts", "b",
              column("b", "project") == column("t", "project") &&
                  column("b", "moment") == column("t", "moment_before"))
        .only(column("a", "party") == text("") && column("b", "party") == text(""))
        .gives({column("t", "project"), joined({text("months."), column("t", "month"), text(last)}),
                null(), number(per_grosz) * (of_month ? at_end - before : at_end)});
    parts.push_back(one);
  };
  money(".eligible", true);
  money(".eligible_cumulative", false);
  Select people;
  const Value has_started = column("p", "start_day") <= column("t", "last_day");
  people.of("months", "t")
      .left_join("persons", "p", "t", {"project"})
      .gives({column("t", "project"),
              joined({text("months."), column("t", "month"), text(".participants")}), null(),
              sum_or_zero(choice(has_started, number(per_unit), number(0)))});
  parts.push_back(people);
  return figures_apart(
      "Months of the project: participants at the end, and what was spent in each.",
      std::move(parts));
}

}  // namespace

void add_participant_figures(Script& script) {
  script.add(participants());
  script.add(breakdown_days());
  script.add(breakdown_lines());
  script.add(declared_lines(script));
  script.add(missing_lines());
  script.add(breakdown_figures());
  script.add(unknown_days());
  script.add(shown_lines());
  script.add(line_counts());
  script.add(unknown_figures());
  script.add(form_list(script));
  script.add(forms());
  script.add(form_sums());
  script.add(form_persons());
  script.add(form_figures());
  script.add(periods(script));
  script.add(period_persons());
  script.add(period_people());
  script.add(supported_figures());
  script.add(month_figures());
}

}  // namespace euproj::sql
