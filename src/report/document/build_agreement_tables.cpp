// What the agreement asks for beside sources and tasks: partners, shifts, contributions shown by
// documents, corrections, the settlement of advances; and what is exposed below the targets.

#include "report/document/agreement_tables.hpp"

#include "euproj/words/texts.hpp"

namespace euproj::parts {

Table partners_table(const Figures& figures, const Words& words) {
  Table table;
  table.id = "partners";
  table.title = words(Text::table_partners);
  table.columns = {column("id", words(Text::column_partner), ColumnKind::label),
                   column("planned", words(Text::column_planned), ColumnKind::money),
                   column("period", words(Text::column_period), ColumnKind::money),
                   column("cumulative", words(Text::column_cumulative), ColumnKind::money)};
  for (const SourceFigures& source : figures.sources) {
    table.columns.push_back(column("source_" + source.id, source.id, ColumnKind::money));
  }
  table.columns.push_back(column("remaining", words(Text::column_remaining), ColumnKind::money,
                                 difference_of("planned", "cumulative")));
  for (const PartnerFigures& partner : figures.partners) {
    const std::string& name = partner.name.in(words.language());
    std::vector<Cell> cells = {partner.leads ? words(Text::partner_leads, {name}) : name,
                               optional_cell(partner.planned), partner.period,
                               partner.cumulative};
    cells.insert(cells.end(), partner.shares.begin(), partner.shares.end());
    cells.push_back(optional_cell(partner.remaining));
    add_row(table, std::move(cells));
  }
  add_total_row(table, words(Text::row_total));
  return table;
}

Table shifts_table(const Figures& figures, const Words& words) {
  Table table;
  table.id = "shifts";
  table.title = words(Text::table_shifts);
  table.columns = {column("id", words(Text::column_task), ColumnKind::label),
                   column("planned", words(Text::column_planned), ColumnKind::money),
                   column("over", words(Text::column_over_plan), ColumnKind::money),
                   column("allowed", words(Text::column_allowed), ColumnKind::money),
                   column("state", words(Text::column_limit_state), ColumnKind::text)};
  for (const ShiftFigures& shift : figures.shifts) {
    const bool exceeded = shift.over > shift.allowed;
    add_row(table, {shift.task, shift.planned, shift.over, shift.allowed,
                    Cell(words(exceeded ? Text::limit_exceeded : Text::limit_kept),
                         exceeded ? Tone::attention : Tone::normal)});
  }
  return table;
}

Table documented_table(const Figures& figures, const Words& words) {
  Table table;
  table.id = "documented";
  table.title = words(Text::table_documented);
  table.columns = {column("source", words(Text::column_source), ColumnKind::label),
                   column("due", words(Text::column_due), ColumnKind::money),
                   column("documented", words(Text::column_documented), ColumnKind::money),
                   column("remaining", words(Text::column_remaining), ColumnKind::money,
                          difference_of("due", "documented"))};
  for (const DocumentedFigures& source : figures.documented) {
    add_row(table, {source.in_kind ? words(Text::source_in_kind, {source.source}) : source.source,
                    source.share, source.documented, source.share - source.documented});
  }
  return table;
}

Table corrections_table(const Figures& figures, const Words& words) {
  Table table;
  table.id = "corrections";
  table.title = words(Text::table_corrections);
  table.columns = {column("document", words(Text::column_document), ColumnKind::label),
                   column("corrects", words(Text::column_corrects), ColumnKind::label),
                   column("day", words(Text::column_date), ColumnKind::date),
                   column("task", words(Text::column_task), ColumnKind::label),
                   column("amount", words(Text::column_amount), ColumnKind::money),
                   column("at", words(Text::column_where), ColumnKind::text)};
  for (const CorrectionFigures& correction : figures.corrections) {
    add_row(table, {correction.document, correction.corrects, correction.day, correction.task,
                    correction.amount, correction.at});
  }
  add_total_row(table, words(Text::row_total));
  return table;
}

Table settlement_table(const Settlement& settlement, const Words& words) {
  Table table;
  table.id = "settlement";
  table.title = words(Text::table_settlement);
  table.columns = {column("name", words(Text::column_figure), ColumnKind::label),
                   column("amount", words(Text::column_amount), ColumnKind::money),
                   column("percent", words(Text::column_percent), ColumnKind::percent)};
  const auto row = [&](std::string label, Cell amount, Cell percent = Cell(std::string())) {
    add_row(table, {std::move(label), std::move(amount), std::move(percent)});
  };
  row(words(Text::row_received), settlement.received);
  row(words(Text::row_returned), settlement.returned);
  row(settlement.settled_to ? words(Text::row_settled, {settlement.settled_to->iso()})
                            : words(Text::row_settled_none),
      settlement.settled, optional_cell(settlement.percent));
  row(words(Text::row_open), settlement.open);
  if (settlement.missing) {
    row(words(Text::row_missing, {settlement.rule->percent_text()}),
        Cell(*settlement.missing, settlement.missing->is_zero() ? Tone::good : Tone::attention));
  }
  return table;
}

DocumentSection exposure_section(const Figures& figures, const Words& words) {
  DocumentSection section;
  section.id = "exposure";
  section.title = words(Text::section_exposure);
  section.notes = {words(Text::note_exposure), words(Text::note_currency, {figures.currency})};
  // Until the project ends every indicator is on its way: a terminal need not show it each month.
  section.only_in_workbook = figures.period.last < figures.project_period.last;
  Table table;
  table.id = "exposure";
  table.columns = {column("id", words(Text::column_indicator), ColumnKind::label),
                   column("achieved", words(Text::column_achieved), ColumnKind::percent),
                   column("missing", words(Text::column_missing), ColumnKind::count),
                   column("tasks", words(Text::column_linked_tasks), ColumnKind::text),
                   column("direct", words(Text::row_direct), ColumnKind::money),
                   column("indirect", words(Text::row_indirect), ColumnKind::money),
                   column("together", words(Text::column_exposed), ColumnKind::money,
                          sum_of({"direct", "indirect"}))};
  for (const ExposureFigures& exposure : figures.exposure) {
    std::string tasks;
    for (const std::string& task : exposure.tasks) tasks += (tasks.empty() ? "" : ", ") + task;
    if (tasks.empty()) tasks = words(Text::all_tasks);
    add_row(table, {exposure.indicator, optional_cell(exposure.achieved), exposure.missing,
                    std::move(tasks), exposure.direct, exposure.indirect,
                    exposure.direct + exposure.indirect});
  }
  section.tables = {std::move(table)};
  return section;
}

std::string version_text(const VersionFigures& version, const Words& words) {
  const std::string number = std::to_string(version.number);
  const std::string count = std::to_string(version.count);
  return version.valid_from
             ? words(Text::version_from, {number, count, version.valid_from->iso()})
             : words(Text::version_first, {number, count});
}

Table adjustments_table(const Figures& figures, const Words& words) {
  Table table;
  table.id = "adjustments";
  table.title = words(Text::table_adjustments);
  table.columns = {column("day", words(Text::column_amendment), ColumnKind::date)};
  for (const SourceFigures& source : figures.sources) {
    table.columns.push_back(column("source_" + source.id, source.id, ColumnKind::money));
  }
  for (const AdjustmentFigures& adjustment : figures.adjustments) {
    std::vector<Cell> cells = {adjustment.day};
    cells.insert(cells.end(), adjustment.moved.begin(), adjustment.moved.end());
    add_row(table, std::move(cells));
  }
  return table;
}

}  // namespace euproj::parts
