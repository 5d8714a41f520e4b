// Common outputs: who counts at every boundary of age, status, education and answers.

#include <doctest/doctest.h>

#include <string>

#include "support/catalogue_count.hpp"

using namespace euproj;
using namespace euproj::testing;

TEST_CASE("catalogue: ages at the boundaries, 25-54 and 30-54 in none") {
  // Each second one is a day short of the next year.
  const Counted counted(person("17", "2004-03-02", ",employed,3,1,pl,,,,,") +
                        person("18", "2004-03-01", ",employed,3,1,pl,,,,,") +
                        person("24", "1997-03-02", ",employed,3,1,pl,,,,,") +
                        person("25", "1997-03-01", ",employed,3,1,pl,,,,,") +
                        person("29", "1992-03-02", ",employed,3,1,pl,,,,,") +
                        person("30", "1992-03-01", ",employed,3,1,pl,,,,,") +
                        person("54", "1967-03-02", ",employed,3,1,pl,,,,,") +
                        person("55", "1967-03-01", ",employed,3,1,pl,,,,,"));
  CHECK(counted.in("CO06") == "17 18 24 ");
  CHECK(counted.in("CO07") == "55 ");
  CHECK(counted.in("CO08").empty());
  CHECK(counted.in("EECO06") == "17 ");
  CHECK(counted.in("EECO07") == "18 24 25 29 ");
  CHECK(counted.in("EECO08") == "55 ");
  CHECK(counted.in("EECO01") == "17 18 24 25 29 30 54 55 ");
}

TEST_CASE("catalogue: labour status, and who is above 54 with it") {
  std::string rows;
  for (const std::string born : {"1967-03-01", "1967-03-02"}) {
    const std::string age = born == "1967-03-01" ? "55" : "54";
    for (const std::string status : {"unemployed", "long_term_unemployed", "inactive",
                                     "inactive_not_in_education", "employed", ""}) {
      const std::string name = status.empty() ? "blank" : status;
      rows += person(name + age, born, "," + status + ",3,1,pl,,,,,");
    }
  }
  const Counted counted(rows);
  const std::string unemployed =
      "unemployed55 long_term_unemployed55 unemployed54 long_term_unemployed54 ";
  const std::string inactive =
      "inactive55 inactive_not_in_education55 inactive54 inactive_not_in_education54 ";
  CHECK(counted.in("CO01") == unemployed);
  CHECK(counted.in("EECO02") == unemployed);
  CHECK(counted.in("CO02") == "long_term_unemployed55 long_term_unemployed54 ");
  CHECK(counted.in("EECO03") == counted.in("CO02"));
  CHECK(counted.in("CO03") == inactive);
  CHECK(counted.in("EECO04") == inactive);
  CHECK(counted.in("CO04") == "inactive_not_in_education55 inactive_not_in_education54 ");
  CHECK(counted.in("CO05") == "employed55 employed54 ");
  CHECK(counted.in("EECO05") == "employed55 employed54 ");
  CHECK(counted.in("CO08") == "unemployed55 long_term_unemployed55 inactive_not_in_education55 ");
}

TEST_CASE("catalogue: long-term unemployment is declared, whatever the age") {
  const Counted counted(person("24", "1997-03-02", ",long_term_unemployed,3,1,pl,,,,,") +
                        person("25", "1997-03-01", ",unemployed,3,1,pl,,,,,"));
  CHECK(counted.in("CO02") == "24 ");
  CHECK(counted.in("EECO03") == "24 ");
}

TEST_CASE("catalogue: ISCED 0 counts in ESF+ only") {
  std::string rows;
  for (const std::string level :
       {"0", "1", "2", "3", "4", "5", "6", "7", "8", "0-2", "1-2", "3-4", "5-8", ""}) {
    const std::string name = level.empty() ? "blank" : level;
    rows += person(name, "1990-01-01", ",employed," + level + ",1,pl,,,,,");
  }
  const Counted counted(rows);
  CHECK(counted.in("CO09") == "1 2 1-2 ");  // 0-2 may be 0
  CHECK(counted.in("EECO09") == "0 1 2 0-2 1-2 ");
  for (const std::string code : {"CO10", "EECO10"}) CHECK(counted.in(code) == "3 4 3-4 ");
  for (const std::string code : {"CO11", "EECO11"}) CHECK(counted.in(code) == "5 6 7 8 5-8 ");
  CHECK(counted.in("EECO01") == "0 1 2 3 4 5 6 7 8 0-2 1-2 3-4 5-8 ");
  CHECK(counted.in("CO05") == "0 1 2 3 4 5 6 7 8 0-2 1-2 3-4 5-8 blank ");  // of 2014: all records
}

TEST_CASE("catalogue: answers yes count, no, refused and blank do not") {
  const std::string start = ",employed,3,1,pl,";
  std::string rows;
  for (const std::string answer : {"yes", "no", "refused", ""}) {
    const std::string name = answer.empty() ? "blank" : answer;
    rows += person("disabled-" + name, "1990-01-01", start + answer + ",,,,");
    rows += person("foreign-" + name, "1990-01-01", start + "," + answer + ",,,");
    rows += person("minority-" + name, "1990-01-01", start + ",," + answer + ",,");
    rows += person("homeless-" + name, "1990-01-01", start + ",,," + answer + ",");
    rows += person("other-" + name, "1990-01-01", start + ",,,," + answer);
  }
  const Counted counted(rows + person("both", "1990-01-01", start + ",yes,yes,,"));
  CHECK(counted.in("CO15") == "foreign-yes minority-yes both ");
  CHECK(counted.in("CO16") == "disabled-yes ");
  CHECK(counted.in("CO17") == "other-yes ");
  CHECK(counted.in("CO18") == "homeless-yes ");
  CHECK(counted.in("EECO12") == "disabled-yes ");
  CHECK(counted.in("EECO14") == "foreign-yes both ");
  CHECK(counted.in("EECO15") == "minority-yes both ");
  CHECK(counted.in("EECO16") == "homeless-yes ");
}

TEST_CASE("catalogue: rural areas and third countries") {
  std::string rows;
  for (const std::string degree : {"1", "2", "3"}) {
    rows += person(degree, "1990-01-01", ",employed,3," + degree + ",pl,,,,,");
  }
  for (const std::string citizenship : {"eu", "non_eu", ""}) {
    rows += person("c-" + citizenship, "1990-01-01", ",employed,3,1," + citizenship + ",,,,,");
  }
  const Counted counted(rows);
  CHECK(counted.in("CO19") == "3 ");
  CHECK(counted.in("EECO17") == "3 ");
  CHECK(counted.in("EECO13") == "c-non_eu ");
}
