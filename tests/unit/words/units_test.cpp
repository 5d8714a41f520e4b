// Units in the form that their number takes.

#include "euproj/words/units.hpp"

#include <doctest/doctest.h>

using namespace euproj;

TEST_CASE("a unit is known by any of its forms, in either language") {
  for (const std::string_view form : {"osoba", "osoby", "osób", "person", "persons"}) {
    const auto known = known_unit_forms(form);
    REQUIRE(known);
    CHECK(known->polish == "osoba|osoby|osób");
    CHECK(known->english == "person|persons");
  }
  CHECK_FALSE(known_unit_forms("senior"));
  CHECK_FALSE(known_unit_forms(""));
  CHECK_FALSE(known_unit_forms("os"));  // the beginning of a form is none
}

TEST_CASE("a number has its form, a unit without forms stands as it is") {
  CHECK(with_unit("1", "osoba|osoby|osób") == "1 osoba");
  CHECK(with_unit("3", "osoba|osoby|osób") == "3 osoby");
  CHECK(with_unit("12", "osoba|osoby|osób") == "12 osób");
  CHECK(with_unit("30", "sztuka|sztuki|sztuk") == "30 sztuk");
  CHECK(with_unit("2,5", "godzina|godziny|godzin") == "2,5 godziny");
  CHECK(with_unit("1\u00A0001", "osoba|osoby|osób") == "1\u00A0001 osób");
  CHECK(with_unit("1", "person|persons") == "1 person");
  CHECK(with_unit("0", "person|persons") == "0 persons");
  CHECK(with_unit("12", "porady") == "12 porady");
  CHECK(with_unit("12", "") == "12");
}

TEST_CASE("a heading has the form of several") {
  CHECK(several_of_unit("osoba|osoby|osób") == "osoby");
  CHECK(several_of_unit("person|persons") == "persons");
  CHECK(several_of_unit("porady") == "porady");
  CHECK(several_of_unit("").empty());
}
