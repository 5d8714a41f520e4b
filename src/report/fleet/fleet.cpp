#include "euproj/report/fleet.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "euproj/words/texts.hpp"
#include "report/parts/typed_table.hpp"

namespace euproj {
namespace parts {
namespace {

FixedText state_text(ProjectState state) {
  switch (state) {
    case ProjectState::done:
      return Text::fleet_done;
    case ProjectState::incomplete:
      return Text::fleet_incomplete;
    case ProjectState::bad_data:
      return Text::fleet_bad_data;
    case ProjectState::wrong_usage:
      return Text::fleet_wrong_usage;
    case ProjectState::failure:
      return Text::fleet_failure;
  }
  return Text::fleet_failure;
}

std::string name_of(const FleetProject& project) {
  return project.id.empty() ? project.path : project.id;
}

/// With its days, where the words that were typed do not name them.
std::string period_of(const Fleet& fleet, const Words& words) {
  if (!fleet.days) return fleet.period;
  const std::string last = fleet.days->last.iso();
  return fleet.period == "all" ? words(Text::fleet_since_start, {last})
                               : words(Text::fleet_last_month, {fleet.days->first.iso(), last});
}

std::set<std::string> currencies_of(const Fleet& fleet) {
  std::set<std::string> currencies;
  for (const FleetProject& project : fleet.projects) {
    if (project.figures) currencies.insert(project.figures->currency);
  }
  return currencies;
}

/// What a table of projects shows of one, or of all. What has no value does not apply.
struct ProjectLine {
  std::string name;
  TextCell state = TextCell::blank();
  TextCell currency;
  std::optional<Money> total;
  std::optional<Money> spent;
  std::optional<Percent> used;
  bool costs_suppressed = false;  // of one, or of some in a sum
  CountCell participants;
  std::optional<Reached> reached;
  std::size_t errors = 0;
  std::size_t warnings = 0;
};

ProjectLine line_of(const FleetProject& project, const Words& words) {
  ProjectLine line;
  line.name = name_of(project);
  line.state = cell_of(words, state_text(project.state))
                   .with(project.state == ProjectState::done ? Tone::normal : Tone::attention);
  if (project.figures) {
    const FleetFigures& figures = *project.figures;
    line.currency = text_cell(figures.currency);
    line.total = figures.total;
    if (figures.eligible) line.spent = figures.eligible->cumulative;
    line.costs_suppressed = !figures.eligible.has_value();
    line.used = figures.used;
    line.participants = suppressible(figures.participants.total);
    line.reached = reached_of(figures);
  }
  line.errors = project.errors;
  line.warnings = project.warnings;
  return line;
}

/// Of the money of the projects that have a report, of indicators and findings; not of persons.
ProjectLine sum_of(const std::vector<ProjectLine>& lines, const Words& words) {
  Money total;
  Money spent;
  ProjectLine sum;
  sum.name = words(Text::row_total);
  sum.reached.emplace();
  for (const ProjectLine& line : lines) {
    sum.errors += line.errors;
    sum.warnings += line.warnings;
    if (!line.total) continue;
    total += *line.total;
    spent += line.spent.value_or(Money());
    sum.costs_suppressed = sum.costs_suppressed || line.costs_suppressed;
    sum.reached->reached += line.reached->reached;
    sum.reached->of += line.reached->of;
  }
  sum.total = total;
  if (sum.costs_suppressed) return sum;
  sum.spent = spent;
  sum.used = percent_of(spent.minor_units(), total.minor_units());
  return sum;
}

CountCell size_cell(std::size_t number) { return count_cell(static_cast<std::int64_t>(number)); }

/// With all that a sheet has room for, or as wide as a terminal.
Table projects_table(const Fleet& fleet, const Words& words, Medium medium) {
  const bool one_currency = currencies_of(fleet).size() <= 1;
  TypedTable<ProjectLine> table(words, "projects");
  table.medium(medium);
  table.label("project", Text::fleet_project, &ProjectLine::name);
  table.column("state", Text::fleet_state, &ProjectLine::state);
  if (!one_currency) table.column("currency", Text::fleet_currency, &ProjectLine::currency);
  if (medium == Medium::workbook) {
    table.column("total", Text::fleet_value, &ProjectLine::total);
  }
  const auto as_costs = [](const ProjectLine& line, auto cell) {
    cell.suppressed = line.costs_suppressed;
    return cell;
  };
  table.column("spent", Text::fleet_spent,
               [=](const ProjectLine& line) { return as_costs(line, cell_of(words, line.spent)); });
  table.column("used_percent", Text::column_used,
               [=](const ProjectLine& line) { return as_costs(line, cell_of(words, line.used)); });
  table.column("participants", Text::fleet_participants, &ProjectLine::participants);
  table.column("reached", Text::fleet_reached, [](const ProjectLine& line) {
    return line.reached ? count_cell(line.reached->reached) : CountCell();
  });
  table.column("targets", Text::fleet_targets, [](const ProjectLine& line) {
    return line.reached ? count_cell(line.reached->of) : CountCell();
  });
  if (!fleet.small_cells) {
    table.column("errors", Text::fleet_errors,
                 [](const ProjectLine& line) { return size_cell(line.errors); });
    table.column("warnings", Text::row_warnings,
                 [](const ProjectLine& line) { return size_cell(line.warnings); });
  }
  std::vector<ProjectLine> lines;
  for (const FleetProject& project : fleet.projects) lines.push_back(line_of(project, words));
  table.rows(lines);
  if (one_currency && lines.size() > 1) table.row(sum_of(lines, words), RowRole::total);
  return table.take();
}

/// An item of a project, named with it.
template <typename Item>
struct OfProject {
  const FleetProject& project;
  const Item& item;
};

Table indicators_table(const Fleet& fleet, const Words& words) {
  using Row = OfProject<IndicatorFigures>;
  TypedTable<Row> table(words, "indicators");
  table.empty_note(Text::fleet_no_indicators);
  table.label("project", Text::fleet_project, [](const Row& row) { return name_of(row.project); });
  table.column("id", Text::column_id, [](const Row& row) { return row.item.id; });
  table.label("indicator", Text::column_indicator, [](const Row& row) { return row.item.name; });
  table.column("unit", Text::column_unit, [](const Row& row) { return row.item.unit; });
  table.column("target", Text::column_target, [](const Row& row) { return row.item.target.total; });
  table.column("cumulative", Text::column_cumulative,
               [](const Row& row) { return sex_cells(row.item.cumulative)[0]; });
  table.column("achieved", Text::column_achieved, [](const Row& row) { return row.item.achieved; });
  for (const FleetProject& project : fleet.projects) {
    if (!project.figures) continue;
    for (const IndicatorFigures& indicator : project.figures->indicators) {
      table.row({project, indicator});
    }
  }
  return table.take();
}

std::string where(const Finding& finding) {
  if (finding.file.empty() || finding.line == 0) return finding.file;
  return finding.file + ":" + std::to_string(finding.line);
}

Table findings_table(const Fleet& fleet, const Words& words) {
  using Row = OfProject<FleetFindings>;
  TypedTable<Row> table(words, "findings");
  table.empty_note(Text::fleet_no_findings);
  table.label("project", Text::fleet_project, [](const Row& row) { return name_of(row.project); });
  table.column("severity", Text::column_severity, [words](const Row& row) {
    return row.item.first.severity == Severity::warning
               ? text_cell(words(Text::severity_warning))
               : text_cell(words(Text::severity_error), Tone::attention);
  });
  table.column("code", Text::column_code, [](const Row& row) { return row.item.first.code; });
  table.column("count", Text::fleet_count,
               [](const Row& row) { return size_cell(row.item.count); });
  table.column("where", Text::fleet_first, [](const Row& row) { return where(row.item.first); });
  table.column("message", Text::column_message,
               [](const Row& row) { return row.item.first.message; });
  for (const FleetProject& project : fleet.projects) {
    for (const FleetFindings& found : project.findings) table.row({project, found});
  }
  return table.take();
}

}  // namespace
}  // namespace parts

FleetFigures fleet_figures(const Figures& figures) {
  FleetFigures made{figures.period,       figures.currency,  figures.total, {}, {},
                    figures.participants, figures.indicators};
  if (!figures.costs_suppressed) {
    made.eligible = figures.eligible;
    made.used = percent_of(figures.eligible.cumulative.minor_units(), figures.total.minor_units());
  }
  return made;
}

std::vector<FleetFindings> group_findings(const std::vector<Finding>& findings) {
  std::map<std::tuple<bool, std::string>, FleetFindings> by_code;
  for (const Finding& finding : findings) {
    const bool warning = finding.severity == Severity::warning;
    FleetFindings& group = by_code[{warning, finding.code}];
    if (group.count++ == 0) group.first = finding;
  }
  std::vector<FleetFindings> groups;
  for (auto& [code, group] : by_code) groups.push_back(std::move(group));
  return groups;
}

Reached reached_of(const FleetFigures& figures) {
  constexpr std::int64_t hundred = 100'00;  // hundredths of a percent
  Reached reached;
  for (const IndicatorFigures& indicator : figures.indicators) {
    if (!indicator.achieved) continue;
    ++reached.of;
    if (indicator.achieved->hundredths >= hundred) ++reached.reached;
  }
  return reached;
}

Document build_fleet_document(const Fleet& fleet, Language language) {
  using namespace parts;
  const Words words(language);
  Document document;
  document.language = language;
  document.title = words(Text::fleet_title);
  document.label = fleet.label;
  document.subtitle =
      words(Text::fleet_subtitle, {std::to_string(fleet.projects.size()), period_of(fleet, words)});
  const auto currencies = currencies_of(fleet);
  if (currencies.size() == 1) document.currency = *currencies.begin();

  DocumentSection projects = section_of("projects", words(Text::fleet_projects));
  projects.add_note(words(Text::fleet_note));
  projects.add(projects_table(fleet, words, Medium::workbook));
  projects.add(projects_table(fleet, words, Medium::text));
  document.sections.push_back(std::move(projects));

  DocumentSection indicators = section_of("indicators", words(Text::section_indicators));
  indicators.only_in_workbook = true;  // some ten lines a project
  indicators.add(indicators_table(fleet, words));
  document.sections.push_back(std::move(indicators));

  if (!fleet.small_cells) {
    DocumentSection findings = section_of("findings", words(Text::section_findings));
    findings.add(findings_table(fleet, words));
    document.sections.push_back(std::move(findings));
  }
  for (const FleetProject& project : fleet.projects) {
    if (project.stale.empty()) continue;
    document.sections.front().add_note(
        words(Text::fleet_stale, {name_of(project), parts::comma_list(project.stale)}));
  }
  return document;
}

}  // namespace euproj
