#include "render/chart_points.hpp"

#include <doctest/doctest.h>

using namespace euproj;

TEST_CASE("an axis reaches both ends in a few round steps") {
  for (const std::int64_t one : {std::int64_t{1}, std::int64_t{100}, std::int64_t{10'000}}) {
    for (std::int64_t least = -2'000; least <= 0; least += 37) {
      for (std::int64_t most = 0; most <= 300'000; most = most * 3 + 1) {
        CAPTURE(least);
        CAPTURE(most);
        const ChartAxis axis = chart_axis(least, most, one);
        CHECK(axis.low <= least);
        CHECK(axis.high >= most);
        CHECK(axis.low < axis.high);
        CHECK(axis.step % one == 0);
        CHECK(axis.low % axis.step == 0);
        CHECK(axis.high % axis.step == 0);
        CHECK((axis.high - axis.low) / axis.step <= 5);
        CHECK(least - axis.low < axis.step);
      }
    }
  }
}

TEST_CASE("steps are 1, 2 or 5 and zeros") {
  CHECK(chart_axis(0, 260, 1).step == 100);
  CHECK(chart_axis(0, 9, 1).step == 2);
  CHECK(chart_axis(0, 3, 1).step == 1);
  CHECK(chart_axis(0, 23, 1).step == 5);
  CHECK(chart_axis(0, 58'684'403, 100).step == 200'000'00);
  const ChartAxis largest = chart_axis(0, INT64_MAX / 4, 100);
  CHECK(largest.high >= INT64_MAX / 4);
}

TEST_CASE("a chart takes items, never totals, and skips what is empty") {
  Table table;
  table.columns = {{"name", "Nazwa", ColumnKind::label},
                   {"planned", "Plan", ColumnKind::money},
                   {"used", "Wydano", ColumnKind::money},
                   {"nothing", "Nic", ColumnKind::money}};
  table.rows = {{RowRole::heading, {std::string("Dział"), Cell(), Cell(), Cell()}},
                {RowRole::item, {std::string("a"), Money::minor(100'00), Money::minor(5), Cell()}},
                {RowRole::item, {std::string("b"), Cell(), Cell(), Cell()}},
                {RowRole::item, {std::string("c"), Cell(), Money::minor(-7), Cell()}},
                {RowRole::total, {std::string("Razem"), Money::minor(1), Money::minor(2), Cell()}}};
  const Chart chart{Chart::Shape::columns, "", "t", "name", {"planned", "used", "nothing", "none"}};
  const ChartPoints points = chart_points(chart, table, Language::english);
  CHECK(points.categories == std::vector<std::string>{"a", "c"});
  REQUIRE(points.series.size() == 2);
  CHECK(points.series[0].name == "Plan");
  CHECK(points.series[0].points[0]->text == "100.00");
  CHECK_FALSE(points.series[0].points[1]);
  CHECK(points.series[1].points[1]->units == -7);
}
