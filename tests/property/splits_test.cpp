// Splits against exact fractions, exhaustively for small numbers; slicings of agreed totals.

#include <doctest/doctest.h>

#include <array>

#include "euproj/core/split.hpp"
#include "support/random.hpp"
#include "support/slow_rounding.hpp"

namespace euproj {
namespace {

using testing::Random;
using testing::slow_round;

constexpr std::array all_rules = {Rounding::down, Rounding::up, Rounding::half_up,
                                  Rounding::half_even};

TEST_CASE("division rounds as its rule says, for every small fraction") {
  for (int numerator = -400; numerator <= 400; ++numerator) {
    for (int denominator = 1; denominator <= 60; ++denominator) {
      for (const Rounding rule : all_rules) {
        if (divide(numerator, denominator, rule) == slow_round(numerator, denominator, rule)) {
          continue;
        }
        FAIL(numerator << " / " << denominator << " " << rounding_word(rule));
      }
    }
  }
}

TEST_CASE("division rounds as its rule says also near the bounds of its numbers") {
  Random random(41);
  for (int round = 0; round < 20'000; ++round) {
    const Int128 denominator = random.between(1, 10'000'000'000'000);
    const Int128 whole = random.between(-10'000'000'000'000, 10'000'000'000'000);
    // Halves and their neighbours are where rules differ.
    const Int128 numerator = whole * denominator + denominator / 2 + random.number(-1, 1);
    for (const Rounding rule : all_rules) {
      const Int128 expected = slow_round(numerator, denominator, rule);
      if (divide(numerator, denominator, rule) == expected) continue;
      FAIL("round " << round << " " << rounding_word(rule));
    }
  }
}

TEST_CASE("a share of money is the exact product, rounded once") {
  for (int amount = -150; amount <= 150; ++amount) {
    for (int denominator = 1; denominator <= 12; ++denominator) {
      for (int numerator = 0; numerator <= denominator; ++numerator) {
        for (const Rounding rule : all_rules) {
          const Money share =
              share_of(Money::minor(amount), Rate::of(numerator, denominator), rule);
          if (share.minor_units() == slow_round(amount * numerator, denominator, rule)) continue;
          FAIL(amount << " x " << numerator << "/" << denominator << " " << rounding_word(rule));
        }
      }
    }
  }
}

TEST_CASE("the parts of every small split are the rounded shares and sum to the whole") {
  std::uint64_t splits = 0;
  for (int denominator = 1; denominator <= 8; ++denominator) {
    for (int first = 0; first <= denominator; ++first) {
      for (int second = 0; first + second <= denominator; ++second) {
        for (const Rounding a : all_rules) {
          for (const Rounding b : all_rules) {
            const std::array<SplitPart, 3> parts = {{{Rate::of(first, denominator), a, false},
                                                     {Rate::of(second, denominator), b, false},
                                                     {Rate(), Rounding::down, true}}};
            for (int amount = -48; amount <= 48; ++amount) {
              const auto shares = split(Money::minor(amount), parts);
              ++splits;
              const bool right =
                  shares[0].minor_units() == slow_round(amount * first, denominator, a) &&
                  shares[1].minor_units() == slow_round(amount * second, denominator, b) &&
                  shares[0] + shares[1] + shares[2] == Money::minor(amount);
              if (!right) FAIL(amount << " by " << first << ":" << second << "/" << denominator);
            }
          }
        }
      }
    }
  }
  CHECK(splits == 97u * 16u * 164u);
}

TEST_CASE("a split of a negative amount mirrors the split of the positive one") {
  Random random(42);
  for (int round = 0; round < 20'000; ++round) {
    const Money amount = Money::minor(random.between(0, 200'000'000));
    const std::array<SplitPart, 3> parts = {
        {{Rate::of(random.between(0, 9'000), 10'000), all_rules[random.next() % 4], false},
         {Rate(), Rounding::up, true},
         {Rate::of(random.between(0, 1'000), 10'000), all_rules[random.next() % 4], false}}};
    const auto shares = split(amount, parts);
    const auto mirrored = split(Money() - amount, parts);
    for (std::size_t i = 0; i < parts.size(); ++i) {
      if (shares[i] + mirrored[i] == Money()) continue;
      FAIL("round " << round << ": " << amount.text());
    }
  }
}

TEST_CASE("a split without a remainder source, or with two, is a fault of the program") {
  const SplitPart rest{Rate(), Rounding::down, true};
  const SplitPart half{Rate::of(1, 2), Rounding::down, false};
  CHECK_THROWS_AS((void)split(Money::minor(1), std::array{half, half}), InternalError);
  CHECK_THROWS_AS((void)split(Money::minor(1), std::array{rest, rest}), InternalError);
  CHECK_THROWS_AS((void)split(Money::minor(1), std::array<SplitPart, 0>{}), InternalError);
}

}  // namespace
}  // namespace euproj
