#include <doctest/doctest.h>

#include <string>

#include "render/sheets/widths.hpp"

using namespace euproj;

TEST_CASE("digits fill a cell up to its margin") {
  CHECK(lines_in_cell(std::string(37, '7'), 40) == 1);
  CHECK(lines_in_cell(std::string(38, '7'), 40) == 2);
}

TEST_CASE("a text of narrow letters takes fewer lines than one of wide letters") {
  CHECK(lines_in_cell(std::string(60, 'i'), 40) == 1);
  CHECK(lines_in_cell(std::string(30, 'W'), 40) == 2);
  CHECK(lines_in_cell(
            "Miejsca na bezpłatne kształcenie kandydatów na rodzinę zastępczą niezawodową", 44) ==
        2);
}

TEST_CASE("a line is broken at a blank, a word longer than a line anywhere") {
  CHECK(lines_in_cell("0000000 0000000 0000000", 10) == 3);
  CHECK(lines_in_cell("0000000 0000000 0000000", 18) == 2);
  CHECK(lines_in_cell(std::string(25, '0'), 10) == 4);  // of eight
  CHECK(lines_in_cell("0 " + std::string(16, '0'), 10) == 3);
  CHECK(lines_in_cell("0000000      ", 10) == 1);
}

TEST_CASE("each line of a text is at least one") {
  CHECK(lines_in_cell("", 10) == 1);
  CHECK(lines_in_cell("a\nb\n\nc", 40) == 4);
}

TEST_CASE("a letter that nobody measured counts as wide, and no width is too small") {
  CHECK(lines_in_cell("ЖЖЖЖЖЖ", 10) == 2);
  CHECK(lines_in_cell("漢漢漢", 10) == 2);
  CHECK(lines_in_cell("WWW", 0) == 3);
}
