// The summary of a run of several projects: who is done, what was spent and reached, what is wrong.

#include <map>
#include <set>

#include "euproj/report/fleet.hpp"
#include "euproj/words/texts.hpp"
#include "report/document/document_parts.hpp"

namespace euproj {
namespace parts {
namespace {

FixedText state_text(ProjectState state) {
  switch (state) {
    case ProjectState::done: return Text::fleet_done;
    case ProjectState::incomplete: return Text::fleet_incomplete;
    case ProjectState::bad_data: return Text::fleet_bad_data;
    case ProjectState::wrong_usage: return Text::fleet_wrong_usage;
    case ProjectState::failure: return Text::fleet_failure;
  }
  return Text::fleet_failure;
}

std::string name_of(const FleetProject& project) {
  return project.id.empty() ? project.path : project.id;
}

std::set<std::string> currencies_of(const Fleet& fleet) {
  std::set<std::string> currencies;
  for (const FleetProject& project : fleet.projects) {
    if (project.figures) currencies.insert(project.figures->currency);
  }
  return currencies;
}

Cell count_of(std::size_t number) { return Quantity::whole(static_cast<std::int64_t>(number)); }

class FleetTables {
 public:
  FleetTables(const Fleet& fleet, const Words& words)
      : fleet_(fleet), words_(words), one_currency_(currencies_of(fleet).size() <= 1) {}

  /// With all that a sheet has room for, or as wide as a terminal.
  Table projects(Medium medium) const {
    const bool wide = medium == Medium::workbook;
    Table table;
    table.id = "projects";
    table.medium = medium;
    const auto add = [&](const char* id, FixedText heading, ColumnKind kind) {
      table.columns.push_back(column(id, words_(heading), kind));
    };
    add("project", Text::fleet_project, ColumnKind::label);
    add("state", Text::fleet_state, ColumnKind::text);
    if (!one_currency_) add("currency", Text::fleet_currency, ColumnKind::text);
    if (wide) add("total", Text::fleet_value, ColumnKind::money);
    add("spent", Text::fleet_spent, ColumnKind::money);
    add("used_percent", Text::column_used, ColumnKind::percent);
    add("participants", Text::fleet_participants, ColumnKind::count);
    add("reached", Text::fleet_reached, ColumnKind::count);
    add("targets", Text::fleet_targets, ColumnKind::count);
    if (!fleet_.small_cells) {
      add("errors", Text::fleet_errors, ColumnKind::count);
      add("warnings", Text::row_warnings, ColumnKind::count);
    }
    for (const FleetProject& project : fleet_.projects) {
      add_row(table, project_cells(project, table));
    }
    if (one_currency_ && fleet_.projects.size() > 1) add_row(table, sums(table), RowRole::total);
    return table;
  }

  Table indicators() const {
    Table table;
    table.id = "indicators";
    table.empty_note = words_(Text::fleet_no_indicators);
    table.columns = {column("project", words_(Text::fleet_project), ColumnKind::label),
                     column("id", words_(Text::column_id), ColumnKind::text),
                     column("indicator", words_(Text::column_indicator), ColumnKind::label),
                     column("unit", words_(Text::column_unit), ColumnKind::text),
                     column("target", words_(Text::column_target), ColumnKind::count),
                     column("cumulative", words_(Text::column_cumulative), ColumnKind::count),
                     column("achieved", words_(Text::column_achieved), ColumnKind::percent)};
    for (const FleetProject& project : fleet_.projects) {
      if (!project.figures) continue;
      for (const IndicatorFigures& indicator : project.figures->indicators) {
        const Value& value = indicator.cumulative;
        add_row(table, {name_of(project), indicator.id, indicator.name.in(words_.language()),
                        indicator.unit, quantity_cell(indicator.target.total),
                        value.hidden.total ? hidden_cell(words_) : quantity_cell(value.total),
                        optional_cell(indicator.achieved)});
      }
    }
    return table;
  }

  Table findings() const {
    Table table;
    table.id = "findings";
    table.empty_note = words_(Text::fleet_no_findings);
    table.columns = {column("project", words_(Text::fleet_project), ColumnKind::label),
                     column("severity", words_(Text::column_severity), ColumnKind::text),
                     column("code", words_(Text::column_code), ColumnKind::text),
                     column("count", words_(Text::fleet_count), ColumnKind::count),
                     column("where", words_(Text::fleet_first), ColumnKind::text),
                     column("message", words_(Text::column_message), ColumnKind::text)};
    for (const FleetProject& project : fleet_.projects) {
      for (const FleetFindings& found : project.findings) {
        const bool warning = found.first.severity == Severity::warning;
        add_row(table, {name_of(project),
                        Cell(words_(warning ? Text::severity_warning : Text::severity_error),
                             warning ? Tone::normal : Tone::attention),
                        found.first.code, count_of(found.count), where(found.first),
                        found.first.message});
      }
    }
    return table;
  }

