// Splits as src/calc/README.md#split print them; property/splits_test.cpp has all small ones.

#include "euproj/core/split.hpp"

#include <doctest/doctest.h>

#include <array>
#include <string>
#include <vector>

namespace euproj {
namespace {

SplitPart part(const char* percent, Rounding rounding) {
  return {parse_percent(percent).value(), rounding, false};
}

const SplitPart rest{Rate(), Rounding::down, true};

std::vector<std::string> texts(std::int64_t grosze, std::vector<SplitPart> parts) {
  std::vector<std::string> all;
  for (const Money share : split(Money::minor(grosze), parts)) all.push_back(share.text());
  return all;
}

using Texts = std::vector<std::string>;

TEST_CASE("an amount splits by its rates, the remainder taking the rest wherever it stands") {
  const SplitPart eu = part("85%", Rounding::down);
  const SplitPart state = part("8%", Rounding::down);
  CHECK(texts(10'000, {eu, state, rest}) == Texts{"85.00", "8.00", "7.00"});
  CHECK(texts(10'000, {rest, eu, state}) == Texts{"7.00", "85.00", "8.00"});
  CHECK(texts(104'293'886, {eu, state, rest}) == Texts{"886498.03", "83435.10", "73005.73"});
  CHECK(texts(0, {eu, state, rest}) == Texts{"0.00", "0.00", "0.00"});
  CHECK(texts(1, {eu, state, rest}) == Texts{"0.00", "0.00", "0.01"});
  CHECK(texts(-1, {eu, state, rest}) == Texts{"0.00", "0.00", "-0.01"});
  CHECK(texts(500, {rest}) == Texts{"5.00"});
}

TEST_CASE("the remainder source matters by a grosz: R1 and R1b of src/calc/README.md#split") {
  // 1 000 000.07 at 93 / 7: funding 930 000.05 when own takes the rest after two roundings down,
  // .06 when own is rounded up and funding takes the rest.
  const auto own_rest =
      split(Money::minor(100'000'007),
            std::array{part("85%", Rounding::down), part("8%", Rounding::down), rest});
  CHECK((own_rest[0] + own_rest[1]).text() == "930000.05");
  const auto state_rest =
      split(Money::minor(100'000'007),
            std::array{part("85%", Rounding::down), rest, part("7%", Rounding::up)});
  CHECK((state_rest[0] + state_rest[1]).text() == "930000.06");
}

TEST_CASE("the remainder of a tiny step may be less than nothing: 0.12 to 0.13") {
  const std::array parts = {part("85%", Rounding::down), part("8%", Rounding::down), rest};
  CHECK(split(Money::minor(12), parts)[2].text() == "0.02");
  CHECK(split(Money::minor(13), parts)[2].text() == "0.01");
}

TEST_CASE("each part rounds by its own rule") {
  const SplitPart half_up = part("50%", Rounding::half_up);
  const SplitPart half_even = part("50%", Rounding::half_even);
  CHECK(texts(1, {half_up, rest}) == Texts{"0.01", "0.00"});
  CHECK(texts(1, {half_even, rest}) == Texts{"0.00", "0.01"});
  CHECK(texts(3, {half_even, rest}) == Texts{"0.02", "0.01"});
  CHECK(texts(-1, {half_up, rest}) == Texts{"-0.01", "0.00"});
}

}  // namespace
}  // namespace euproj
