#include <doctest/doctest.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>

#include "euproj/render/render.hpp"
#include "euproj/report/build_document.hpp"
#include "support/sample_figures.hpp"

using namespace euproj;

namespace {

constexpr std::int64_t stamp = 1'653'955'200;  // 2022-05-31

std::string rendered(const Figures& figures, std::int64_t when = stamp) {
  const auto result = render_xlsx(build_document(figures, Language::polish), when);
  REQUIRE(result.ok());
  return *result;
}

std::string output_of(const std::string& command) {
  FILE* pipe = popen(command.c_str(), "r");
  REQUIRE(pipe != nullptr);
  std::string output;
  for (int c = fgetc(pipe); c != EOF; c = fgetc(pipe)) output += static_cast<char>(c);
  pclose(pipe);
  return output;
}

/// The workbook in a file of its own, and its parts by name.
class Workbook {
 public:
  explicit Workbook(const std::string& bytes) {
    const int descriptor = mkstemp(path_);
    REQUIRE(descriptor >= 0);
    REQUIRE(write(descriptor, bytes.data(), bytes.size()) == static_cast<ssize_t>(bytes.size()));
    close(descriptor);
  }
  ~Workbook() { unlink(path_); }
  Workbook(const Workbook&) = delete;
  Workbook& operator=(const Workbook&) = delete;

  std::string part(const std::string& name) const {
    return output_of("unzip -p " + std::string(path_) + " " + name + " 2>/dev/null");
  }
  std::string test() const { return output_of("unzip -tq " + std::string(path_) + " 2>&1"); }

 private:
  char path_[32] = "/tmp/euproj-test-XXXXXX";
};

bool contains(const std::string& text, const std::string& piece) {
  return text.find(piece) != std::string::npos;
}

std::size_t count_of(const std::string& text, const std::string& piece) {
  std::size_t count = 0;
  for (std::size_t at = text.find(piece); at != std::string::npos; at = text.find(piece, at + 1)) {
    ++count;
  }
  return count;
}

}  // namespace

