// parse_scaled: the short way for plain numbers answers as the long one.

#include "core/decimal_text.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

namespace euproj {
namespace {

constexpr std::string_view alphabet = "0179., zx";
constexpr std::size_t longest = 6;

/// A plus sign changes no number and takes the long way, so both ways must say the same.
void compare_below(std::string& text, char decimal, Grouping grouping, int digits,
                   std::int64_t limit) {
  const auto taken = parse_scaled(text, decimal, {grouping}, digits, limit);
  const auto long_way = parse_scaled("+" + text, decimal, {grouping}, digits, limit);
  const bool same =
      taken ? long_way && *taken == *long_way : !long_way && taken.reason() == long_way.reason();
  if (!same) FAIL("'" << text << "' with " << decimal << ", " << digits << " decimals");
  if (text.size() == longest) return;
  for (const char c : alphabet) {
    text.push_back(c);
    compare_below(text, decimal, grouping, digits, limit);
    text.pop_back();
  }
}

TEST_CASE("every text of up to six characters reads as it does with a plus sign") {
  constexpr std::int64_t limit = 99'999;  // reached by some of them
  std::string text;
  compare_below(text, '.', Grouping::none, 2, limit);
  compare_below(text, ',', Grouping::thousands, 2, limit);
  compare_below(text, '.', Grouping::none, 4, limit);
}

TEST_CASE("long whole parts read as they do with a plus sign") {
  constexpr std::int64_t limit = 99'999'999'999'999;
  for (std::size_t length = 7; length <= 25; ++length) {
    for (const std::string_view rest : {"", ".", ".5", ".25", ".255"}) {
      const std::string text = std::string(length, '9') + std::string(rest);
      const auto taken = parse_scaled(text, '.', {}, 2, limit);
      const auto long_way = parse_scaled("+" + text, '.', {}, 2, limit);
      REQUIRE(static_cast<bool>(taken) == static_cast<bool>(long_way));
      if (taken) CHECK(*taken == *long_way);
      if (!taken) CHECK(taken.reason() == long_way.reason());
    }
  }
}

}  // namespace
}  // namespace euproj
