// Claims for payment with their split by source, and advances received.

#include "report/document/sections.hpp"

#include "euproj/words/texts.hpp"
#include "report/document/agreement_tables.hpp"

namespace euproj::parts {
namespace {

Table claims_table(const Figures& figures, const Words& words) {
  Table table;
  table.id = "claims";
  table.title = words(Text::table_claims);
  table.empty_note = words(Text::none_claims);
  table.columns = {column("id", words(Text::column_claim), ColumnKind::label),
                   column("from", words(Text::column_from), ColumnKind::date),
                   column("to", words(Text::column_to), ColumnKind::date),
                   column("status", words(Text::column_status), ColumnKind::text),
                   column("eligible", words(Text::column_eligible), ColumnKind::money)};
  for (const SourceFigures& source : figures.sources) {
    table.columns.push_back(column("source_" + source.id,
                                   words(source_kind_text(source.kind)) + " (" + source.id + ")",
                                   ColumnKind::money));
  }
  for (const ClaimFigures& claim : figures.claims) {
    std::vector<Cell> cells = {claim.id, claim.period.first, claim.period.last,
                               words(claim_status_text(claim.status)), claim.eligible};
    cells.insert(cells.end(), claim.shares.begin(), claim.shares.end());
    add_row(table, std::move(cells));
  }
  if (!table.rows.empty()) add_total_row(table, words(Text::row_total));
  return table;
}

Table advances_table(const Figures& figures, const Words& words) {
  Table table;
  table.id = "advances";
  table.title = words(Text::table_advances);
  table.columns = {column("source", words(Text::column_source), ColumnKind::label),
                   column("date", words(Text::column_date), ColumnKind::date),
                   column("amount", words(Text::column_amount), ColumnKind::money)};
  for (const AdvanceFigures& advance : figures.advances) {
    add_row(table, {advance.source, advance.date, advance.amount});
  }
  add_total_row(table, words(Text::row_total));
  return table;
}

}  // namespace

DocumentSection claims_section(const Figures& figures, const Words& words) {
  DocumentSection section;
  section.id = "claims";
  section.title = words(Text::section_claims);
  section.notes = {words(Text::note_currency, {figures.currency})};
  section.tables = {claims_table(figures, words)};
  if (figures.unclaimed_documents > 0) {
    section.facts.emplace_back(
        words(Text::fact_unclaimed, {std::to_string(figures.unclaimed_documents)}),
        figures.unclaimed);
  }
  if (!figures.advances.empty()) section.tables.push_back(advances_table(figures, words));
  if (figures.settlement) section.tables.push_back(settlement_table(*figures.settlement, words));
  return section;
}

}  // namespace euproj::parts
