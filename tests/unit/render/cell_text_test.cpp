#include "render/cell_text.hpp"

#include <doctest/doctest.h>

using namespace euproj;

TEST_CASE("money is grouped by the language alone") {
  CHECK(money_text(Money::minor(104'293'886), Language::polish) == "1\u00A0042\u00A0938,86");
  CHECK(money_text(Money::minor(104'293'886), Language::english) == "1,042,938.86");
  CHECK(money_text(Money::minor(100'000), Language::polish) == "1\u00A0000,00");
  CHECK(money_text(Money::minor(99'999), Language::polish) == "999,99");
  CHECK(money_text(Money::minor(-5), Language::polish) == "-0,05");
  CHECK(money_text(Money::minor(-123'456'789), Language::english) == "-1,234,567.89");
}

TEST_CASE("quantities show the decimals they have and at least those asked for") {
  CHECK(quantity_text(Quantity::whole(12), 0, Language::polish) == "12");
  CHECK(quantity_text(Quantity::whole(12), 2, Language::polish) == "12,00");
  CHECK(quantity_text(Quantity::scaled(125'000), 0, Language::polish) == "12,5");
  CHECK(quantity_text(Quantity::scaled(125'000), 2, Language::english) == "12.50");
  CHECK(quantity_text(Quantity::scaled(-2'500), 0, Language::english) == "-0.25");
  CHECK(quantity_text(Quantity::whole(1'234'567), 0, Language::english) == "1,234,567");
}

TEST_CASE("percentages have two decimals, and in Polish a blank that does not break") {
  CHECK(percent_text(Percent{85'23}, Language::polish) == "85,23\u00A0%");
  CHECK(percent_text(Percent{12'340'00}, Language::english) == "12,340.00%");
  CHECK(percent_text(Percent{-1'50}, Language::polish) == "-1,50\u00A0%");
}

TEST_CASE("what does not apply is a dash, a percentage n/d") {
  CHECK(cell_text(Cell(), ColumnKind::money, Language::polish) == "–");
  CHECK(cell_text(Cell(), ColumnKind::percent, Language::polish) == "n/d");
  CHECK(cell_text(Cell(), ColumnKind::percent, Language::english) == "n/a");
  CHECK(cell_text(Cell(Date()), ColumnKind::date, Language::polish) == "–");
  CHECK(cell_text(Cell(std::string()), ColumnKind::percent, Language::polish).empty());
}

TEST_CASE("dates are ISO in both languages") {
  const Cell cell(*Date::from(2022, 3, 4));
  CHECK(cell_text(cell, ColumnKind::date, Language::polish) == "2022-03-04");
  CHECK(cell_text(cell, ColumnKind::date, Language::english) == "2022-03-04");
}
