// Rates: exact fractions from decimal percents.

#include "euproj/core/rate.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "euproj/base/checked.hpp"
#include "euproj/core/limits.hpp"

namespace euproj {
namespace {

struct Good {
  std::string text;
  std::int64_t numerator;
  std::int64_t denominator;
  std::string written;
};

TEST_CASE("a percent is an exact reduced fraction") {
  const std::vector<Good> cases = {
      {"85%", 17, 20, "85"},
      {"84.28%", 2'107, 2'500, "84.28"},
      {"84.28 %", 2'107, 2'500, "84.28"},
      {"9.5%", 19, 200, "9.5"},
      {"0%", 0, 1, "0"},
      {"100%", 1, 1, "100"},
      {"100.0000000%", 1, 1, "100"},
      {"0.0000001%", 1, 1'000'000'000, "0.0000001"},
      {"5.50%", 11, 200, "5.5"},
  };
  for (const Good& good : cases) {
    INFO(good.text);
    REQUIRE(parse_percent(good.text).ok());
    CHECK(parse_percent(good.text)->numerator() == good.numerator);
    CHECK(parse_percent(good.text)->denominator() == good.denominator);
    CHECK(parse_percent(good.text)->percent_text() == good.written);
  }
}

TEST_CASE("seven decimals of a percent are read, the eighth is one too many") {
  CHECK(limits::percent_decimals == 7);
  CHECK(parse_percent("84.2857142%").ok());
  CHECK(parse_percent("84.28571428%").reason() == PercentFault::too_many_decimals);
}

TEST_CASE("no rate is more than the whole, or less than nothing") {
  CHECK(parse_percent("100.0000001%").reason() == PercentFault::over_hundred);
  CHECK(parse_percent("101%").reason() == PercentFault::over_hundred);
  CHECK(parse_percent("99999999999999999999%").reason() == PercentFault::over_hundred);
  CHECK(parse_percent("-5%").reason() == PercentFault::shape);
  CHECK(parse_percent("\u221211%").reason() == PercentFault::shape);
  CHECK(parse_percent("+5%").reason() == PercentFault::shape);
}

TEST_CASE("text that is no percent says what is wrong with it") {
  CHECK(parse_percent("85").reason() == PercentFault::no_percent_sign);
  CHECK(parse_percent("0.85").reason() == PercentFault::no_percent_sign);
  CHECK(parse_percent("").reason() == PercentFault::no_percent_sign);
  CHECK(parse_percent("%").reason() == PercentFault::shape);
  CHECK(parse_percent("85%%").reason() == PercentFault::shape);
  CHECK(parse_percent("osiem%").reason() == PercentFault::shape);
  CHECK(parse_percent("84,28%").reason() == PercentFault::shape);
}

TEST_CASE("a fraction is reduced, and one that is none is a fault of the program") {
  CHECK(Rate::of(50, 100) == Rate::of(1, 2));
  CHECK(Rate::of(0, 7) == Rate());
  CHECK(Rate::of(0, 7).is_zero());
  CHECK(Rate::of(1, 3).percent_text() == "33.3333333");
  CHECK(Rate::of(2, 3).percent_text() == "66.6666667");
  CHECK_THROWS_AS((void)Rate::of(1, 0), InternalError);
  CHECK_THROWS_AS((void)Rate::of(-1, 2), InternalError);
}

}  // namespace
}  // namespace euproj
