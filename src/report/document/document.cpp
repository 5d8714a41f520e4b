#include "euproj/report/document.hpp"

#include <utility>

#include "euproj/report/figures.hpp"
#include "euproj/words/texts.hpp"
#include "report/document/cell_references.hpp"
#include "report/document/sections.hpp"

namespace euproj {

Cell::Cell() = default;
Cell::~Cell() = default;
Cell::Cell(const Cell&) = default;
Cell::Cell(Cell&&) noexcept = default;
Cell& Cell::operator=(const Cell&) = default;
Cell& Cell::operator=(Cell&&) noexcept = default;
Cell::Cell(std::string v, Tone t) : value(std::move(v)), tone(t) {}
Cell::Cell(const char* v, Tone t) : value(std::string(v)), tone(t) {}
Cell::Cell(Quantity v, Tone t) : value(v), tone(t) {}
Cell::Cell(Money v, Tone t) : value(v), tone(t) {}
Cell::Cell(Percent v, Tone t) : value(v), tone(t) {}
Cell::Cell(Date v, Tone t) : value(v), tone(t) {}

Table::Table() = default;
Table::~Table() = default;
Table::Table(const Table&) = default;
Table::Table(Table&&) noexcept = default;
Table& Table::operator=(const Table&) = default;
Table& Table::operator=(Table&&) noexcept = default;

TableRow Table::row(std::size_t at) const {
  return at < lazy_rows.size() ? lazy_rows[at] : rows[at - lazy_rows.size()];
}

DocumentSection::DocumentSection() = default;
DocumentSection::~DocumentSection() = default;
DocumentSection::DocumentSection(const DocumentSection&) = default;
DocumentSection::DocumentSection(DocumentSection&&) noexcept = default;
DocumentSection& DocumentSection::operator=(const DocumentSection&) = default;
DocumentSection& DocumentSection::operator=(DocumentSection&&) noexcept = default;

void DocumentSection::add(Table table) { tables.push_back(std::move(table)); }
void DocumentSection::add(Chart chart) { charts.push_back(std::move(chart)); }
void DocumentSection::add_note(std::string note) { notes.push_back(std::move(note)); }
void DocumentSection::add_fact(std::string label, Cell value) {
  facts.emplace_back(std::move(label), std::move(value));
}

namespace parts {

Document document_of(const Figures& figures, const Words& words, FixedText title) {
  Document document;
  document.language = words.language();
  document.currency = figures.currency;
  document.title = words(title);
  document.subject = figures.number;
  const std::string& project = figures.title.in(words.language());
  document.subtitle =
      words(Text::report_period_line, {project.empty() ? figures.project_id : project,
                                       figures.period.first.iso(), figures.period.last.iso()});
  document.label = figures.label;
  if (!figures.complete) document.incomplete_mark = words(Text::report_incomplete);
  return document;
}

}  // namespace parts

Document build_document(const Figures& figures, Language language) {
  using namespace parts;
  const Words words(language);
  Document document = document_of(figures, words, Text::report_title);
  for (const auto& [label, value] : figures.project_facts) {
    if (label == Text::fact_beneficiary) document.author = value;
  }
  // The order of the report; what does not apply is left out.
  const auto add = [&](DocumentSection section) {
    document.sections.push_back(std::move(section));
  };
  add(summary_section(figures, words));
  if (figures.closed) add(changes_section(figures, words));
  if (figures.claim) add(claim_report_section(figures, words));
  add(financing_section(figures, words));
  add(expenditure_section(figures, words));
  if (!figures.costs_suppressed) add(claims_section(figures, words));
  add(indicators_section(figures, words));
  if (!figures.exposure.empty()) add(exposure_section(figures, words));
  if (tells_partners(figures)) add(partner_values_section(figures, words));
  if (!figures.declared.empty()) add(declared_section(figures, words));
  if (figures.gaps) add(gaps_section(figures, words));
  if (figures.open_windows) add(deadlines_section(figures, words));
  if (!figures.overlap.indicators.empty()) add(overlap_section(figures, words));
  add(participants_section(figures, words));
  add(support_section(figures, words));
  add(places_section(figures, words));
  add(months_section(figures, words));
  add(findings_section(figures, words));
  if (figures.waived) add(waived_section(figures, words));
  add(provenance_section(figures, words));
  document.checks = build_agreement_checks(document, figures, words);
  document.names = build_names(document, figures);
  document.notes = build_notes(figures, words);
  document.overview = build_overview(document, figures, words);
  return document;
}

}  // namespace euproj
