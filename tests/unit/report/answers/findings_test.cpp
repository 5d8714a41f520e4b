// The list of findings for who mends the logs.
#include <doctest/doctest.h>

#include "euproj/render/render.hpp"
#include "euproj/report/findings_answer.hpp"
#include "euproj/words/kinds.hpp"

using namespace euproj;

TEST_CASE("a row says where, what and what to do, and notes are left out") {
  SourceSet sources;
  const FileId log = sources.add("dane/wydatki.csv", "dane/wydatki.csv");
  const FileId sheet = sources.add("dane/listy.xlsx", "dane/listy.xlsx");
  sources.keep_sheet(sheet, "luty");
  Diagnostics findings;
  findings.report(Kind::document_twice, {log, 7, 3}, {"FV 1", "1200.00", Place{log, 4, 1}});
  findings.report(Kind::missing_education, {sheet, 5, 2}, {"U-1", "EECO01"});
  findings.report(Kind::unknown_column, {log, 1, 9}, {"Uwagi", "evidence"});
  findings.sort();
  const ProjectFindings project{"project.yaml", findings, sources};
  const Document polish = build_findings_document({&project, 1}, Language::polish);
  REQUIRE(polish.sections.size() == 1);
  const Table& table = polish.sections[0].tables.at(0);
  REQUIRE(table.rows.size() == 2);
  const auto text_of = [&](std::size_t row, std::string_view column) {
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
      if (table.columns[i].id != column) continue;
      const auto* const text = std::get_if<std::string>(&table.rows[row].cells[i].value);
      return text ? *text : std::string("a number");
    }
    return std::string("no such column");
  };
  CHECK(text_of(0, "file") == "dane/wydatki.csv");
  CHECK(text_of(0, "line") == "a number");
  CHECK(text_of(0, "cell").empty());
  CHECK(text_of(0, "what") == "dokument „FV 1” na 1\u00A0200,00 jest już w dane/wydatki.csv:4");
  CHECK(text_of(0, "to_do").starts_with("usuń wiersz, jeśli to ten sam wydatek"));
  CHECK(text_of(0, "code") == "document-twice");
  CHECK(text_of(0, "project") == "no such column");
  CHECK(text_of(1, "sheet") == "luty");
  CHECK(text_of(1, "cell") == "B5");
  CHECK(text_of(1, "what") == "„U-1” nie ma wykształcenia i nie liczy się w EECO01");
  CHECK(polish.subtitle == "0 błędów, 2 ostrzeżenia");
  const ProjectFindings two[] = {project, project};
  const Document english = build_findings_document(two, Language::english);
  CHECK(english.sections[0].tables.at(0).columns.at(0).heading == "Project");
  CHECK(english.sections[0].tables.at(0).rows.size() == 4);
}
