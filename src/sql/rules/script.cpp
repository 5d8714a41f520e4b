// The whole script: tables, loading, rules in the order in which they build on each other, answer.

#include "sql/rules/script.hpp"

#include <algorithm>

#include "euproj/sql/export_tables.hpp"
#include "sql/algebra/render.hpp"
#include "sql/rules/partner_counts.hpp"
#include "sql/tables/tables.hpp"

namespace euproj {
namespace {

using namespace sql;

std::string title(std::string_view text) { return "\n" + comment_lines(text); }

std::string create_tables(SqlDialect dialect) {
  const DialectWords& words = words_of(dialect);
  std::string text;
  for (const TableColumns& table : tables()) {
    std::string columns = column_list(table.columns, dialect);
    if (table.name == "projects") columns.insert(columns.find(','), words.key);
    text += "CREATE TABLE IF NOT EXISTS " + table.name + " (" + columns + ")" +
            std::string(words.engine) + ";\n";
  }
  return text;
}

/// What is in the folder, and what is asked for, before anything of it is loaded.
Constants incoming_projects() {
  return {"incoming_projects",
          "What is in the folder.",
          {{"project", Type::key}, {"export_version", Type::whole}},
          {}};
}

Constants asked_projects(const std::vector<SqlProject>& projects) {
  Constants made{"asked_projects", "What is asked for.", {{"project", Type::key}}, {}};
  for (const SqlProject& each : projects) made.rows.push_back({text(each.dossier->project.id)});
  return made;
}

Step refused_loads(bool takes_back_loads) {
  std::vector<Select> parts;
  Select version;
  version.of("incoming_projects", "p")
      .only(column("p", "export_version") != number(export_version))
      .gives({text("version"), refusal(joined({text("the export is of another version: "),
                                               column("p", "project")}))});
  parts.push_back(version);
  Select missing;
  missing.of("asked_projects", "a")
      .left_join("incoming_projects", "p", "a", {"project"})
      .only(is_null(column("p", "export_version")))
      .gives({text("project"),
              refusal(joined({text("the export does not hold "), column("a", "project")}))});
  parts.push_back(missing);
  for (const TableColumns& table : tables()) {
    if (takes_back_loads && table.name != "projects") continue;  // it is the last that is loaded
    Select held;
    held.of("incoming_projects", "p")
        .join(table.name, "t", "p", {"project"})
        .gives({text(table.name),
                refusal(joined({text("the table " + table.name + " holds this already: "),
                                column("p", "project")}))});
    parts.push_back(held);
  }
  return {"refused_loads",
          "The script ends here, and nothing is loaded, where the folder is of another version, a "
          "project is not in it, or a table holds one already.",
          {{"fault", Type::key}, {"number", Type::whole}},
          std::move(parts)};
}

/// The parts of a statement that reads a file.
struct FileCells {
  std::string cells;   // as they are in the file
  std::string values;  // as they are in the table
  std::string faults;  // what is not the same when it is written again

