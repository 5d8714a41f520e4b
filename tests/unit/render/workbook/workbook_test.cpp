// A whole workbook, read back as a spreadsheet program has it.

#include <doctest/doctest.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>

#include "euproj/render/render.hpp"
#include "euproj/report/document.hpp"
#include "support/sample_figures.hpp"
#include "support/workbook_cells.hpp"

using namespace euproj;
using testing::ReadCell;
using testing::ReadSheet;
using testing::ReadWorkbook;

namespace {

constexpr std::int64_t stamp = 1'653'955'200;  // 2022-05-31

std::string rendered(const Figures& figures, std::int64_t when = stamp) {
  const auto result = render_xlsx(build_document(figures, Language::polish), when);
  REQUIRE(result.ok());
  return *result;
}

ReadWorkbook read(const Figures& figures) { return ReadWorkbook(rendered(figures)); }

/// What another reader of ZIP files says.
std::string answer_of_unzip(const std::string& bytes) {
  char path[] = "/tmp/euproj-test-XXXXXX";
  const int descriptor = mkstemp(path);
  REQUIRE(descriptor >= 0);
  REQUIRE(write(descriptor, bytes.data(), bytes.size()) == static_cast<ssize_t>(bytes.size()));
  close(descriptor);
  FILE* pipe = popen(("unzip -tq " + std::string(path) + " 2>&1").c_str(), "r");
  REQUIRE(pipe != nullptr);
  std::string output;
  for (int c = fgetc(pipe); c != EOF; c = fgetc(pipe)) output += static_cast<char>(c);
  pclose(pipe);
  unlink(path);
  return output;
}

ReadCell number(const std::string& value, const std::string& formula, const std::string& format) {
  ReadCell cell;
  cell.kind = ReadCell::Kind::number;
  cell.value = value;
  cell.formula = formula;
  cell.looks.number_format = format;
  return cell;
}

/// The cells, with the format of numbers alone of all that they look like.
std::vector<ReadCell> numbers_of(const ReadSheet& sheet, const std::vector<std::string>& names) {
  std::vector<ReadCell> cells;
  for (const std::string& name : names) {
    ReadCell& cell = cells.emplace_back(sheet.cell(name));
    const std::string format = cell.looks.number_format;
    cell.looks = {};
    cell.looks.number_format = format;
  }
  return cells;
}

}  // namespace

