// "Wniosek o płatność": the claim that a report is about, laid out as the form asks for it.

#include "report/document/sections.hpp"

#include "euproj/words/texts.hpp"

namespace euproj::parts {
namespace {

Cell text_cell(std::string_view text) { return {std::string(text)}; }

void add_claim_columns(Table& table, const Words& words) {
  table.columns.push_back(column("before", words(Text::column_before), ColumnKind::money));
  table.columns.push_back(column("claim", words(Text::column_this_claim), ColumnKind::money));
  table.columns.push_back(column("cumulative", words(Text::column_cumulative), ColumnKind::money,
                                 sum_of({"before", "claim"})));
}

Table sources_table(const Figures& figures, const Words& words) {
  Table table;
  table.id = "claim_sources";
  table.title = words(Text::table_claim_sources);
  table.columns = {column("id", words(Text::column_source), ColumnKind::label),
                   column("agreed", words(Text::column_agreed), ColumnKind::money)};
  add_claim_columns(table, words);
  table.columns.push_back(column("remaining", words(Text::column_remaining), ColumnKind::money,
                                 difference_of("agreed", "cumulative")));
  for (const SourceFigures& source : figures.sources) {
    add_row(table, {source.id, source.agreed, source.cumulative - source.period, source.period,
                    source.cumulative, source.remaining});
  }
  add_total_row(table, words(Text::row_total));
  return table;
}

Table costs_table(const Figures& figures, const Words& words) {
  Table table;
  table.id = "claim_costs";
  table.title = words(Text::table_claim_costs);
  table.columns = {column("name", words(Text::column_costs), ColumnKind::label)};
  add_claim_columns(table, words);
  const auto row = [&](std::string label, const MoneyFigures& money, RowRole role) {
    add_row(table, {std::move(label), money.before(), money.period, money.cumulative}, role);
  };
  row(words(Text::row_direct), figures.direct, RowRole::item);
  row(figures.indirect_rate
          ? words(Text::row_indirect_rate, {figures.indirect_rate->percent_text()})
          : words(Text::row_indirect),
      figures.indirect, RowRole::item);
  row(words(Text::row_eligible), figures.eligible, RowRole::total);
  return table;
}

Table tasks_table(const Figures& figures, const Words& words) {
  Table table;
  table.id = "claim_tasks";
  table.title = words(Text::table_claim_tasks);
  table.columns = {column("id", words(Text::column_task), ColumnKind::label),
                   column("planned", words(Text::column_planned), ColumnKind::money)};
  add_claim_columns(table, words);
  table.columns.push_back(column("remaining", words(Text::column_remaining), ColumnKind::money,
                                 difference_of("planned", "cumulative")));
  for (const TaskFigures& task : figures.tasks) {
    Cell remaining = optional_cell(task.remaining);
    if (task.remaining && task.remaining->is_negative()) remaining.tone = Tone::attention;
    add_row(table, {task.id, optional_cell(task.planned), task.cumulative - task.period,
                    task.period, task.cumulative, remaining});
  }
  if (!table.rows.empty()) add_total_row(table, words(Text::row_total));
  return table;
}

Table lines_table(const ClaimReportFigures& claim, const Words& words) {
  Table table;
  table.id = "claim_lines";
  table.title = words(Text::table_claim_lines);
  table.columns = {column("task", words(Text::column_task), ColumnKind::label),
                   column("category", words(Text::column_category), ColumnKind::label)};
  add_claim_columns(table, words);
  for (const ClaimLineFigures& line : claim.lines) {
    const Cell category =
        line.category.empty() ? Cell(words(Text::row_not_given)) : Cell(line.category);
    add_row(table, {line.task, category, line.direct.before(), line.direct.period,
                    line.direct.cumulative});
  }
  if (!table.rows.empty()) add_total_row(table, words(Text::row_total));
  return table;
}

/// Narrow enough for 100 columns.
Table documents_in_text(const ClaimReportFigures& claim, const Words& words) {
  Table table;
  table.id = "claim_documents_text";
  table.title = words(Text::table_claim_documents);
  table.empty_note = words(Text::none_documents);
  table.medium = Medium::text;
  table.columns = {column("document", words(Text::column_document), ColumnKind::label),
                   column("paid", words(Text::column_paid), ColumnKind::date),
                   column("task", words(Text::column_task), ColumnKind::label),
                   column("category", words(Text::column_category), ColumnKind::label),
                   column("eligible", words(Text::column_document_eligible), ColumnKind::money),
                   column("at", words(Text::column_where), ColumnKind::text)};
  table.made = {claim.documents.size(), [documents = claim.documents](std::size_t at) {
                  const ClaimDocumentFigures document = documents[at];
                  TableRow row;
                  row.cells = {text_cell(document.document), document.paid, text_cell(document.task),
                               text_cell(document.category), document.eligible, document.at()};
                  return row;
                }};
  if (!table.made.empty()) add_total_row(table, words(Text::row_total));
  return table;
}

Table documents_table(const ClaimReportFigures& claim, const Words& words) {
  Table table;
  table.id = "claim_documents";
  table.empty_note = words(Text::none_documents);
  table.medium = Medium::workbook;
  table.columns = {column("document", words(Text::column_document), ColumnKind::label),
                   column("book", words(Text::column_book), ColumnKind::label),
                   column("issuer", words(Text::column_issuer), ColumnKind::label),
                   column("issued", words(Text::column_issued), ColumnKind::date),
                   column("paid", words(Text::column_paid), ColumnKind::date),
                   column("task", words(Text::column_task), ColumnKind::label),
                   column("category", words(Text::column_category), ColumnKind::label),
                   column("gross", words(Text::column_gross), ColumnKind::money),
                   column("net", words(Text::column_net), ColumnKind::money),
                   column("vat", words(Text::column_vat), ColumnKind::money),
                   column("eligible", words(Text::column_document_eligible), ColumnKind::money),
                   column("grant", words(Text::column_grant), ColumnKind::money),
                   column("corrects", words(Text::column_corrects), ColumnKind::label),
                   column("at", words(Text::column_where), ColumnKind::label)};
  table.made = {claim.documents.size(), [documents = claim.documents](std::size_t at) {
                  const ClaimDocumentFigures document = documents[at];
                  const auto date = [](Date day) { return day.known() ? Cell(day) : Cell(); };
                  TableRow row;
                  row.cells = {text_cell(document.document), text_cell(document.book),
                               text_cell(document.issuer), date(document.issued),
                               date(document.paid), text_cell(document.task),
                               text_cell(document.category), optional_cell(document.gross),
                               optional_cell(document.net), optional_cell(document.vat),
                               document.eligible, optional_cell(document.grant),
                               text_cell(document.corrects), document.at()};
                  return row;
                }};
  if (!table.made.empty()) add_total_row(table, words(Text::row_total));
  return table;
}

}  // namespace

DocumentSection claim_report_section(const Figures& figures, const Words& words) {
  const ClaimReportFigures& claim = *figures.claim;
  DocumentSection section;
  section.id = "claim";
  section.title = words(Text::section_claim, {claim.id});
  section.notes = {words(Text::note_claim, {words(claim_status_text(claim.status)),
                                            std::to_string(claim.documents.size())}),
                   words(Text::note_currency, {figures.currency})};
  section.tables = {sources_table(figures, words), costs_table(figures, words),
                    tasks_table(figures, words), lines_table(claim, words),
                    documents_in_text(claim, words)};
  return section;
}

DocumentSection claim_documents_section(const Figures& figures, const Words& words) {
  DocumentSection section;
  section.id = "claim_documents";
  section.title = words(Text::table_claim_documents);
  section.only_in_workbook = true;  // a sheet of its own: its columns are many, and print small
  section.notes = {words(Text::note_currency, {figures.currency})};
  section.tables = {documents_table(*figures.claim, words)};
  return section;
}

}  // namespace euproj::parts
