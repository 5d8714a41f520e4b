// Charts of persons: how many against how many there are to be, and women and men by age.

#include <doctest/doctest.h>

#include <algorithm>

#include "euproj/report/build_figures.hpp"
#include "euproj/report/document.hpp"
#include "render/chart_points.hpp"
#include "render/sheets/layout.hpp"
#include "render/sheets/widths.hpp"
#include "support/load_project.hpp"
#include "support/sample_figures.hpp"
#include "support/small_project.hpp"

using namespace euproj;

namespace {

Figures small_figures(testing::MemoryFiles files) {
  const Loaded loaded = testing::load_project("project.yaml", files);
  return build_figures(loaded.dossier, Period{*Date::from(2022, 1, 1), *Date::from(2022, 6, 30)});
}

const DocumentSection& section_of(const Document& document, const std::string& id) {
  const auto found = std::find_if(document.sections.begin(), document.sections.end(),
                                  [&](const DocumentSection& each) { return each.id == id; });
  REQUIRE(found != document.sections.end());
  return *found;
}

/// None where there is no such chart.
ChartPoints points_of(const DocumentSection& section, const std::string& table_id) {
  const auto chart = std::find_if(section.charts.begin(), section.charts.end(),
                                  [&](const Chart& each) { return each.table == table_id; });
  const auto table = std::find_if(section.tables.begin(), section.tables.end(),
                                  [&](const Table& each) { return each.id == table_id; });
  if (chart == section.charts.end()) return {};
  REQUIRE(table != section.tables.end());
  return chart_points(*chart, *table, Language::polish);
}

ChartPoints ages_of(const Figures& figures) {
  const Document document = build_document(figures, Language::polish);
  return points_of(section_of(document, "participants"), "by_age");
}

}  // namespace

TEST_CASE("the goal of participants is that of the first indicator that counts them all") {
  testing::MemoryFiles files = testing::small_project();
  const Figures figures = small_figures(files);
  REQUIRE(figures.participants_goal.has_value());
  CHECK(figures.participants_goal->indicator == "P1");
  CHECK(figures.participants_goal->target == Quantity::whole(3));
  CHECK(figures.indicators.front().cumulative.total ==
        Quantity::whole(*figures.months.back().participants));

  std::string definition(files.text_of("project.yaml"));
  const std::string all = "count: persons}";
  definition.replace(definition.find(all), all.size(), "count: persons, where: {sex: K}}");
  files.put("project.yaml", definition);
  CHECK_FALSE(small_figures(files).participants_goal.has_value());
}

TEST_CASE("persons by month are drawn beside the goal, where there is one") {
  Figures figures = samples::figures();
  const auto persons = [&] {
    const Document document = build_document(figures, Language::polish);
    return points_of(section_of(document, "months"), "months");
  };
  CHECK(persons().series.size() == 1);
  figures.participants_goal = Goal{"P1", Quantity::whole(350)};
  const ChartPoints points = persons();
  REQUIRE(points.series.size() == 2);
  CHECK(points.series[1].name == "Cel P1");
  CHECK(points.series[0].points.back()->text == "120");
  CHECK(points.series[1].points.front()->text == "350");
  CHECK(points.series[1].points.back()->text == "350");
  figures.months[2].participants.reset();  // hidden
  CHECK(persons().series.size() != 2);
}

TEST_CASE("women and men by age, and not at all where a number is hidden") {
  Figures figures = samples::figures();
  const ChartPoints points = ages_of(figures);
  REQUIRE(points.series.size() == 2);
  CHECK(points.series[0].name == "kobiety");
  CHECK(points.series[1].name == "mężczyźni");
  REQUIRE(points.categories.size() == 5);
  CHECK(points.categories[1] == "18–29 lat");
  CHECK(points.series[0].points[1]->text == "30");
  CHECK(points.series[1].points[1]->text == "10");

  Value& value = figures.breakdowns.front().rows[1].cumulative;
  value.women.reset();
  value.suppressed.women = true;
  CHECK(ages_of(figures).series.empty());
}

