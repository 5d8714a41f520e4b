#include "euproj/report/findings_answer.hpp"

#include "report/parts/typed_table.hpp"

namespace euproj {
namespace parts {
namespace {

struct FindingLine {
  std::string project;
  std::string file;
  std::string sheet;
  CountCell line = CountCell::blank();
  std::string cell;
  TextCell severity;
  std::string what;
  std::string to_do;
  std::string code;
};

FindingLine line_of(const ProjectFindings& project, const Diagnostic& finding, const Words& words) {
  FindingLine line;
  line.project = project.project;
  const Place& place = finding.place;
  if (place.file != no_file) {
    const InputFile& file = project.sources.file(place.file);
    line.file = file.path;
    line.sheet = file.sheet;
    const std::uint32_t column = place.column != 0 ? place.column : place.cell;
    if (!file.sheet.empty() && place.line > 0 && column > 0) {
      line.cell = cell_name(place.line, column);
    }
  }
  if (place.line > 0) line.line = count_cell(std::int64_t{place.line});
  line.severity = severity_cell(words, finding.severity);
  line.what = in_quotes(words, finding.message(words.language(), &project.sources));
  if (finding.count > 1) {
    line.what += " " + words(Text::rows_of_cause, {std::to_string(finding.count)});
  }
  line.to_do = in_quotes(words, finding.help(words.language(), &project.sources));
  line.code = kind_info(finding.kind).code;
  return line;
}

TypedTable<FindingLine> findings_table(bool names_projects, const Words& words) {
  using Row = FindingLine;
  TypedTable<Row> table(words, "findings");
  table.empty_note(Text::findings_none);
  if (names_projects) table.label("project", Text::column_project, &Row::project);
  table.label("file", Text::column_file, &Row::file);
  table.label("sheet", Text::column_sheet, &Row::sheet);
  table.column("line", Text::column_line, &Row::line);
  table.label("cell", Text::column_cell, &Row::cell);
  table.label("severity", Text::column_severity, &Row::severity);
  table.column("what", Text::column_what, &Row::what);
  table.column("to_do", Text::column_to_do, &Row::to_do);
  table.label("code", Text::column_code, &Row::code);
  table.column("done", Text::column_done, [](const Row&) { return TextCell::blank(); });
  return table;
}

}  // namespace
}  // namespace parts

Document build_findings_document(std::span<const ProjectFindings> projects, Language language) {
  using namespace parts;
  const parts::Words words(language);
  std::size_t errors = 0;
  std::size_t warnings = 0;
  TypedTable<FindingLine> table = findings_table(projects.size() > 1, words);
  for (const ProjectFindings& project : projects) {
    errors += project.findings.error_count();
    warnings += project.findings.warning_count();
    for (const Diagnostic& finding : project.findings.all()) {
      if (finding.severity == Severity::note) continue;
      table.row(line_of(project, finding, words));
    }
  }
  Document document;
  document.language = language;
  document.title = words(Text::findings_title);
  document.subtitle =
      words(Text::findings_subtitle, {std::to_string(errors), std::to_string(warnings)});
  DocumentSection section = section_of("findings", words(Text::findings_title));
  section.add_note(words(Text::findings_note));
  section.add(table.take());
  document.sections = {std::move(section)};
  return document;
}

}  // namespace euproj
