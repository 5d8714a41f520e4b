// Which sheets are read, and what their findings and places say (src/read/README.md#sheets).

#include <doctest/doctest.h>

#include "euproj/read/locate_cells.hpp"
#include "support/log_run.hpp"
#include "support/spreadsheets.hpp"

namespace euproj::testing {
namespace {

using Lines = std::vector<std::string>;

const std::string header = "person_id;outcome;date\n";
std::string rows_of(const std::string& person, const std::string& date = "2026-02-03") {
  return text_rows(header + person + ";job;" + date + "\n");
}

/// Persons of the outcomes in the order in which they are read, after the sheets of a workbook that
/// an entry names; or the findings.
struct Chosen {
  Lines persons;
  Lines sheets;  // that were read, as provenance names them
  Lines findings;
};

Chosen chosen(const std::string& bytes, std::vector<std::string> sheets) {
  LogRun run;
  run.add(LogKind::outcomes, "r.xlsx", bytes).sheets = std::move(sheets);
  run.read();
  Chosen chosen;
  for (const OutcomeRow& outcome : run.logs.outcomes) {
    chosen.persons.emplace_back(run.codes.person_ids.text(outcome.person_id));
  }
  for (const LogFile& file : run.logs.files) {
    chosen.sheets.push_back(run.sources.file(file.file).sheet);
  }
  chosen.findings = run.findings();
  return chosen;
}

std::string year() {
  return xlsx_of({{"opis", text_rows("Rejestr za rok 2026\n"), ""},
                  {"2026-02", rows_of("U-2"), ""},
                  {"stare", rows_of("U-0"), "hidden"},
                  {"2026-03", rows_of("U-3"), ""},
                  {"tajne", rows_of("U-9"), "veryHidden"},
                  {"2026-04", "", ""}});
}

}  // namespace

TEST_CASE("sheets: the one visible sheet in which the header is found is read") {
  const std::string bytes = xlsx_of({{"stare", rows_of("U-0"), "hidden"},
                                     {"opis", text_rows("Rejestr za rok 2026\n"), ""},
                                     {"tajne", rows_of("U-9"), "veryHidden"},
                                     {"rejestr", rows_of("U-1"), ""},
                                     {"Arkusz3", "", ""}});
  const Chosen read = chosen(bytes, {});
  CHECK(read.persons == Lines{"U-1"});
  CHECK(read.sheets == Lines{"rejestr"});
  CHECK(read.findings.empty());
}

TEST_CASE("sheets: several that fit are an error that lists them, and how to choose") {
  LogRun run;
  run.add(LogKind::outcomes, "r.xlsx", year());
  run.read();
  CHECK(run.logs.outcomes.empty());
  CHECK(run.findings() == Lines{"r.xlsx:0:0: error: several sheets hold what is read here: "
                                "`2026-02`, `2026-03` [sheets-unclear]"});
  CHECK(run.diagnostics.all()[0].help(Language::english) ==
        "choose in `data`: `sheet: \"2026-02\"`, several: `sheet: [\"2026-02\", \"2026-03\"]`, all "
        "of "
        "them: `sheet: all`, or a pattern, such as `sheet: \"2026-*\"`");
  CHECK(run.diagnostics.all()[0].message(Language::polish) ==
        "to, co jest tu czytane, ma kilka arkuszy: `2026-02`, `2026-03`");
}

TEST_CASE("sheets: all, a list, a pattern, and hidden ones that are named") {
  const std::string bytes = year();
  CHECK(chosen(bytes, {"all"}).persons == Lines{"U-2", "U-3"});
  CHECK(chosen(bytes, {"all"}).sheets == Lines{"2026-02", "2026-03"});
  CHECK(chosen(bytes, {"2026-03"}).persons == Lines{"U-3"});
  CHECK(chosen(bytes, {"2026-03", "2026-02", "2026-03"}).persons == Lines{"U-3", "U-2"});
  CHECK(chosen(bytes, {"2026-*"}).sheets == Lines{"2026-02", "2026-03"});  // April is empty
  CHECK(chosen(bytes, {"2026-0?"}).persons == Lines{"U-2", "U-3"});
  CHECK(chosen(bytes, {"stare", "2026-*"}).persons == Lines{"U-0", "U-2", "U-3"});
  CHECK(chosen(bytes, {"tajne"}).persons == Lines{"U-9"});
  for (const char* sheets : {"all", "2026-*", "tajne", "2026-02"}) {
    CAPTURE(sheets);
    CHECK(chosen(bytes, {sheets}).findings.empty());
  }
  CHECK(chosen(bytes, {"s*"}).findings ==
        Lines{"r.xlsx:0:0: error: the file has no sheet `s*`; it has: `opis`, `2026-02`, `stare`, "
              "`2026-03`, `tajne`, `2026-04` [no-such-sheet]"});
  CHECK(chosen(bytes, {"2026-02", "2026-05"}).findings ==
        Lines{"r.xlsx:0:0: error: the file has no sheet `2026-05`; it has: `opis`, `2026-02`, "
              "`stare`, `2026-03`, `tajne`, `2026-04` [no-such-sheet]"});
  CHECK(chosen(bytes, {"2026-04"}).findings ==
        Lines{"r.xlsx:0:0: error: sheet `2026-04` is empty, a header row is needed [empty-sheet]"});
  CHECK(
      chosen(xlsx_of({{"all", rows_of("U-1"), ""}, {"x", rows_of("U-2"), ""}}), {"all"}).persons ==
      Lines{"U-1"});
}

TEST_CASE("sheets: one whose header is nearly the one that is read is pointed at") {
  const std::string nearly = text_rows("person_id;outcme;date;evidence\nU-4;job;2026-04-03;x\n");
  const std::string bytes =
      xlsx_of({{"luty", text_rows("person_id;outcome;date;evidence\nU-2;job;2026-02-03;x\n"), ""},
               {"kwiecień", nearly, ""},
               {"zestawienie", text_rows("date;evidence;suma\n2026-04-03;x;1\n"), ""}});
  const std::string told =
      "r.xlsx:0:0: warning: sheet `kwiecień` is not read, though its header has 3 names of that of "
      "sheet `luty` [sheet-not-read]";
  CHECK(chosen(bytes, {}).findings == Lines{told});
  CHECK(chosen(bytes, {"all"}).findings == Lines{told});
  CHECK(chosen(bytes, {"luty"}).findings.empty());
  CHECK(chosen(bytes, {}).persons == Lines{"U-2"});
}

TEST_CASE("sheets: where no header is found, the sheet that has most of it says what is missing") {
  const Chosen read = chosen(xlsx_of({{"opis", text_rows("Rejestr\n"), ""},
                                      {"dane", text_rows("person_id;outcome\nU-1;job\n"), ""}}),
                             {});
  CHECK(read.sheets == Lines{"dane"});
  REQUIRE(read.findings.size() == 1);
  CHECK(read.findings[0] == "r.xlsx:1:1: error: the column `date` is missing [missing-column]");
}

TEST_CASE("sheets: a fault of the second one names its sheet and its cell, in ODS too") {
  const auto found = [](const std::string& path, const std::string& bytes) {
    LogRun run;
    run.add(LogKind::outcomes, path, bytes).sheets = {"luty", "marzec"};
    run.read();
    locate_cells(run.logs, run.project, run.files, run.sources, run.diagnostics);
    run.diagnostics.sort();
    Lines lines;
    for (const Diagnostic& finding : run.diagnostics.all()) {
      lines.push_back(located_message(finding, run.sources, Language::english));
    }
    CHECK(run.logs.outcomes.size() == 1);
    CHECK(run.logs.files.size() == 2);
    CHECK(run.logs.files.at(0).sha256 == run.logs.files.at(1).sha256);
    CHECK(run.logs.files.at(1).rows == 1);
    return lines;
  };
  const Lines told = {
      "column `date`: there is no such day as `2026-02-30` (sheet `marzec`, cell C2)"};
  CHECK(found("r.xlsx", xlsx_of({{"luty", rows_of("U-1"), ""},
                                 {"marzec", rows_of("U-2", "2026-02-30"), ""}})) == told);
  const auto of_ods = [](const std::string& person, const std::string& date) {
    return ods_text_rows(header + person + ";job;" + date + "\n");
  };
  CHECK(found("r.ods", small_ods(table(of_ods("U-1", "2026-02-03"), "luty") +
                                 table(of_ods("U-2", "2026-02-30"), "marzec"))) == told);
}

TEST_CASE("sheets: hidden tables of ODS are read only when they are named") {
  const auto of = [](const std::string& person) {
    return ods_text_rows(header + person + ";job;2026-02-03\n");
  };
  const std::string bytes = stored_zip(
      {{"content.xml",
        "<office:document-content xmlns:office=\"o\" xmlns:table=\"t\" xmlns:text=\"x\" "
        "xmlns:style=\"s\"><office:automatic-styles><style:style style:name=\"ta1\" "
        "style:family=\"table\"><style:table-properties table:display=\"true\"/></style:style>"
        "<style:style style:name=\"ta2\" style:family=\"table\"><style:table-properties "
        "table:display=\"false\"/></style:style></office:automatic-styles><office:body>"
        "<office:spreadsheet><table:table table:name=\"stare\" table:style-name=\"ta2\">" +
            of("U-0") +
            "</table:table><table:table table:name=\"rejestr\" table:style-name=\"ta1\">" +
            of("U-1") +
            "</table:table></office:spreadsheet></office:body></office:document-content>"}});
  CHECK(chosen(bytes, {}).persons == Lines{"U-1"});
  CHECK(chosen(bytes, {}).findings.empty());
  CHECK(chosen(bytes, {"stare"}).persons == Lines{"U-0"});
  CHECK(chosen(bytes, {"all"}).persons == Lines{"U-1"});
}

TEST_CASE("sheets: several entries name one workbook; a sheet is read once in one log") {
  LogRun run;
  const std::string support = text_rows("date;form;person_id\n2026-02-03;klub;U-1\n");
  run.add(LogKind::outcomes, "r.xlsx",
          xlsx_of({{"rezultaty", rows_of("U-1"), ""}, {"wsparcie", support, ""}}));
  run.declare(LogKind::support, "r.xlsx").sheets = {"wsparcie"};
  run.declare(LogKind::outcomes, "r.xlsx").sheets = {"rezultaty"};
  run.read();
  CHECK(run.logs.outcomes.size() == 1);
  CHECK(run.logs.support.size() == 1);
  CHECK(run.findings() ==
        Lines{"project.yaml:7:3: warning: file `r.xlsx` is listed more than once; it is read once "
              "[file-listed-twice]"});
}

}  // namespace euproj::testing
