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

TEST_CASE("an amount in a row of a long table that is not measured has room") {
  constexpr std::size_t count = 10'001;  // of so many every third is looked at
  constexpr std::size_t wide = 4'444;
  Table table;
  table.columns = {{"id", "Id"}, {"amount", "Kwota", ColumnKind::money}};
  table.lazy_rows = LazyRows<TableRow>(count, [](std::size_t at) {
    const Money amount = Money::minor(at == wide ? 1'234'567'890 : 100);
    return TableRow{RowRole::item, {Cell(std::string("x")), Cell(amount)}};
  });
  const SheetWidths widths = sheet_widths({}, {&table}, Language::polish);
  CHECK(lines_in_cell("12 345 678,90", widths.columns[1]) == 1);
}
