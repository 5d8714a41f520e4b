// The nearest known word.

#include "euproj/base/suggest.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <string>

#include "support/random.hpp"

namespace euproj {
namespace {

/// The definition, read backwards: what the last step may have been (swaps are never edited again).
std::size_t slow_distance(std::string_view a, std::string_view b) {
  if (a.empty() || b.empty()) return a.size() + b.size();
  const auto rest = [](std::string_view text, std::size_t dropped) {
    return text.substr(0, text.size() - dropped);
  };
  std::size_t best = slow_distance(rest(a, 1), rest(b, 1)) + (a.back() == b.back() ? 0 : 1);
  best = std::min(best, slow_distance(rest(a, 1), b) + 1);
  best = std::min(best, slow_distance(a, rest(b, 1)) + 1);
  if (a.size() > 1 && b.size() > 1 && a.back() == b[b.size() - 2] && b.back() == a[a.size() - 2]) {
    best = std::min(best, slow_distance(rest(a, 2), rest(b, 2)) + 1);
  }
  return best;
}

TEST_CASE("the distance counts changes, losses, additions and swapped neighbours") {
  CHECK(edit_distance("", "") == 0);
  CHECK(edit_distance("", "abc") == 3);
  CHECK(edit_distance("sources", "sources") == 0);
  CHECK(edit_distance("soruces", "sources") == 1);
  CHECK(edit_distance("source", "sources") == 1);
  CHECK(edit_distance("kitten", "sitting") == 3);
}

TEST_CASE("the distance of random short words is that of the slow definition") {
  testing::Random random(3);
  const auto word = [&random] {
    std::string made;
    for (int length = random.number(0, 6); length > 0; --length) {
      made += static_cast<char>('a' + random.number(0, 2));
    }
    return made;
  };
  for (int round = 0; round < 1'000; ++round) {
    const std::string a = word();
    const std::string b = word();
    if (edit_distance(a, b) != slow_distance(a, b)) FAIL("`" << a << "` `" << b << "`");
  }
}

TEST_CASE("the nearest word is suggested only when it is near") {
  constexpr std::array<std::string_view, 4> known = {"period", "partners", "programme", "id"};
  CHECK(nearest("preiod", known) == "period");
  CHECK(nearest("program", known) == "programme");
  CHECK(nearest("partnerzy", known) == "partners");
  CHECK(nearest("ix", known) == "id");
  CHECK(nearest("beneficiary", known).empty());
  CHECK(nearest("xy", known).empty());
  CHECK(nearest(std::string(65, 'p'), known).empty());
  CHECK(nearest("period", {}).empty());
}

TEST_CASE("of equally near words the first known one is suggested") {
  constexpr std::array<std::string_view, 2> known = {"date", "data"};
  CHECK(nearest("datu", known) == "date");
}

}  // namespace
}  // namespace euproj
