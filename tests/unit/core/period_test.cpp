// Period: both ends inside.

#include <doctest/doctest.h>

#include "euproj/core/date.hpp"

namespace euproj {
namespace {

Date day(int year, int month, int day_of_month) {
  return Date::from(year, month, day_of_month).value();
}

TEST_CASE("the first and the last day are inside, their neighbours are not") {
  const Period may{day(2022, 5, 1), day(2022, 5, 31)};
  CHECK_FALSE(may.contains(day(2022, 4, 30)));
  CHECK(may.contains(day(2022, 5, 1)));
  CHECK(may.contains(day(2022, 5, 31)));
  CHECK_FALSE(may.contains(day(2022, 6, 1)));
  CHECK_FALSE(may.contains(Date()));
  CHECK_FALSE(may.contains(Date::never()));
}

TEST_CASE("months touched count the begun ones: Bartoszyce has 39") {
  CHECK(months_touched({day(2017, 10, 1), day(2020, 12, 31)}) == 39);
  CHECK(months_touched({day(2022, 5, 31), day(2022, 5, 31)}) == 1);
  CHECK(months_touched({day(2022, 5, 31), day(2022, 6, 1)}) == 2);
  CHECK(months_touched({day(2021, 12, 15), day(2022, 1, 15)}) == 2);
  CHECK(months_touched({day(2022, 1, 1), day(2023, 12, 31)}) == 24);
}

}  // namespace
}  // namespace euproj