 private:
  std::vector<Cell> project_cells(const FleetProject& project, const Table& table) const {
    const bool good = project.state == ProjectState::done;
    std::map<std::string, Cell> by_column;
    by_column["project"] = name_of(project);
    by_column["state"] =
        Cell(words_(state_text(project.state)), good ? Tone::normal : Tone::attention);
    if (project.figures) {
      const FleetFigures& figures = *project.figures;
      const Reached reached = reached_of(figures);
      by_column["currency"] = figures.currency;
      by_column["total"] = figures.total;
      by_column["spent"] = figures.eligible.cumulative;
      by_column["used_percent"] = optional_cell(figures.used);
      by_column["participants"] = count_cell(words_, figures.participants.total);
      by_column["reached"] = Quantity::whole(reached.reached);
      by_column["targets"] = Quantity::whole(reached.of);
    }
    by_column["errors"] = count_of(project.errors);
    by_column["warnings"] = count_of(project.warnings);
    return in_order(table, by_column);
  }

  /// Of the money of the projects that have a report, of indicators and findings; not of persons.
  std::vector<Cell> sums(const Table& table) const {
    Money total;
    Money spent;
    Reached all;
    std::size_t errors = 0;
    std::size_t warnings = 0;
    for (const FleetProject& project : fleet_.projects) {
      errors += project.errors;
      warnings += project.warnings;
      if (!project.figures) continue;
      const Reached reached = reached_of(*project.figures);
      total += project.figures->total;
      spent += project.figures->eligible.cumulative;
      all.reached += reached.reached;
      all.of += reached.of;
    }
    return in_order(
        table, {{"project", words_(Text::row_total)},
                {"state", std::string()},
                {"total", total},
                {"spent", spent},
                {"used_percent", optional_cell(percent_of(spent.minor_units(),
                                                          total.minor_units()))},
                {"reached", Quantity::whole(all.reached)},
                {"targets", Quantity::whole(all.of)},
                {"errors", count_of(errors)},
                {"warnings", count_of(warnings)}});
  }

  /// A column without a cell does not apply.
  static std::vector<Cell> in_order(const Table& table,
                                    const std::map<std::string, Cell>& by_column) {
    std::vector<Cell> cells;
    for (const TableColumn& column : table.columns) {
      const auto found = by_column.find(column.id);
      cells.push_back(found == by_column.end() ? Cell() : found->second);
    }
    return cells;
  }

  static std::string where(const Finding& finding) {
    if (finding.file.empty() || finding.line == 0) return finding.file;
    return finding.file + ":" + std::to_string(finding.line);
  }

  const Fleet& fleet_;
  const Words& words_;
  bool one_currency_;
};

DocumentSection section(const char* id, std::string title, std::vector<Table> tables) {
  DocumentSection made;
  made.id = id;
  made.title = std::move(title);
  made.tables = std::move(tables);
  return made;
}

}  // namespace
}  // namespace parts

Document build_fleet_document(const Fleet& fleet, Language language) {
  const parts::Words words(language);
  Document document;
  document.language = language;
  document.title = words(Text::fleet_title);
  document.subtitle = words(Text::fleet_subtitle,
                            {std::to_string(fleet.projects.size()), fleet.period});
  const auto currencies = parts::currencies_of(fleet);
  if (currencies.size() == 1) document.currency = *currencies.begin();
  const parts::FleetTables tables(fleet, words);
  document.sections = {
      parts::section("projects", words(Text::fleet_projects),
                     {tables.projects(Medium::workbook), tables.projects(Medium::text)}),
      parts::section("indicators", words(Text::section_indicators), {tables.indicators()})};
  document.sections[0].notes = {words(Text::fleet_note)};
  document.sections[1].only_in_workbook = true;  // some ten lines a project
  if (!fleet.small_cells) {
    document.sections.push_back(
        parts::section("findings", words(Text::section_findings), {tables.findings()}));
  }
  return document;
}

}  // namespace euproj
