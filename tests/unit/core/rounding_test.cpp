// The four rounding rules, case by case; property/splits_test.cpp has all small fractions.

#include "euproj/core/rounding.hpp"

#include <doctest/doctest.h>

#include <array>

namespace euproj {
namespace {

struct Case {
  int numerator;
  int denominator;
  std::array<int, 4> rounded;  // down, up, half_up, half_even
};

TEST_CASE("each rule rounds as its name says, and negative values mirror positive ones") {
  constexpr std::array<Case, 8> cases = {{{0, 2, {0, 0, 0, 0}},
                                          {1, 2, {0, 1, 1, 0}},
                                          {3, 2, {1, 2, 2, 2}},
                                          {5, 2, {2, 3, 3, 2}},
                                          {4, 2, {2, 2, 2, 2}},
                                          {1, 3, {0, 1, 0, 0}},
                                          {2, 3, {0, 1, 1, 1}},
                                          {7, 1, {7, 7, 7, 7}}}};
  constexpr std::array rules = {Rounding::down, Rounding::up, Rounding::half_up,
                                Rounding::half_even};
  for (const Case& one : cases) {
    for (std::size_t i = 0; i < rules.size(); ++i) {
      INFO(one.numerator << "/" << one.denominator << " " << rounding_word(rules[i]));
      CHECK(divide(one.numerator, one.denominator, rules[i]) == one.rounded[i]);
      CHECK(divide(-one.numerator, one.denominator, rules[i]) == -one.rounded[i]);
    }
  }
}

TEST_CASE("rules are known by their words and by no other") {
  for (const Rounding rule :
       {Rounding::down, Rounding::up, Rounding::half_up, Rounding::half_even}) {
    CHECK(parse_rounding(rounding_word(rule)) == rule);
  }
  CHECK(rounding_word(Rounding::half_even) == "half_even");
  CHECK_FALSE(parse_rounding("").has_value());
  CHECK_FALSE(parse_rounding("Down").has_value());
  CHECK_FALSE(parse_rounding("half-up").has_value());
}

TEST_CASE("a division by nothing or by less is a fault of the program") {
  CHECK_THROWS_AS((void)divide(1, 0, Rounding::down), InternalError);
  CHECK_THROWS_AS((void)divide(1, -1, Rounding::down), InternalError);
}

}  // namespace
}  // namespace euproj
