// PESEL (src/read/README.md#pesel): samples, centuries, check digit, days that do not exist.

#include "euproj/core/pesel.hpp"

#include <doctest/doctest.h>

#include <array>
#include <string>
#include <vector>

namespace euproj {
namespace {

struct Sample {
  std::string text;
  std::string born;
  Sex sex;
};

TEST_CASE("the valid samples give birth date and sex") {
  const std::vector<Sample> samples = {{"44051401458", "1944-05-14", Sex::man},
                                       {"02070803628", "1902-07-08", Sex::woman},
                                       {"00222912349", "2000-02-29", Sex::woman},
                                       {"99123156714", "1999-12-31", Sex::man},
                                       {"85061500120", "1985-06-15", Sex::woman}};
  for (const Sample& sample : samples) {
    INFO(sample.text);
    const auto pesel = parse_pesel(sample.text);
    REQUIRE(pesel.ok());
    CHECK(pesel->born.iso() == sample.born);
    CHECK(pesel->sex == sample.sex);
    CHECK(pesel->number == std::stoull(sample.text));
    CHECK(looks_like_pesel(sample.text));
  }
}

TEST_CASE("the invalid samples of the press are refused for their check digit") {
  CHECK(parse_pesel("87061302072").reason() == PeselFault::check_digit);
  CHECK(parse_pesel("11302845081").reason() != PeselFault::not_eleven_digits);
  CHECK_FALSE(looks_like_pesel("87061302072"));
  CHECK_FALSE(looks_like_pesel("11302845081"));
}

/// Ten digits and the check digit, computed by the sentence of src/read/README.md#pesel.
std::string with_check_digit(std::string ten) {
  const std::string weights = "1379137913";
  int sum = 0;
  for (std::size_t i = 0; i < 10; ++i) sum += (weights[i] - '0') * (ten[i] - '0');
  return ten + static_cast<char>('0' + (10 - sum % 10) % 10);
}

TEST_CASE("the century stands in the month: 1800 +80, 1900 +0, 2000 +20, 2100 +40, 2200 +60") {
  constexpr std::array<int, 5> centuries = {1900, 2000, 2100, 2200, 1800};
  for (int code = 0; code < 100; ++code) {
    for (int in_century = 0; in_century < 100; ++in_century) {
      const std::string digits = {
          static_cast<char>('0' + in_century / 10), static_cast<char>('0' + in_century % 10),
          static_cast<char>('0' + code / 10), static_cast<char>('0' + code % 10)};
      const auto pesel = parse_pesel(with_check_digit(digits + "290001"));
      const auto expected =
          Date::from(centuries[static_cast<std::size_t>(code / 20)] + in_century, code % 20, 29);
      if (pesel.ok() != expected.has_value()) FAIL(digits);
      if (pesel.ok() && pesel->born != *expected) FAIL(digits);
      if (!pesel.ok() && pesel.reason() != PeselFault::no_such_day) FAIL(digits);
    }
  }
}

TEST_CASE("one wrong digit anywhere is found") {
  const std::string right = "44051401458";
  for (std::size_t at = 0; at < right.size(); ++at) {
    for (char digit = '0'; digit <= '9'; ++digit) {
      std::string wrong = right;
      wrong[at] = digit;
      CHECK(looks_like_pesel(wrong) == (digit == right[at]));
    }
  }
}

TEST_CASE("anything but eleven digits is no PESEL") {
  for (const std::string text : {"", "4405140145", "440514014580", "4405140145X", " 4405140145",
                                 "44051401 58", "8.5E+10", "-4051401458", "207080362"}) {
    INFO("`" << text << "`");
    REQUIRE_FALSE(parse_pesel(text).ok());
    CHECK(parse_pesel(text).reason() == PeselFault::not_eleven_digits);
  }
}

TEST_CASE("the tenth digit says the sex: odd is a man, even and 0 a woman") {
  for (char digit = '0'; digit <= '9'; ++digit) {
    const auto pesel = parse_pesel(with_check_digit(std::string("850615001") + digit));
    REQUIRE(pesel.ok());
    CHECK(pesel->sex == ((digit - '0') % 2 == 1 ? Sex::man : Sex::woman));
  }
}

}  // namespace
}  // namespace euproj
