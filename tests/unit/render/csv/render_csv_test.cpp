#include <doctest/doctest.h>

#include "euproj/render/render.hpp"
#include "support/sample_figures.hpp"

using namespace euproj;

namespace {

const std::string header =
    "id,code,name,kind,unit,baseline,target_total,target_women,target_men,period_total,"
    "period_women,period_men,cumulative_total,cumulative_women,cumulative_men,"
    "achieved_percent_total,achieved_percent_women,achieved_percent_men\r\n";

std::string row_of(IndicatorFigures indicator, Language language = Language::polish) {
  Figures figures = samples::empty_figures();
  figures.indicators = {std::move(indicator)};
  const std::string csv = render_csv(figures, language);
  REQUIRE(csv.rfind(header, 0) == 0);
  return csv.substr(header.size());
}

IndicatorFigures named(std::string name) {
  return samples::indicator("X", std::move(name), Indicator::Kind::output, Count::persons);
}

}  // namespace

TEST_CASE("values by sex, dot decimals, empty where they do not apply") {
  CHECK(row_of(samples::indicators()[3]) ==
        "R1,EECR05,\"Odsetek osób, których sytuacja społeczna uległa poprawie\",result,%,10.00,"
        "80.00,,,,,,66.67,,,83.33,,\r\n");
  IndicatorFigures persons = samples::indicators()[0];
  persons.name.polish = "Osoby";
  CHECK(row_of(persons) ==
        "P1,,Osoby,output,osoby,0,350,200,150,1,-1,2,120,80,40,34.29,40.00,26.67\r\n");
}

TEST_CASE("a cell that a spreadsheet would run gets an apostrophe") {
  CHECK(row_of(samples::indicators()[1])
            .rfind("P2,,\"'=HYPERLINK(\"\"http://example.org\"\")\",output,", 0) == 0);
  CHECK(row_of(samples::indicators()[1], Language::english).rfind("P2,,'=SUM(A1:A9),", 0) == 0);
  CHECK(row_of(named("+48 123")).rfind("X,,'+48 123,", 0) == 0);
  CHECK(row_of(named("@x")).rfind("X,,'@x,", 0) == 0);
  CHECK(row_of(named("-1+1")).rfind("X,,'-1+1,", 0) == 0);
  CHECK(row_of(named("\tx")).rfind("X,,'\tx,", 0) == 0);
  CHECK(row_of(named("\rx")).rfind("X,,\"'\rx\",", 0) == 0);
}

TEST_CASE("a number with a sign stays a number") {
  CHECK(row_of(named("-12.50")).rfind("X,,-12.50,", 0) == 0);
  CHECK(row_of(named("+7")).rfind("X,,+7,", 0) == 0);
  CHECK(row_of(named("-")).rfind("X,,'-,", 0) == 0);
}

TEST_CASE("quotes and line breaks are quoted as RFC 4180 has it") {
  CHECK(row_of(named("a \"b\"\nc")).rfind("X,,\"a \"\"b\"\"\nc\",", 0) == 0);
}
