#include "euproj/report/build_document.hpp"

#include <algorithm>

#include "euproj/words/texts.hpp"
#include "report/document/agreement_tables.hpp"
#include "report/document/build_checks.hpp"
#include "report/document/build_overview.hpp"
#include "report/document/sections.hpp"

namespace euproj {
namespace parts {
namespace {

std::int64_t findings_of(const Figures& figures, bool errors) {
  return std::count_if(figures.findings.begin(), figures.findings.end(), [&](const Finding& f) {
    return (f.severity != Severity::warning) == errors;
  });
}

Table key_figures(const Figures& figures, const Words& words) {
  Table table;
  table.id = "key_figures";
  table.title = words(Text::table_key_figures);
  table.columns = {column("figure", words(Text::column_figure), ColumnKind::label),
                   column("period", words(Text::column_period), ColumnKind::money),
                   column("cumulative", words(Text::column_cumulative), ColumnKind::money),
                   column("used_percent", words(Text::column_used), ColumnKind::percent)};
  add_row(table, {words(Text::row_eligible), figures.eligible.period, figures.eligible.cumulative,
                  used_of_total(figures)});
  for (const SourceFigures& source : figures.sources) {
    add_row(table, {"– " + words(source_kind_text(source.kind)) + " (" + source.id + ")",
                    source.period, source.cumulative, optional_cell(source.used)});
  }
  const auto people = [&](FixedText label, const std::optional<std::int64_t>& count) {
    add_row(table, {words(label), std::string(), count_cell(words, count), std::string()});
  };
  people(Text::row_participants, figures.participants.total);
  people(Text::row_women, figures.participants.women);
  people(Text::row_men, figures.participants.men);
  people(Text::row_active, figures.participants.active);
  people(Text::row_exited, figures.participants.exited);

  if (figures.small_cells) return table;  // a number of findings may be one of persons
  const std::int64_t errors = findings_of(figures, true);
  people(Text::row_errors, errors);
  if (errors > 0) table.rows.back().cells[2].tone = Tone::attention;
  people(Text::row_warnings, findings_of(figures, false));
  return table;
}

}  // namespace

DocumentSection summary_section(const Figures& figures, const Words& words) {
  DocumentSection section;
  section.id = "summary";
  section.title = words(Text::section_summary);
  const auto fact = [&](FixedText label, Cell value) {
    section.facts.emplace_back(words(label), std::move(value));
  };
  const std::string& title = figures.title.in(words.language());
  if (!title.empty()) fact(Text::fact_title, title);
  const bool has_number =
      std::any_of(figures.project_facts.begin(), figures.project_facts.end(),
                  [](const auto& known) { return known.first == Text::fact_number; });
  if (!has_number && !figures.number.empty()) fact(Text::fact_number, figures.number);
  for (const auto& [label, value] : figures.project_facts) {
    if (!value.empty()) fact(label, value);
  }
  fact(Text::fact_project_period, period_text(words, figures.project_period));
  if (figures.durability) fact(Text::fact_durability, period_text(words, *figures.durability));
  fact(Text::fact_report_period, period_text(words, figures.period));
  for (const VersionFigures& version : figures.versions) {
    fact(version.of_financing ? Text::fact_financing_version : Text::fact_budget_version,
         version_text(version, words));
  }
  section.facts.emplace_back(words(Text::fact_total, {figures.currency}), figures.total);
  if (figures.small_cells) {
    section.notes = {words(Text::note_small_cells, {std::to_string(*figures.small_cells)})};
  }
  section.tables = {key_figures(figures, words)};
  return section;
}

}  // namespace parts

Document build_document(const Figures& figures, Language language) {
  const parts::Words words(language);
  Document document;
  document.language = language;
  document.currency = figures.currency;
  document.title = words(Text::report_title);
  document.subject = figures.number;
  const std::string& title = figures.title.in(language);
  document.subtitle =
      words(Text::report_period_line, {title.empty() ? figures.project_id : title,
                                       figures.period.first.iso(), figures.period.last.iso()});
  if (!figures.complete) document.incomplete_mark = words(Text::report_incomplete);
  for (const auto& [label, value] : figures.project_facts) {
    if (label == Text::fact_beneficiary) document.author = value;
  }
  document.sections = {
      parts::summary_section(figures, words),     parts::financing_section(figures, words),
      parts::expenditure_section(figures, words), parts::claims_section(figures, words),
      parts::indicators_section(figures, words),
  };
  if (figures.claim) {
    document.sections.insert(document.sections.begin() + 1,
                             {parts::claim_report_section(figures, words),
                              parts::claim_documents_section(figures, words)});
  }
  const auto add = [&](DocumentSection section) {
    document.sections.push_back(std::move(section));
  };
  if (!figures.exposure.empty()) add(parts::exposure_section(figures, words));
  if (figures.open_windows) add(parts::deadlines_section(figures, words));
  if (!figures.overlap.indicators.empty()) add(parts::overlap_section(figures, words));
  add(parts::participants_section(figures, words));
  add(parts::support_section(figures, words));
  add(parts::places_section(figures, words));
  add(parts::months_section(figures, words));
  add(parts::findings_section(figures, words));
  add(parts::provenance_section(figures, words));
  document.checks = parts::build_checks(document, words);
  document.names = parts::build_names(document, figures);
  document.notes = parts::build_notes(figures, words);
  document.overview = parts::build_overview(document, figures, words);
  return document;
}

}  // namespace euproj
