// Persons: who started when, what they were then, and which exit is known on a day
// (src/calc/README.md#start).

#include <algorithm>

#include "sql/rules/script.hpp"
#include "sql/tables/tables.hpp"

namespace euproj::sql {
namespace {

/// A file of a central system gives persons and their support together.
bool has_support_log(const std::vector<DataFile>& data) {
  return std::any_of(data.begin(), data.end(), [](const DataFile& file) {
    return file.kind == LogKind::support || !file.preset.empty();
  });
}

Constants starts(const Script& script) {
  Constants made{"starts_by_entry",
                 "Projects without a log of support: a person starts with the first entry.",
                 {{"project", Type::key}, {"by_entry", Type::whole}},
                 {}};
  for (const SqlProject& each : script.projects) {
    const std::vector<DataFile>& data = each.dossier->project.data;
    if (has_support_log(data)) continue;
    made.rows.push_back({text(each.dossier->project.id), number(1)});
  }
  return made;
}

Step support_rows() {
  const Value hours = choice(column("s", "repeated") == number(1), cast(number(0), Type::wide),
                             cast(column("s", "hours") * number(per_unit), Type::wide));
  Select rows;
  rows.of("support", "s")
      .gives({column("s", "project"), first_known(column("s", "person"), text("")),
              column("s", "row_no"), column("s", "day"), column("s", "form"),
              column("s", "session_key"), hours,
              cast(column("s", "headcount"), Type::wide) * number(per_unit),
              first_known(column("s", "partner"), text(""))});
  return {"support_rows",
          "Support, in ten-thousandths of an hour. A session that a person has twice in equal rows "
          "has its hours once. "
          "Rows of people who are no participants have no person.",
          {{"project", Type::key},
           {"person", Type::key},
           {"row_no", Type::whole},
           {"day", Type::date},
           {"form", Type::key},
           {"session_key", Type::key},
           {"hours", Type::wide},
           {"headcount", Type::wide},
           {"partner", Type::key}},
          {rows}};
}

Step person_starts() {
  Select by_support;
  by_support.of("support_rows", "s")
      .left_join("starts_by_entry", "b", "s", {"project"})
      .only(column("s", "person") != text("") && is_null(column("b", "by_entry")))
      .gives({column("s", "project"), column("s", "person"), least(column("s", "day"))});
  Select by_entry;
  by_entry.of("participations", "p")
      .join("starts_by_entry", "b", "p", {"project"})
      .only(is_known(column("p", "entry_day")))
      .gives({column("p", "project"), column("p", "person"), least(column("p", "entry_day"))});
  return {"person_starts",
          "A person starts on the day of the first support.",
          {{"project", Type::key}, {"person", Type::key}, {"start_day", Type::date}},
          {by_support, by_entry}};
}

Columns person_columns() {
  Columns columns = {{"project", Type::key},
                     {"person", Type::key},
                     {"start_day", Type::date},
                     {"birth_date", Type::date},
                     {"household", Type::key}};
  for (std::size_t i = 0; i < attribute_count; ++i) {
    columns.push_back({attribute_column(static_cast<Attribute>(i)), Type::key});
  }
  return columns;
}

Step ranked_participations() {
  const Value is_behind =
      is_known(column("p", "entry_day")) && column("p", "entry_day") > column("s", "start_day");
  std::vector<Value> values = {column("s", "project"), column("s", "person"),
                               column("s", "start_day"), column("p", "birth_date"),
                               first_known(column("p", "household"), text(""))};
  for (std::size_t i = 0; i < attribute_count; ++i) {
    const std::string name = attribute_column(static_cast<Attribute>(i));
    values.push_back(first_known(column("p", name), text("")));
  }
  // Where no participation began by the start, the first one.
  values.push_back(row_number_from_last(
      {column("s", "project"), column("s", "person")},
      {choice(is_behind, number(0), number(1)), choice(is_behind, null(), column("p", "entry_day")),
       choice(is_behind, null(), column("p", "row_no"))}));
  values.push_back(row_number({column("s", "project"), column("s", "person")},
                              {choice(is_known(column("p", "entry_day")), number(1), number(0)),
                               column("p", "entry_day"), column("p", "row_no")}));
  values.push_back(choice(is_behind, number(1), number(0)));
  Select rows;
  rows.of("person_starts", "s")
      .join("participations", "p", "s", {"project", "person"})
      .gives(std::move(values));
  Columns columns = person_columns();
  columns.push_back({"from_last", Type::whole});
  columns.push_back({"from_first", Type::whole});
  columns.push_back({"is_behind", Type::whole});
  return {"ranked_participations",
          "The participations of who has started: the one with the latest entry on or before the "
          "start comes first, one "
          "without an entry before all that have one.",
          columns,
          {rows}};
}

Step persons() {
  std::vector<Value> values;
  for (const ColumnOf& each : person_columns()) values.push_back(column("r", each.name));
  Select rows;
  rows.of("ranked_participations", "r")
      .only((column("r", "from_last") == number(1) && column("r", "is_behind") == number(0)) ||
            (column("r", "from_first") == number(1) && column("r", "is_behind") == number(1)))
      .gives(std::move(values));
  return {"persons",
          "What a person is said by the participation in which the start lies, for ever; blanks "
          "are empty texts.",
          person_columns(),
          {rows}};
}

Step person_days() {
  Columns columns = person_columns();
  columns.push_back({"day", Type::date});
  std::vector<Value> values;
  for (const ColumnOf& each : person_columns()) values.push_back(column("p", each.name));
  values.push_back(column("d", "day"));
  Select rows;
  rows.of("persons", "p")
      .join("days", "d", "p", {"project"})
      .only(column("p", "start_day") <= column("d", "day"))
      .gives(std::move(values));
  return {"person_days", "Who has started, on each day that is asked about.", columns, {rows}};
}

Step participations_of_day() {
  Select rows;
  rows.of("person_days", "p")
      .join("participations", "e", "p", {"project", "person"})
      .only(is_null(column("e", "entry_day")) || column("e", "entry_day") <= column("p", "day"))
      .gives(
          {column("p", "project"), column("p", "person"), column("p", "day"),
           column("p", "start_day"), column("e", "entry_day"), column("e", "exit_day"),
           column("e", "completed"),
           row_number_from_last({column("p", "project"), column("p", "person"), column("p", "day")},
                                {column("e", "entry_day"), column("e", "row_no")})});
  return {"participations_of_day",
          "The participation of a day is the one with the latest entry on or before it.",
          {{"project", Type::key},
           {"person", Type::key},
           {"day", Type::date},
           {"start_day", Type::date},
           {"entry_day", Type::date},
           {"exit_day", Type::date},
           {"completed", Type::text},
           {"from_last", Type::whole}},
          {rows}};
}

Step exits() {
  const Value begins = choice(
      is_known(column("e", "entry_day")) && column("e", "entry_day") > column("e", "start_day"),
      column("e", "entry_day"), column("e", "start_day"));
  Select rows;
  rows.of("participations_of_day", "e")
      .only(column("e", "from_last") == number(1) && is_known(column("e", "exit_day")) &&
            column("e", "exit_day") <= column("e", "day"))
      .gives({column("e", "project"), column("e", "person"), column("e", "day"), begins,
              column("e", "exit_day"), first_known(column("e", "completed"), text(""))});
  return {"exits",
          "The exit that is known on a day: of the participation of the day, once it has come. A "
          "re-entry takes it "
          "back.",
          {{"project", Type::key},
           {"person", Type::key},
           {"day", Type::date},
           {"begin_day", Type::date},
           {"exit_day", Type::date},
           {"completed", Type::key}},
          {rows}};
}

}  // namespace

void add_persons(Script& script) {
  script.add(starts(script));
  script.add(support_rows());
  script.add(person_starts());
  script.add(ranked_participations());
  script.add(persons());
  script.add(person_days());
  script.add(participations_of_day());
  script.add(exits());
}

}  // namespace euproj::sql