TEST_CASE("nobody's ages are not drawn") {
  Figures figures = samples::figures();
  for (BreakdownRow& row : figures.breakdowns.front().rows) row.cumulative = samples::counts(0, 0);
  CHECK(ages_of(figures).series.empty());
}

TEST_CASE("bars of percentages leave room for the words behind the longest") {
  Figures figures = samples::figures();
  const auto ends = [&] {
    const Document document = build_document(figures, Language::polish);
    const SheetLayout layout = lay_out_sheet(document, section_of(document, "indicators"));
    std::vector<std::int64_t> found;
    for (const SheetChart& chart : layout.charts) found.push_back(chart.axis_end);
    return found;
  };
  CHECK(ends() == std::vector<std::int64_t>{154'15});  // of 123.40 %
  figures.indicators[0].achieved = Percent{-1};
  CHECK(ends() == std::vector<std::int64_t>{0});
}

TEST_CASE("one bar says nothing, nor do bars of nothing") {
  ChartPoints points;
  points.categories = {"P1"};
  points.series = {{"a", ColumnKind::count, 1, {ChartPoint{5, "5"}}}};
  CHECK_FALSE(says_something(points));
  points.categories = {"P1", "P2"};
  points.series = {{"a", ColumnKind::count, 1, {ChartPoint{0, "0"}, std::nullopt}}};
  CHECK_FALSE(says_something(points));
  points.series.front().points.back() = ChartPoint{1, "1"};
  CHECK(says_something(points));
}

TEST_CASE("a chart stands beside its table where the paper has room for both, else below") {
  const Document document = build_document(samples::figures(), Language::polish);
  const SheetLayout months = lay_out_sheet(document, section_of(document, "months"));
  REQUIRE(months.charts.size() == 3);
  const PlacedTable& table = months.tables.front();
  CHECK(months.charts[0].row == table.header + 1);
  CHECK(months.charts[0].left > pixels_of(months.widths));
  const std::uint32_t end = table.header + static_cast<std::uint32_t>(table.table->row_count());
  for (const std::size_t below : {std::size_t{1}, std::size_t{2}}) {
    CHECK(months.charts[below].row > end);
    CHECK(months.charts[below].row >= months.charts[0].row + months.charts[0].height);
  }
  CHECK(months.charts[1].row == months.charts[2].row);
  CHECK(months.charts[2].left >= months.charts[1].left + months.charts[1].width);
  for (const SheetChart& chart : months.charts) CHECK(chart.left + chart.width <= pixels_of_paper);
}

TEST_CASE("no chart is cut by the end of a page") {
  Figures figures = samples::figures();
  for (std::size_t months = 6; months < 60; ++months) {
    CAPTURE(months);
    MonthFigures next = figures.months.back();
    next.first = next.first.plus_months(1);
    figures.months.push_back(next);
    const Document document = build_document(figures, Language::polish);
    const SheetLayout layout = lay_out_sheet(document, section_of(document, "months"));
    REQUIRE(layout.charts.size() == 3);
    CHECK(layout.charts[1].row >= layout.charts[0].row + layout.charts[0].height);
    if (layout.on_one_page) {
      CHECK(layout.charts[2].row + layout.charts[2].height <= 43);  // of letters of 8 points
      continue;
    }
    // Where no page ends between them, they stand on the one that begins last before them.
    REQUIRE(layout.scale > 0);
    const std::uint32_t page = 32 * 100 / layout.scale;
    std::uint32_t begin = 0;
    for (const std::uint32_t row : layout.page_breaks) {
      if (row <= layout.charts[1].row) begin = row;
    }
    for (const std::size_t at : {std::size_t{1}, std::size_t{2}}) {
      CHECK((layout.charts[at].row - begin) % page + layout.charts[at].height <= page);
    }
  }
}
