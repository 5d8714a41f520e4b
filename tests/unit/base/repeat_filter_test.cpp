// RepeatFilter: what was added twice is kept, of the rest a little.

#include "euproj/base/repeat_filter.hpp"

#include <doctest/doctest.h>

#include <cstdint>
#include <limits>
#include <vector>

#include "support/random.hpp"

namespace euproj {

TEST_CASE("numbers added twice are kept, however few or many were expected") {
  testing::Random random(17);
  for (const std::size_t expected : {0U, 1U, 31U, 1'000U, 65'536U}) {
    RepeatFilter filter(expected);
    std::vector<std::uint64_t> twice = {0, 1, std::numeric_limits<std::uint64_t>::max()};
    for (int i = 0; i < 500; ++i) twice.push_back(random.next());
    for (const std::uint64_t number : twice) filter.add(number);
    for (int i = 0; i < 500; ++i) filter.add(random.next());
    for (const std::uint64_t number : twice) filter.add(number);
    for (const std::uint64_t number : twice) REQUIRE(filter.may_repeat(number));
  }
}

TEST_CASE("of numbers added once few are kept, also when they are neighbours") {
  constexpr std::uint64_t count = 100'000;
  testing::Random random(19);
  for (const std::uint64_t step : {std::uint64_t{1}, std::uint64_t{1'000}, random.next()}) {
    RepeatFilter filter(count);
    for (std::uint64_t i = 0; i < count; ++i) filter.add(50'010'100'010 + i * step);
    std::uint64_t kept = 0;
    for (std::uint64_t i = 0; i < count; ++i)
      kept += filter.may_repeat(50'010'100'010 + i * step) ? 1U : 0U;
    CHECK(kept < count / 8);
  }
}

TEST_CASE("a number of which nothing was added is not kept") {
  const RepeatFilter filter(10);
  CHECK_FALSE(filter.may_repeat(0));
  CHECK_FALSE(filter.may_repeat(7));
}

}  // namespace euproj