TEST_CASE("the same report is the same bytes, another stamp only another date") {
  CHECK(rendered(samples::figures()) == rendered(samples::figures()));
  CHECK(rendered(samples::figures()) != rendered(samples::figures(), stamp + 86'400));
}

TEST_CASE(
    "a workbook with a sheet a section, or more, those of the first page and of the checks "
    "around") {
  const std::string bytes = rendered(samples::figures());
  CHECK(answer_of_unzip(bytes).starts_with("No errors detected"));
  const ReadWorkbook book(bytes);
  std::string names;
  for (const ReadSheet& sheet : book.sheets) names += sheet.name + "\n";
  CHECK(names ==
        "Na jednej stronie\nPodsumowanie\nŹródła finansowania\nWydatki\n"
        "Wydatki (2)\nWnioski o płatność i zaliczki\nWskaźniki\nUczestnicy\nUczestnicy (2)\n"
        "Uczestnicy (3)\nFormy wsparcia\n"
        "Miejsca i trwałość\nPrzebieg miesięczny\nUwagi do danych\nPochodzenie danych\nKontrola\n");
  CHECK(book.properties.at("dcterms:created") == "2022-05-31T00:00:00Z");
  CHECK(book.properties.at("dc:creator") == "Miasto Jastrzębie-Zdrój");
}

TEST_CASE("the first sheet points to the figures of the others, and leads there") {
  const ReadWorkbook book = read(samples::figures());
  const ReadSheet& first = book.sheets.front();
  CHECK(first.page.at("orientation") == "portrait");
  CHECK(first.page.at("fitToHeight").empty());  // one page high, which is the default
  const std::string spent = first.find("Wydano od początku (PLN)");
  CHECK(first.links.at(spent) == "'Wydatki'!A1");
  CHECK(first.cell(spent).looks.underlined);
  const auto formula_of = [&](const std::string& value) {
    for (const auto& [at, cell] : first.cells) {
      if (cell.value == value) return cell.formula;
    }
    return std::string("no such cell");
  };
  CHECK(formula_of("250001") == "'Wydatki'!D11");
  CHECK(formula_of("0.3429").starts_with("'Wskaźniki'!"));
  CHECK(formula_of("███░░░░░░░").starts_with("REPT(\"█\",MAX(0,MIN(10,INT(ROUND("));  // 34.29 %
  CHECK(formula_of("██████████").starts_with("REPT("));                               // 123.40 %
  CHECK(formula_of("✓ wszystkie sumy się zgadzają").starts_with("'Kontrola'!"));
  for (const auto& link : first.links) {  // each to a sheet that is there
    const auto& at = link.first;
    const auto& target = link.second;
    CAPTURE(at);
    const std::size_t end = target.rfind("'!A1");
    REQUIRE(end != std::string::npos);
    CHECK_FALSE(book.sheet(target.substr(1, end - 1)).cells.empty());
  }
}

TEST_CASE("figures have names, notes, and marks that follow them") {
  const ReadWorkbook book = read(samples::figures());
  CHECK(book.names.at("source_eu_cumulative") == "'Źródła finansowania'!$F$6");
  CHECK(book.names.at("indicator_P1_cumulative") == "'Wskaźniki'!$K$6");
  const ReadSheet& financing = book.sheet("Źródła finansowania");
  CHECK(
      financing.notes ==
      std::map<std::string, std::string>{
          {"E6", "Narastająco na koniec okresu mniej narastająco przed okresem."},
          {"F6",
           "Udział liczy się od wydatków kwalifikowalnych narastająco, a nie od każdego dokumentu; "
           "grosze z zaokrągleń bierze źródło „reszta”."}});
  CHECK(financing.marks == std::vector<testing::ReadMark>{{"G6:G9", "AND(ISNUMBER(G6),G6<0)"},
                                                          {"H6:H9", "AND(ISNUMBER(H6),H6>1)"}});
  CHECK(financing.page.at("cellComments").empty());  // notes are not printed
}

TEST_CASE("totals, differences and ratios are formulas that keep the computed value") {
  const ReadWorkbook book = read(samples::figures());
  const ReadSheet& financing = book.sheet("Źródła finansowania");
  const char* const money = "#,##0.00";
  CHECK(numbers_of(financing, {"D6", "E6", "F6", "G6", "H6"}) ==
        std::vector<ReadCell>{number("886498.03", "", money), number("42500", "", money),
                              number("212500.85", "", money), number("673997.18", "D6-F6", money),
                              number("0.2397", "ROUND(F6/D6,4)", "0.00%")});
  CHECK(numbers_of(financing, {"D9", "E9", "F9", "G9", "H9"}) ==
        std::vector<ReadCell>{
            number("1042938.86", "SUM(D6:D8)", money), number("50000", "SUM(E6:E8)", money),
            number("250001", "SUM(F6:F8)", money), number("792937.86", "SUM(G6:G8)", money),
            number("0.2397", "ROUND(F9/D9,4)", "0.00%")});
  CHECK_FALSE(financing.cell("D8").looks.bold);
  CHECK(financing.cell("D9").looks.bold);
  CHECK(financing.cell("D9").looks.fill == "FFF2F2F2");
  CHECK(financing.filter == "A5:H8");  // no total
  CHECK(financing.first_scrolled == "A6");
}

TEST_CASE("units times a rate is a formula where it gives the amount to the grosz") {
  const auto cost = [](const char* id, std::optional<Money> rate, std::int64_t grosze) {
    UnitCostFigures made;
    made.id = id;
    made.rate = rate;
    made.units_period = made.units = Quantity::scaled(4'105'000);
    made.eligible = {Money(), Money::minor(grosze)};
    made.unpaid_units = Quantity();
    return made;
  };
  Figures figures = samples::figures();
  figures.unit_costs = {cost("S1", Money::minor(41'37), 16'982'38),
                        cost("S2", Money::minor(41'37), 16'982'39),  // the next grosz
                        cost("S3", std::nullopt, 16'982'38)};        // several rates
  std::vector<std::string> formulas;
  const ReadWorkbook book = read(figures);
  for (const ReadSheet& sheet : book.sheets) {
    for (const auto& [name, cell] : sheet.cells) {
      if (cell.formula.find("ROUNDDOWN") == std::string::npos) continue;
      formulas.push_back(cell.value + " = " + cell.formula);
    }
  }
  REQUIRE(formulas.size() == 1);
  CHECK(formulas[0].starts_with("16982.38 = ROUNDDOWN(ROUND(E"));
  CHECK(formulas[0].ends_with(",6),2)"));
}

TEST_CASE("dates are numbers, names that look like formulas are text") {
  const ReadWorkbook book = read(samples::figures());
  CHECK(numbers_of(book.sheet("Wnioski o płatność i zaliczki"), {"B7"}) ==
        std::vector<ReadCell>{number("44562", "", "yyyy-mm-dd")});  // 2022-01-01
  const ReadCell& name = book.sheet("Wskaźniki").cell("B7");
  CHECK(name.kind == ReadCell::Kind::text);
  CHECK(name.value == "=HYPERLINK(\"http://example.org\")");
  CHECK(name.formula.empty());
}

TEST_CASE("set up for A4 landscape, one page wide, header repeated, pages numbered") {
  const ReadWorkbook book = read(samples::figures());
  const ReadSheet& sheet = book.sheet("Uwagi do danych");
  CHECK(sheet.page ==
        std::map<std::string, std::string>{
            {"paperSize", "9"},
            {"orientation", "landscape"},
            {"fitToHeight", "0"},
            {"cellComments", ""},
            {"header", "&L&10Jastrzębie-Zdrój – Miasto Rodziny · okres 2022-05-01 – 2022-05-31"},
            {"footer", "&L&10RPSL.09.02.05-IŻ.01-24-350/19&C&10&A&R&10Strona &P z &N"}});
  CHECK(book.names.at("_xlnm.Print_Titles of Uwagi do danych") == "'Uwagi do danych'!$4:$4");
}

TEST_CASE("all findings are in the workbook") {
  const ReadWorkbook book = read(samples::figures());
  CHECK(samples::figures().findings.size() == 32);
  CHECK(book.sheet("Uwagi do danych").filter.ends_with("36"));  // the header is row 4
  CHECK(book.sheet("Uwagi do danych").rows.rbegin()->first == 36);
}

TEST_CASE("charts are native and refer to the cells") {
  const ReadWorkbook book = read(samples::figures());
  CHECK(book.chart_shapes == std::vector<std::string>{"c:barChart", "c:barChart", "c:barChart",
                                                      "c:lineChart", "c:barChart", "c:lineChart"});
  CHECK(book.charts.at(0) == std::vector<std::string>{"'Źródła finansowania'!$B$6:$B$8",
                                                      "'Źródła finansowania'!$D$6:$D$8",
                                                      "'Źródła finansowania'!$B$6:$B$8",
                                                      "'Źródła finansowania'!$F$6:$F$8", "Plan",
                                                      "Narastająco"});
  REQUIRE(book.charts.at(2).size() == 6);
  CHECK(book.charts.at(2)[0].starts_with("Uczestnicy!$A$"));
  CHECK(book.charts.at(2)[4] == "kobiety");
  CHECK(book.charts.at(2)[5] == "mężczyźni");
}

TEST_CASE("INCOMPLETE is on every sheet and in its page header") {
  Figures figures = samples::figures();
  figures.complete = false;
  const ReadWorkbook book = read(figures);
  CHECK(book.sheets.size() >= 13);
  for (const ReadSheet& sheet : book.sheets) {
    CAPTURE(sheet.name);
    // Two pages wide, a sheet has its titles beside the column that stands on both.
    const ReadCell& mark = sheet.cell(sheet.cells.contains("A1") ? "A1" : "B1");
    CHECK(mark.value.starts_with("RAPORT NIEKOMPLETNY (INCOMPLETE)"));
    CHECK(mark.looks.bold);
    CHECK(mark.looks.colour == "FFC00000");
    CHECK(sheet.page.at("header").starts_with(
        "&L&\"-,Bold\"&KC00000RAPORT NIEKOMPLETNY (INCOMPLETE)"));
  }
}

TEST_CASE("a workbook without data can be opened") {
  const std::string bytes = rendered(samples::empty_figures());
  CHECK(answer_of_unzip(bytes).starts_with("No errors detected"));
  CHECK(ReadWorkbook(bytes).sheets.front().name == "Na jednej stronie");
}

TEST_CASE("texts that Excel could not hold are cut, amounts beyond a double are text") {
  Figures figures = samples::figures();
  figures.tasks[0].name.polish = std::string(40'000, 'x') + "\x01";
  figures.total = Money::minor(9'000'000'000'000'000'001);
  const ReadWorkbook book = read(figures);
  CHECK_FALSE(
      book.sheet("Wydatki").find(std::string(32'707, 'x') + "… [ucięto: 7294 znaki]").empty());
  std::vector<std::string> places;  // all is a text there
  for (const ReadSheet& sheet : book.sheets) {
    const std::string at = sheet.find("90\u00A0000\u00A0000\u00A0000\u00A0000\u00A0000,01");
    if (!at.empty()) places.push_back(sheet.name + "!" + at);
  }
  CHECK(places == std::vector<std::string>{"Podsumowanie!B12"});
}
