#include <doctest/doctest.h>

#include "euproj/report/document.hpp"
#include "render/sheets/places.hpp"
#include "render/sheets/sheets.hpp"
#include "support/sample_figures.hpp"

using namespace euproj;
using Names = std::vector<std::string>;

TEST_CASE("sheet names are what Excel accepts") {
  CHECK(sheet_names({"Wskaźniki"}) == Names{"Wskaźniki"});
  CHECK(sheet_names({"a[b]c:d*e?f/g\\h"}) == Names{"a-b-c-d-e-f-g-h"});
  CHECK(sheet_names({"'cytat'"}) == Names{"cytat"});
  CHECK(sheet_names({"''", "", " "}) == Names{"-", "- (2)", "- (3)"});
  CHECK(sheet_names({"history"}) == Names{"history (2)"});
}

TEST_CASE(
    "no sheet of a report is named by a number, which LibreOffice takes out of print ranges") {
  for (const Language language : {Language::polish, Language::english}) {
    const Document document = build_document(samples::figures(), language);
    std::vector<std::string> titles;
    for (const BookSheet& sheet : sheets_of(document)) titles.push_back(sheet.title);
    REQUIRE(titles.size() > 5);
    for (const std::string& name : sheet_names(titles)) {
      CHECK_FALSE((name.front() >= '0' && name.front() <= '9'));
    }
  }
}

TEST_CASE("31 characters, not bytes") {
  const std::string long_name = "żżżżżżżżżżżżżżżżżżżżżżżżżżżżżżż";  // 31 of two bytes
  CHECK(sheet_names({long_name}) == Names{long_name});
  CHECK(sheet_names({long_name + "ż"}) == Names{"żżżżżżżżżżżżżżżżżżżżżżżżżżżżżż…"});
  CHECK(sheet_names({long_name, long_name})[1] == "żżżżżżżżżżżżżżżżżżżżżżżżżż… (2)");
}

TEST_CASE("names differ in more than case") {
  CHECK(sheet_names({"Źródła", "źródła", "ŹRÓDŁA"}) == Names{"Źródła", "źródła (2)", "ŹRÓDŁA (3)"});
}