TEST_CASE("the same report is the same bytes, another stamp only another date") {
  CHECK(rendered(samples::figures()) == rendered(samples::figures()));
  CHECK(rendered(samples::figures()) != rendered(samples::figures(), stamp + 86'400));
}

TEST_CASE("a workbook with one sheet a section") {
  const Workbook book(rendered(samples::figures()));
  CHECK(contains(book.test(), "No errors detected"));
  const std::string sheets = book.part("xl/workbook.xml");
  CHECK(count_of(sheets, "<sheet ") == 13);
  CHECK(contains(sheets, "name=\"Źródła finansowania\""));
  CHECK(contains(book.part("docProps/core.xml"), "2022-05-31T00:00:00Z"));
  CHECK(contains(book.part("docProps/core.xml"), "Miasto Jastrzębie-Zdrój"));
}

TEST_CASE("the first sheet points to the figures of the others, and leads there") {
  const Workbook book(rendered(samples::figures()));
  const std::string first = book.part("xl/worksheets/sheet1.xml");
  CHECK(contains(book.part("xl/workbook.xml"), "<sheet name=\"Na jednej stronie\" sheetId=\"1\""));
  CHECK(contains(first, "fitToHeight") == false);  // one page high, which is the default
  CHECK(contains(first, "<v>250001</v>"));
  CHECK(contains(first, "location=\"'Wydatki'!A1\""));
  CHECK(contains(first, "████████████████████"));  // P2 is at 123.40 %
}

TEST_CASE("figures have names, notes, and marks that follow them") {
  const Workbook book(rendered(samples::figures()));
  const std::string names = book.part("xl/workbook.xml");
  CHECK(contains(names, "<definedName name=\"source_eu_cumulative\">"
                        "'Źródła finansowania'!$F$6</definedName>"));
  CHECK(contains(names, "<definedName name=\"indicator_P1_cumulative\">'Wskaźniki'!$K$6<"));
  CHECK(contains(book.part("xl/comments1.xml"), "reszta"));
  const std::string financing = book.part("xl/worksheets/sheet3.xml");
  CHECK(contains(financing, "<conditionalFormatting sqref=\"H6:H9\"><cfRule type=\"expression\""));
  CHECK(contains(financing, "<formula>AND(ISNUMBER(H6),H6&gt;1)</formula>"));
  CHECK_FALSE(contains(financing, "cellComments"));  // notes are not printed
}

TEST_CASE("totals are formulas that keep the computed value") {
  const Workbook book(rendered(samples::figures()));
  const std::string financing = book.part("xl/worksheets/sheet3.xml");
  CHECK(contains(financing, "<f>SUM(D6:D8)</f><v>1042938.86</v>"));
  CHECK(contains(financing, "<v>212500.85</v>"));
  CHECK(contains(financing, "<v>0.2397</v>"));
  CHECK(contains(financing, "<autoFilter ref=\"A5:H8\"/>"));
  CHECK(contains(financing, "state=\"frozen\""));
}

TEST_CASE("dates are numbers, names that look like formulas are text") {
  const Workbook book(rendered(samples::figures()));
  CHECK(contains(book.part("xl/worksheets/sheet5.xml"), "<v>44562</v>"));  // 2022-01-01
  CHECK(contains(book.part("xl/sharedStrings.xml"), "=HYPERLINK("));
  CHECK_FALSE(contains(book.part("xl/worksheets/sheet6.xml"), "HYPERLINK"));
}

TEST_CASE("set up for A4 landscape, one page wide, header repeated, pages numbered") {
  const Workbook book(rendered(samples::figures()));
  const std::string sheet = book.part("xl/worksheets/sheet11.xml");
  CHECK(contains(sheet, "paperSize=\"9\""));
  CHECK(contains(sheet, "fitToHeight=\"0\""));
  CHECK(contains(sheet, "orientation=\"landscape\""));
  CHECK(contains(sheet, "Strona &amp;P z &amp;N"));
  CHECK(contains(book.part("xl/workbook.xml"), "'Uwagi do danych'!$4:$4"));
}

TEST_CASE("all findings are in the workbook") {
  const Workbook book(rendered(samples::figures()));
  CHECK(count_of(book.part("xl/worksheets/sheet11.xml"), "<row ") >= 32 + 3);
}

TEST_CASE("charts are native and refer to the cells") {
  const Workbook book(rendered(samples::figures()));
  CHECK(contains(book.part("xl/charts/chart1.xml"), "'Źródła finansowania'!$D$6:$D$8"));
  CHECK(contains(book.part("xl/charts/chart4.xml"), "<c:v>mężczyźni</c:v>"));  // by age
  CHECK(contains(book.part("xl/charts/chart7.xml"), "<c:lineChart>"));
}

TEST_CASE("INCOMPLETE is on every sheet and in its page header") {
  Figures figures = samples::figures();
  figures.complete = false;
  const Workbook book(rendered(figures));
  for (int sheet = 1; sheet <= 13; ++sheet) {
    const std::string xml = book.part("xl/worksheets/sheet" + std::to_string(sheet) + ".xml");
    CHECK(contains(xml, "NIEKOMPLETNY (INCOMPLETE)"));  // page header
    CHECK(contains(xml, "<row r=\"1\""));               // and the mark itself
  }
}

TEST_CASE("a workbook without data can be opened") {
  const Workbook book(rendered(samples::empty_figures()));
  CHECK(contains(book.test(), "No errors detected"));
}

TEST_CASE("texts that Excel could not hold are cut, amounts beyond a double are text") {
  Figures figures = samples::figures();
  figures.tasks[0].name.polish = std::string(40'000, 'x') + "\x01";
  figures.total = Money::minor(9'000'000'000'000'000'001);
  const Workbook book(rendered(figures));
  const std::string strings = book.part("xl/sharedStrings.xml");
  CHECK(contains(strings, std::string(32'707, 'x') + "… [ucięto: 7294 znaki]<"));
  CHECK(contains(strings, "90\u00A0000\u00A0000\u00A0000\u00A0000\u00A0000,01"));
}
