// Formulas, errors and numbers of sheets as values of a log (src/read/README.md#formulas).

#include <doctest/doctest.h>

#include <algorithm>

#include "euproj/read/locate_cells.hpp"
#include "euproj/words/kinds.hpp"
#include "support/log_run.hpp"
#include "support/spreadsheets.hpp"

namespace euproj::testing {
namespace {

using Lines = std::vector<std::string>;

std::string number(const std::string& address, const std::string& value,
                   const std::string& attributes = "") {
  return "<c r=\"" + address + "\" " + attributes + "><v>" + value + "</v></c>";
}
std::string formula(const std::string& address, const std::string& behind = "",
                    const std::string& attributes = "") {
  return "<c r=\"" + address + "\" " + attributes + "><f>A1</f>" + behind + "</c>";
}

const std::string head = text_rows("doc_no;paid_date;task;description;eligible;Uwagi\n");
/// A sound row but for what stands in column `but`.
std::string cost(const std::string& line, char but, const std::string& cell) {
  const std::pair<char, std::string> sound[] = {{'A', inline_cell("A" + line, "R/" + line)},
                                                {'B', inline_cell("B" + line, "2026-02-03")},
                                                {'C', inline_cell("C" + line, "1")},
                                                {'D', inline_cell("D" + line, "papier")},
                                                {'E', number("E" + line, "10")},
                                                {'F', ""}};
  std::string cells;
  for (const auto& [column, text] : sound) cells += column == but ? cell : text;
  return row(line, cells);
}

Lines located(LogRun& run) {
  locate_cells(run.logs, run.project, run.files, run.sources, run.diagnostics);
  run.diagnostics.sort();
  Lines lines;
  for (const Diagnostic& finding : run.diagnostics.all()) {
    std::string line = finding.severity == Severity::error     ? "error: "
                       : finding.severity == Severity::warning ? "warning: "
                                                               : "note: ";
    line += located_message(finding, run.sources, Language::english);
    if (finding.kind != AnyKind(Kind::unknown_column)) lines.push_back(line);
  }
  return lines;
}

/// One under another, so that a failing test shows them.
std::string listed(const Lines& lines) {
  std::string text;
  for (const std::string& line : lines) text += line + "\n";
  return text;
}

LogRun costs(const std::string& rows, const std::string& properties = "", ZipParts more = {}) {
  LogRun run;
  run.add(LogKind::expenditures, "k.xlsx",
          xlsx_of({{"Koszty", head + rows, ""}}, std::move(more), properties));
  run.read();
  return run;
}

}  // namespace

TEST_CASE("a number stored with a comma, which spreadsheets cut off at it, is an error") {
  LogRun run = costs(cost("2", 'E', number("E2", "12,5")) + cost("3", 'E', number("E3", "12.5")) +
                     cost("4", 'E', number("E4", "1 234")));
  CHECK(
      located(run) ==
      Lines{"error: column `eligible`: the file has a comma for the point of the number, at which "
            "spreadsheet programs cut it off (sheet `Koszty`, cell E2)"});
  CHECK(run.logs.expenditures.size() == 2);
}

TEST_CASE("formulas: one without a stored value, and an error, are errors at their cells") {
  LogRun run = costs(cost("2", 'E', formula("E2")) +                    //
                     cost("3", 'E', formula("E3", "<v></v>")) +         // as openpyxl writes
                     cost("4", 'D', number("D4", "#N/A", "t=\"e\"")) +  // also what no figure needs
                     cost("5", 'B', formula("B5", "<v>#REF!</v>", "t=\"e\"")) +
                     cost("6", 'A', formula("A6", "", "t=\"str\"")) +
                     row("7", formula("A7") + formula("B7") + formula("C7") + formula("E7")) +
                     cost("8", 'D', formula("D8", "<v></v>", "t=\"str\"")) +  // a blank
                     cost("9", 'E', formula("E9", "<v>12.5</v>")) +
                     cost("10", 'F', formula("F10") + number("G10", "#N/A", "t=\"e\"")));
  const auto no_value = [](const std::string& column, const std::string& cell) {
    return "error: column `" + column +
           "`: the formula has no stored value (sheet `Koszty`, cell " + cell + ")";
  };
  CHECK(
      located(run) ==
      Lines{
          no_value("eligible", "E2"), no_value("eligible", "E3"),
          "error: column `description`: the cell holds the error `#N/A` (sheet `Koszty`, cell D4)",
          "error: column `paid_date`: the cell holds the error `#REF!` (sheet `Koszty`, cell B5)",
          no_value("doc_no", "A6"), no_value("doc_no", "A7"), no_value("paid_date", "B7"),
          no_value("task", "C7"), no_value("eligible", "E7")});
  REQUIRE(run.logs.expenditures.size() == 3);
  CHECK(run.logs.expenditures[1].eligible == Money::minor(1250));
  CHECK(run.diagnostics.all()[1].message(Language::polish) ==
        "kolumna `eligible`: formuła nie ma zapisanej wartości");
}

TEST_CASE("formulas: a stored 0 of a workbook that wants to be computed is told once a column") {
  const std::string rows =
      cost("2", 'E', formula("E2", "<v>0</v>")) + cost("3", 'E', formula("E3", "<v>0</v>")) +
      cost("4", 'E', formula("E4", "<v>7</v>")) + cost("5", 'E', number("E5", "0"));
  LogRun asked = costs(rows, "<calcPr calcId=\"1\" fullCalcOnLoad=\"1\"/>");
  CHECK(
      located(asked) ==
      Lines{
          "warning: column `eligible`: a formula has a stored 0 that nobody has computed: the file "
          "leaves that to whoever opens it (2 such rows) (sheet `Koszty`, cell E2)"});
  CHECK(asked.logs.expenditures.size() == 4);
  LogRun computed = costs(rows, "<calcPr calcId=\"191029\"/>");
  CHECK(located(computed).empty());
  CHECK(computed.logs.expenditures.size() == 4);
}

TEST_CASE("formulas: of ODS") {
  const auto cell = [](const std::string& attributes, const std::string& shown) {
    return "<table:table-cell " + attributes + "><text:p>" + shown + "</text:p></table:table-cell>";
  };
  const auto line = [&](const std::string& description, const std::string& eligible) {
    return ods_row(ods_text("R/1") + ods_text("2026-02-03") + ods_text("1") + description +
                   eligible);
  };
  const std::string ten = cell("office:value-type=\"float\" office:value=\"10\"", "10");
  LogRun run;
  run.add(LogKind::expenditures, "k.ods",
          small_ods(table(
              ods_text_rows("doc_no;paid_date;task;description;eligible\n") +
              line(ods_text("a"), "<table:table-cell table:formula=\"of:=A1\"/>") +
              line(ods_text("a"), cell("table:formula=\"of:=1/0\" office:value-type=\"string\" "
                                       "office:string-value=\"\" calcext:value-type=\"error\"",
                                       "#DZIEL/0!")) +
              line(cell("table:formula=\"of:=A1\" office:value-type=\"float\" office:value=\"0\"",
                        "#REF!"),
                   ten) +
              line(cell("table:formula=\"of:=A1\" office:value-type=\"string\"", ""), ten) +
              line(ods_text("#N/A is no error of a text"), ten))));
  run.read();
  CHECK(
      listed(located(run)) ==
      listed({"error: column `eligible`: the formula has no stored value (sheet `Import`, cell E2)",
              "error: column `eligible`: the cell holds the error `#DZIEL/0!` (sheet `Import`, "
              "cell E3)",
              "error: column `description`: the cell holds the error `#REF!` (sheet `Import`, cell "
              "D4)"}));
  CHECK(run.logs.expenditures.size() == 2);
}

TEST_CASE("formulas: SheetJS stores a 0 in ODS for each, and says only who wrote the file") {
  const std::string cell =
      "<table:table-cell table:formula=\"of:=A1\" office:value-type=\"float\" office:value=\"0\">"
      "<text:p>0</text:p></table:table-cell>";
  const std::string rows =
      table(ods_text_rows("doc_no;paid_date;task;eligible\n") +
            ods_row(ods_text("R/1") + ods_text("2026-02-03") + ods_text("1") + cell));
  const auto findings = [&](const std::string& generator) {
    LogRun run;
    run.add(LogKind::expenditures, "k.ods",
            small_ods(rows, {{"meta.xml",
                              "<office:document-meta><office:meta><meta:generator>" + generator +
                                  "</meta:generator></office:meta></office:document-meta>"}}));
    run.read();
    return listed(located(run));
  };
  CHECK(findings("SheetJS 0.18.5") ==
        "warning: column `eligible`: a formula has a stored 0 that nobody has computed: the file "
        "leaves that to whoever opens it (sheet `Import`, cell D2)\n");
  CHECK(findings("LibreOffice/7.4.7.2$Linux_X86_64").empty());
}

TEST_CASE("formulas: an export of a central system is no exception") {
  LogRun run;
  DataFile& declared = run.add(
      LogKind::participants, "e.xlsx",
      xlsx_of({{"Uczestnicy",
                text_rows("Pesel;Imię;Płeć;Wiek;Data rozpoczęcia udziału w projekcie;Uwagi;Rodzaj "
                          "przyznanego wsparcia;Data rozpoczęcia udziału we wsparciu\n") +
                    row("2", inline_cell("A2", "84051797021") + inline_cell("C2", "kobieta") +
                                 formula("D2") + number("E2", "#N/A", "t=\"e\"") + formula("F2")) +
                    row("3", formula("A3") + formula("C3") + formula("D3") + formula("E3")),
                ""}}));
  declared.preset = "sl2014";
  run.read();
  Lines lines = located(run);
  std::erase_if(lines, [](const std::string& line) { return !line.starts_with("error: "); });
  const auto no_value = [](const std::string& column, const std::string& cell) {
    return "error: column `" + column +
           "`: the formula has no stored value (sheet `Uczestnicy`, cell " + cell + ")";
  };
  CHECK(listed(lines) ==
        listed({no_value("Wiek", "D2"),
                "error: column `Data rozpoczęcia udziału w projekcie`: the cell holds the error "
                "`#N/A` (sheet `Uczestnicy`, cell E2)",
                no_value("Pesel", "A3"), no_value("Płeć", "C3"), no_value("Wiek", "D3"),
                no_value("Data rozpoczęcia udziału w projekcie", "E3")}));
  CHECK(run.logs.participants.empty());
}

TEST_CASE("numbers: within a millionth of a grosz they are that grosz; others are to be rounded") {
  LogRun run = costs(cost("2", 'E', formula("E2", "<v>0.4000000000000057</v>")) +
                     cost("3", 'E', number("E3", "99.999999995")) +
                     cost("4", 'E', formula("E4", "<v>3.3333333333333335</v>")) +
                     cost("5", 'E', number("E5", "7.1234")));
  CHECK(listed(located(run)) ==
        listed({"error: column `eligible`: `3.33333333…` has more decimals than 2 (sheet `Koszty`, "
                "cell E4)",
                "error: column `eligible`: `7.1234` has more decimals than 2 (sheet `Koszty`, cell "
                "E5)"}));
  CHECK(run.diagnostics.all()[1].help(Language::english).find("round it") != std::string::npos);
  REQUIRE(run.logs.expenditures.size() == 2);
  CHECK(run.logs.expenditures[0].eligible == Money::minor(40));
  CHECK(run.logs.expenditures[1].eligible == Money::minor(10000));
}

TEST_CASE("numbers: ids under zeros, hours as times, and a day whose time is told") {
  const ZipParts styles = {
      {"xl/styles.xml",
       "<styleSheet><numFmts><numFmt numFmtId=\"164\" formatCode=\"000\"/><numFmt numFmtId=\"165\" "
       "formatCode=\"[h]:mm\"/><numFmt numFmtId=\"166\" formatCode=\"yyyy\\-mm\\-dd hh:mm\"/>"
       "</numFmts><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"164\"/><xf numFmtId=\"165\"/>"
       "<xf numFmtId=\"166\"/><xf numFmtId=\"20\"/></cellXfs></styleSheet>"}};
  LogRun run;
  run.add(
      LogKind::support, "w.xlsx",
      xlsx_of(
          {{"W",
            text_rows("person_id;form;date;hours\n") +
                row("2", number("A2", "3", "s=\"1\"") + inline_cell("B2", "klub") +
                             number("C2", "46056", "s=\"3\"") + number("D2", "1.25", "s=\"2\"")) +
                row("3", number("A3", "1234", "s=\"1\"") + inline_cell("B3", "klub") +
                             number("C3", "46056.34375", "s=\"3\"") +
                             number("D3", "0.104166666666667", "s=\"4\"")),
            ""}},
          styles));
  run.read();
  CHECK(located(run).size() == 1);  // the time of day
  REQUIRE(run.logs.support.size() == 2);
  CHECK(run.codes.person_ids.text(run.logs.support[0].person_id) == "003");
  CHECK(run.codes.person_ids.text(run.logs.support[1].person_id) == "1234");
  CHECK(run.logs.support[0].hours == Quantity::whole(30));
  CHECK(run.logs.support[1].hours == Quantity::scaled(25'000));
  CHECK(run.logs.support[1].date == Date::from(2026, 2, 3));
}

}  // namespace euproj::testing
