#include "words/plural.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace euproj;

namespace {

/// The rule of the Polish grammar as CLDR writes it, on the number itself.
std::size_t polish(std::int64_t n) {
  if (n == 1) return 0;
  if (n % 10 >= 2 && n % 10 <= 4 && !(n % 100 >= 12 && n % 100 <= 14)) return 1;
  return 2;
}

}  // namespace

TEST_CASE("every number up to 12 000 takes the form that grammar gives it") {
  for (std::int64_t n = 0; n <= 12'000; ++n) {
    CAPTURE(n);
    CHECK(plural_form(std::to_string(n), Language::polish) == polish(n));
    CHECK(plural_form(std::to_string(n), Language::english) == (n == 1 ? 0 : 1));
    CHECK(plural_form("-" + std::to_string(n), Language::polish) == polish(n));
  }
}

TEST_CASE("numbers as they are shown: grouped, with a fraction, or no number") {
  CHECK(plural_form("1\u00A0000\u00A0001", Language::polish) == 2);
  CHECK(plural_form("1\u00A0002", Language::polish) == 1);
  CHECK(plural_form("18446744073709551612", Language::polish) == 2);
  CHECK(plural_form("18446744073709551624", Language::polish) == 1);
  CHECK(plural_form("2,5", Language::polish) == 1);
  CHECK(plural_form("1,0", Language::polish) == 1);
  CHECK(plural_form("1.5", Language::english) == 1);
  CHECK(plural_form("", Language::polish) == 2);
  CHECK(plural_form("kilka", Language::polish) == 2);
  CHECK(plural_form("wiele", Language::english) == 1);
}