  FileCells(const Columns& columns, const DialectWords& words) {
    for (const ColumnOf& column : columns) {
      const std::string_view type = words.types.at(static_cast<std::size_t>(column.type));
      const std::string value = filled_in(words.from_cell, column.name, type);
      cells += (cells.empty() ? "" : ", ") + column.name + " " + std::string(words.type_of_cell);
      values += (values.empty() ? "" : ",\n       ") + value;
      if (column.type == Type::key || column.type == Type::text) continue;
      const bool is_decimal = column.type == Type::money || column.type == Type::quantity;
      const int decimals = column.type == Type::money ? money_decimals : quantity_decimals;
      faults += (faults.empty() ? "" : " OR ") +
                filled_in(is_decimal ? words.decimal_differs : words.cell_differs, value,
                          column.name, std::to_string(decimals));
    }
  }
};

std::string load_tables(const std::vector<SqlProject>& projects, SqlDialect dialect) {
  const DialectWords& words = words_of(dialect);
  const auto load = [&](const std::string& into, const std::string& file, const Columns& columns) {
    const FileCells of(columns, words);
    return filled_in(words.load, into, file, of.cells, of.values);
  };
  std::string text(words.begin_load);
  const Constants incoming = incoming_projects();
  text += render(incoming, dialect) + load(incoming.name, "projects", incoming.columns);
  text += render(asked_projects(projects), dialect);
  text += render(refused_loads(words.takes_back_loads), dialect);
  for (const TableColumns& table : tables()) {
    const FileCells of(table.columns, words);
    if (!of.faults.empty()) text += filled_in(words.check_cells, table.name, of.cells, of.faults);
  }
  for (const TableColumns& table : tables()) {
    text += load(table.name, table.name, table.columns) + filled_in(words.has_rows, table.name);
  }
  return text + std::string(words.end_load);
}

Statement empty_table(std::string name, std::string comment, Columns columns) {
  return Constants{std::move(name), std::move(comment), std::move(columns), {}};
}

Step differences() {
  const auto at = [](const std::string& moment) {
    return sum_or_zero(
        choice(column("a", "moment") == text(moment), column("a", "amount"), number(0)));
  };
  Select all;
  all.of("figures_at", "a")
      .gives({column("a", "project"), column("a", "figure"), at(moment_end) - at(moment_before),
              at(moment_end)});
  return figures_apart(
      "A period has what a figure is on its last day, less what it was on the day before the "
      "first: so periods add "
      "up, and one may be negative after a correction or a re-entry.",
      {all});
}

template <typename Has>
bool any_of_projects(const Script& script, const Has& has) {
  return std::any_of(script.projects.begin(), script.projects.end(),
                     [&](const SqlProject& each) { return has(each.dossier->project); });
}

/// What a report of these projects has beside what the rules give.
void say_what_is_left_out(Script& script) {
  const auto any = [&](const auto& has) { return any_of_projects(script, has); };
  script.leave_out("exposure of the rule of proportionality");
  script.leave_out("deadlines (days left)");
  script.leave_out("corrections, gaps and findings, which are lists of rows");
  if (any([](const Project& project) { return project.budget.latest().shift_limit.has_value(); })) {
    script.leave_out("shifts between tasks");
  }
  if (any([](const Project& project) { return !project.claims.empty(); })) {
    script.leave_out(
        "reports of a claim (--claim), which are of its documents and not of its days");
  }
  if (any(has_simplified_forms)) {
    script.leave_out("percentages that lump sums require, as they are shown");
  }
}

std::string answer(SqlDialect dialect) {
  const DialectWords& words = words_of(dialect);
  const std::string order(words.text_order);
  return title(
             "The answer. Names are those of the JSON report, without the step `period` or "
             "`cumulative`; what has no "
             "such step stands in cumulative.") +
         "SELECT f.project AS project, f.figure AS figure,\n       " +
         filled_in(words.wide_to_decimal, "f.in_period") + " AS period,\n       " +
         filled_in(words.wide_to_decimal, "f.cumulative") +
         " AS cumulative\nFROM figures AS f\nORDER BY f.project" + order + ", f.figure" + order +
         ";\n";
}

}  // namespace

SqlScript build_sql_script(const std::vector<SqlProject>& projects, SqlDialect dialect) {
  Script script(projects);
  script.add(empty_table("figures_at",
                         "Figures by moment, in ten-thousandths: amounts, counts and hours alike.",
                         {{"project", Type::key},
                          {"moment", Type::key},
                          {"figure", Type::key},
                          {"amount", Type::wide}}));
  script.add(empty_table("figures", "Figures of the period and cumulative, in ten-thousandths.",
                         {{"project", Type::key},
                          {"figure", Type::key},
                          {"in_period", Type::wide},
                          {"cumulative", Type::wide}}));
  add_moments(script);
  add_persons(script);
  add_indicators(script);
  add_costs(script);
  add_simplified(script);
  add_totals(script);
  add_shares(script);
  add_money_figures(script);
  add_simplified_figures(script);
  add_settlement(script);
  add_documented_figures(script);
  add_people_figures(script);
  add_participant_figures(script);
  add_overlap_figures(script);
  add_partner_figures(script);
  add_declared_figures(script);
  say_what_is_left_out(script);
  script.add(differences());

  std::string text = comment_lines("Figures of euproj, computed again by " +
                                   std::string(words_of(dialect).name) + ".");
  for (const SqlProject& each : projects) {
    text += comment_lines(each.dossier->project.id + ": " + each.period.first.iso() + " to " +
                          each.period.last.iso());
  }
  text += comment_lines("Run it in the folder that `euproj export` wrote.") +
          std::string(words_of(dialect).preamble);
  text += title("Tables of the export") + create_tables(dialect);
  text += title("Loading") + load_tables(projects, dialect);
  for (const Statement& statement : script.statements) text += "\n" + render(statement, dialect);
  for (const std::string& what : script.not_computed) {
    text += "\n" + comment_lines("not computed: " + what);
  }
  return {text + answer(dialect), script.not_computed};
}

}  // namespace euproj
