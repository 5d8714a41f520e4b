// Arguments in their places, and what the compiler is told of a wording.

#include "words/filled.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "words/placeholders.hpp"

using namespace euproj;

namespace {

std::string with(std::string_view pattern, const std::vector<std::string>& arguments) {
  return filled(pattern, arguments);
}

}  // namespace

TEST_CASE("arguments stand in their places, any number of times, and are not looked at again") {
  CHECK(with("a {0} b {1} {0}", {"x", "y"}) == "a x b y x");
  CHECK(with("{0}", {"{1}"}) == "{1}");
  CHECK(with("{0}", {"{{"}) == "{{");
  CHECK(with("{{{0}: {{{1}}}}}", {"k", "v"}) == "{k: {v}}");
  CHECK(with("{months: 24}", {}) == "{months: 24}");  // without placeholders it stands as it is
}

TEST_CASE("a text says its words by the number") {
  const std::string_view polish = "{0} {0:osoba|osoby|osób}";
  CHECK(with(polish, {"1"}) == "1 osoba");
  CHECK(with(polish, {"2"}) == "2 osoby");
  CHECK(with(polish, {"5"}) == "5 osób");
  CHECK(with(polish, {"12"}) == "12 osób");
  CHECK(with(polish, {"22"}) == "22 osoby");
  CHECK(with(polish, {"0"}) == "0 osób");
  CHECK(with("{0} {0:person|persons}", {"1"}) == "1 person");
  CHECK(with("{0} {0:person|persons}", {"0"}) == "0 persons");
  CHECK(with("{1:ma być|mają być|ma być} {0:d|e|f}", {"5", "2"}) == "mają być f");
}

TEST_CASE("what a wording says of itself while it is compiled") {
  static_assert(placeholders("a {1} {{2}} {0:x|y}") == 0b11);
  static_assert(placeholders("{{{2}}}") == 0b100);
  static_assert(placeholders("") == 0);
  static_assert(argument_count(0) == 0);
  static_assert(argument_count(0b101) == 3);
  static_assert(are_all_named(0b111));
  static_assert(!are_all_named(0b101));
  static_assert(has_forms("{0} {0:a|b|c} {1:d|e|f}", 3));
  static_assert(!has_forms("{0} {0:a|b|c} {1:d|e}", 3));
  static_assert(has_forms("12:30 {{0: a}}", 3));
  static_assert(EUPROJ_CHECKED(2, "{0} {1}") == "{0} {1}");
}

TEST_CASE("an amount is written as the language writes it; what is no number stays") {
  CHECK(with("{0:0,00}", {"30000.00"}) == "30\u00A0000,00");
  CHECK(with("{0:0.00}", {"30000.00"}) == "30,000.00");
  CHECK(with("{0:0,00} i {0}", {"-1234.5"}) == "-1\u00A0234,5 i -1234.5");
  CHECK(with("{0:0,00}", {"999"}) == "999");
  CHECK(with("{0:0,00}", {"–"}) == "–");
  CHECK(with("{0:0,00}", {""}).empty());
  CHECK(with("{0:0,00}", {"200 000.00 PLN"}) == "200 000.00 PLN");
}

TEST_CASE("a Polish wording writes amounts in Polish, an English one in English") {
  static_assert(has_forms("{0:0,00}", polish_forms) && has_forms("{0:0.00}", english_forms));
  static_assert(!has_forms("{0:0.00}", polish_forms) && !has_forms("{0:0,00}", english_forms));
  static_assert(has_forms("{0:0,00} {1:a|b|c}", polish_forms));
  static_assert(!has_forms("{0:0,00} {1:a|b}", polish_forms));
  CHECK(has_forms("{0:0,00}", polish_forms));
}
