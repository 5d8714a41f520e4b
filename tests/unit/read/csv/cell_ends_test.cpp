// Where cells end, as every kind of machine finds it, against looking at one byte after another.

#include "read/csv/cell_ends.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "support/random.hpp"

namespace euproj {
namespace {

CellEnds with_room(std::size_t most) {
  CellEnds ends;
  ends.places.resize(most + CellEnds::spare);
  return ends;
}

CellEnds one_by_one(const std::string& text, char delimiter, std::size_t most) {
  CellEnds ends = with_room(most);
  bool is_quoted = false;
  for (std::size_t block = 0; block + 64 <= text.size() && ends.found < most; block += 64) {
    const CellEnds before = ends;
    for (std::size_t at = block; at < block + 64; ++at) {
      if (text[at] == '"') {
        is_quoted = !is_quoted;
        ends.quotes.push_back(static_cast<std::uint32_t>(at));
      }
      const bool is_feed = text[at] == '\n';
      if (text[at] == '\0' || (is_feed && is_quoted)) return before;
      if (is_quoted || (text[at] != delimiter && !is_feed)) continue;
      ends.places[ends.found++] = static_cast<std::uint32_t>(at);
      if (is_feed) ++ends.line_feeds;
    }
  }
  return ends;
}

/// Quotes of the block in which it stops are of no use to anybody.
void check_same(const CellEnds& found, const CellEnds& expected) {
  REQUIRE(found.found == expected.found);
  REQUIRE(found.line_feeds == expected.line_feeds);
  for (std::size_t i = 0; i < found.found; ++i) REQUIRE(found.places[i] == expected.places[i]);
  REQUIRE(found.quotes.size() >= expected.quotes.size());
  for (std::size_t i = 0; i < expected.quotes.size(); ++i) {
    REQUIRE(found.quotes[i] == expected.quotes[i]);
  }
}

}  // namespace

TEST_CASE("every machine finds the ends that are there, until it must stop") {
  testing::Random random(31);
  REQUIRE(machines().front() == Machine::any);
  for (int round = 0; round < 400; ++round) {
    const char delimiter = random.chance(50) ? ';' : ',';
    const int rare = random.number(0, 2);
    std::string text;
    for (int size = random.number(0, 900); size > 0; --size) {
      const int piece = random.number(0, 199);
      if (piece < 40)
        text += delimiter;
      else if (piece < 48)
        text += '\n';
      else if (piece < 54 && rare > 0)
        text += '"';
      else if (piece == 54 && rare > 1)
        text += '\0';
      else
        text += piece % 2 == 0 ? '\xA2' : 'a';
    }
    const auto most = static_cast<std::size_t>(random.number(1, 200));
    const CellEnds expected = one_by_one(text, delimiter, most);
    for (const Machine machine : machines()) {
      CellEnds ends = with_room(most);
      find_cell_ends(machine, text, delimiter, ends);
      CAPTURE(static_cast<int>(machine));
      check_same(ends, expected);
    }
  }
}

TEST_CASE("sixty-four ends in sixty-four bytes fit behind those that are asked for") {
  for (const Machine machine : machines()) {
    CellEnds ends = with_room(1);
    find_cell_ends(machine, std::string(128, ','), ',', ends);
    CHECK(ends.found == 64);
    CHECK(ends.places[63] == 63);
  }
}

TEST_CASE("line feeds are counted in texts of any length, also where a byte could hold no more") {
  testing::Random random(29);
  for (const std::size_t size : {0U, 1U, 15U, 16U, 17U, 31U, 4'079U, 4'080U, 4'081U, 9'000U}) {
    for (const int percent : {0, 3, 50, 100}) {
      std::string text;
      while (text.size() < size) text += random.chance(percent) ? '\n' : '\x8A';
      const auto expected = static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
      CHECK(count_line_feeds(text) == expected);
    }
  }
}

}  // namespace euproj
