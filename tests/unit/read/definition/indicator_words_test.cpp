// What an indicator is and its unit, where the definition leaves them to what is counted; forms of
// units that it gives.
#include <doctest/doctest.h>

#include <string>

#include "euproj/words/kinds.hpp"
#include "support/definition.hpp"

using namespace euproj;
using namespace euproj::testing;

namespace {

Definition with_indicator(const std::string& keys) {
  return read_definition(minimal + "indicators: [{id: P1, " + keys + "}]\n");
}

Indicator indicator(const std::string& keys) {
  const Definition definition = with_indicator(keys);
  CAPTURE(keys);
  CHECK(definition.diagnostics.all().empty());
  REQUIRE(definition.project);
  REQUIRE(definition.project->indicators.size() == 1);
  return definition.project->indicators[0];
}

bool is_result(const std::string& keys) { return indicator(keys).kind == Indicator::Kind::result; }

}  // namespace

TEST_CASE("definition: the kind follows from what is counted") {
  CHECK_FALSE(is_result("count: persons"));
  CHECK_FALSE(is_result("count: hours, where: {sex: K}"));
  CHECK(is_result("count: persons, where: {outcome: [praca]}"));
  CHECK(is_result("count: persons, where: {any: [{sex: K}, {not: {outcome: [praca]}}]}"));
  CHECK(
      is_result("count: criterion, reached: {outcome: [praca], within: 4 weeks}, threshold: 22%"));
  CHECK_FALSE(is_result("count: persons, kind: output, where: {outcome: [praca]}"));
  CHECK(is_result("count: persons, kind: result"));
}

TEST_CASE("definition: of places, measurements and ratios the kind has to be said") {
  for (const std::string count : {"places", "measured"}) {
    const Definition definition = with_indicator("count: " + count);
    REQUIRE(definition.diagnostics.all().size() == 1);
    CHECK(definition.diagnostics.all()[0].message(Language::english) ==
          "`indicators` has no `kind`, which it needs");
  }
}

TEST_CASE("definition: the unit follows from what is counted, and knows its forms") {
  CHECK(indicator("count: persons").unit == "osoby");
  CHECK(indicator("count: persons").unit_forms.polish == "osoba|osoby|osób");
  CHECK(indicator("count: persons").unit_forms.english == "person|persons");
  CHECK(indicator("count: sessions").unit == "spotkania");
  CHECK(indicator("count: measured, kind: output").unit.empty());
  CHECK(indicator("count: persons, unit: os.").unit_forms.english == "person|persons");
  CHECK(indicator("count: persons, unit: seniorzy").unit_forms.polish.empty());
}

TEST_CASE("definition: a unit gives its forms") {
  const Indicator polish = indicator("count: persons, unit: [dziecko, dzieci, dzieci]");
  CHECK(polish.unit == "dzieci");
  CHECK(polish.unit_forms.polish == "dziecko|dzieci|dzieci");
  CHECK(polish.unit_forms.english == "child|children");
  const Indicator both =
      indicator("count: persons, unit: {pl: [senior, seniorzy, seniorów], en: [senior, seniors]}");
  CHECK(both.unit == "seniorzy");
  CHECK(both.unit_forms.english == "senior|seniors");
}

TEST_CASE("definition: a bar in a unit is no list of its forms") {
  for (const std::string unit : {"'m|b'", "[a|b, c, d]", "{pl: sztuki, en: 'a|b'}"}) {
    const Definition definition = with_indicator("count: persons, unit: " + unit);
    REQUIRE(definition.diagnostics.all().size() == 1);
    CHECK(kind_info(definition.diagnostics.all()[0].kind).code == "unit-divided");
  }
}

TEST_CASE("definition: a unit has three forms in Polish and two in English") {
  const Definition polish = with_indicator("count: persons, unit: [senior, seniorzy]");
  REQUIRE(polish.diagnostics.all().size() == 1);
  CHECK(polish.diagnostics.all()[0].message(Language::english) ==
        "`unit` has 2 forms, 3 are needed");
  CHECK(polish.diagnostics.all()[0].help(Language::english) ==
        "write three forms in Polish: [osoba, osoby, osób] (1, 2, 5), two in English: [person, "
        "persons]");
  const Definition english =
      with_indicator("count: persons, unit: {pl: seniorzy, en: [senior, seniors, seniors]}");
  REQUIRE(english.diagnostics.all().size() == 1);
  CHECK(english.diagnostics.all()[0].message(Language::polish) ==
        "`unit.en` ma 3 formy, potrzeba 2");
}
