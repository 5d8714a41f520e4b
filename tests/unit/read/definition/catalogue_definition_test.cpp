// `definition: CODE` in an indicator: what it fills in, what may stand beside it.

#include <doctest/doctest.h>

#include <string>

#include "euproj/model/complete_records.hpp"
#include "support/definition.hpp"

using namespace euproj;
using namespace euproj::testing;

TEST_CASE("definition: a common indicator fills code, name, kind, unit, count and where") {
  const Definition read =
      read_definition(minimal +
                      "indicators:\n"
                      "  - {id: P1, definition: EECO07, target: {women: 3, men: 2}, baseline: 1}\n"
                      "  - {id: P2, definition: EECO01, name: Wszyscy, unit: os.}\n"
                      "  - {id: R1, definition: EECR05, take: last, target: 1.5}\n");
  REQUIRE(read.project);
  const auto& indicators = read.project->indicators;
  CHECK(indicators[0].code == "EECO07");
  CHECK(indicators[0].name.in(Language::polish) ==
        "Liczba osób w wieku 18–29 lat objętych wsparciem w programie");
  CHECK(indicators[0].name.in(Language::english) ==
        "Number of young people between 18 and 29 years of age");
  CHECK(indicators[0].kind == Indicator::Kind::output);
  CHECK(indicators[0].unit == "osoby");
  CHECK(indicators[0].count == Count::persons);
  CHECK(indicators[0].where.age->min == 18);
  CHECK(indicators[0].where.age->max == 29);
  CHECK(indicators[0].target.total == Quantity::whole(5));
  CHECK(indicators[1].name.polish == "Wszyscy");
  CHECK(indicators[1].unit == "os.");
  CHECK(without_needed_records(indicators[1].where) == Condition());
  CHECK(needed_records(indicators[1].where) == Completeness::full);
  CHECK(indicators[2].kind == Indicator::Kind::result);
  CHECK(indicators[2].count == Count::measured);
  CHECK(indicators[2].take == Indicator::Take::last);
}

TEST_CASE("definition: both the common condition and the project's own must hold") {
  const Definition read =
      read_definition(minimal + "indicators: [{id: P1, definition: EECO12, where: {sex: K}}]\n");
  REQUIRE(read.project);
  const Condition& where = read.project->indicators[0].where;
  REQUIRE(where.all.size() == 2);
  CHECK(where.all[0].attributes[0].attribute == Attribute::disability);
  CHECK(where.all[1].attributes[0].attribute == Attribute::sex);
}

TEST_CASE("definition: what cannot stand beside a common indicator, and what must without") {
  CHECK(findings(minimal + "indicators:\n"
                           "  - {id: P1, definition: EECO2}\n"
                           "  - {id: P2, definition: CO01, kind: output, count: persons}\n"
                           "  - {id: P3, definition: CO20, where: {sex: K}}\n"
                           "  - {id: P4, definition: CO01, numerator: P1, target: 1.5}\n"
                           "  - {id: P5, name: Osoby}\n") ==
        "7:26+5 definition-word: `definition` is `EECO2`; known: `EECO02`\n"
        "8:46+5 key-with-definition: `count` stands beside `definition: CO01`, which says it "
        "already\n"
        "9:32+5 key-not-for-count: `where` means nothing with `count: measured`\n"
        "10:32+9 key-not-for-count: `numerator` means nothing with `count: persons`\n"
        "10:55+3 target-not-whole: `target` is 1.5, `count: persons` gives whole numbers\n"
        "11:5+1 missing-key: `indicators` has no `count`, which it needs\n");
}
