#include <doctest/doctest.h>

#include <algorithm>

#include "euproj/report/document.hpp"
#include "render/sheets/formulas.hpp"
#include "render/sheets/layout.hpp"
#include "render/workbook/style.hpp"
#include "support/sample_figures.hpp"

using namespace euproj;

namespace {

struct Sheet {
  Document document;
  const DocumentSection* section = nullptr;
  SheetLayout layout;

  Sheet(const Figures& figures, const std::string& id)
      : document(build_document(figures, Language::polish)) {
    for (const DocumentSection& each : document.sections) {
      if (each.id == id) section = &each;
    }
    REQUIRE(section != nullptr);
    layout = lay_out_sheet(document, *section);
  }

  const SheetCell* total(std::uint16_t column) const {
    for (const SheetCell& cell : layout.cells) {
      if (cell.part == SheetPart::total && cell.column == column) return &cell;
    }
    return nullptr;
  }
};

}  // namespace

TEST_CASE("a total that its items add up to is a sum over them") {
  const Sheet sheet(samples::figures(), "financing");
  const SheetCell* agreed = sheet.total(3);
  REQUIRE(agreed != nullptr);
  CHECK(agreed->formula == "SUM(D6:D8)");
  CHECK(sheet.total(7)->formula == "ROUND(F9/D9,4)");  // a percentage is no sum
}

TEST_CASE("a total that its items do not add up to stays a number") {
  Figures figures = samples::figures();
  figures.eligible.cumulative = figures.eligible.cumulative + Money::minor(1);
  const Sheet sheet(figures, "expenditure");
  CHECK_FALSE(sheet.total(2)->formula.empty());  // eligible costs of the period
  CHECK(sheet.total(3)->formula.empty());        // cumulative, a grosz off
}

TEST_CASE("the header stays in sight when one header serves the sheet") {
  const Sheet indicators(samples::figures(), "indicators");
  CHECK(indicators.layout.frozen_rows == indicators.layout.repeated_rows.first + 1);
  const Sheet expenditure(samples::figures(), "expenditure");
  CHECK(expenditure.layout.frozen_rows == 2);  // several tables: the title only
}

TEST_CASE("the filter covers the items of the longest table and no total") {
  const Sheet sheet(samples::figures(), "financing");
  REQUIRE(sheet.layout.filter.has_value());
  CHECK(sheet.layout.filter->rows.last == sheet.total(3)->row - 1);
  CHECK(sheet.layout.filter->rows.first == sheet.total(3)->row - 4);
}

TEST_CASE("a chart takes the items of its table") {
  const Sheet sheet(samples::figures(), "indicators");
  REQUIRE(sheet.layout.charts.size() == 1);  // of results one alone has a percentage
  CHECK(sheet.layout.charts[0].rows.last - sheet.layout.charts[0].rows.first + 1 == 3);
}

TEST_CASE("the mark is the first thing on a sheet") {
  Figures figures = samples::figures();
  figures.complete = false;
  const Sheet sheet(figures, "places");
  CHECK(sheet.layout.cells.front().part == SheetPart::incomplete);
  CHECK(sheet.layout.cells.front().row == 0);
}

TEST_CASE("a sheet without any table row has a note") {
  const Sheet sheet(samples::empty_figures(), "places");
  CHECK(sheet.layout.cells.back().part == SheetPart::note);
  CHECK_FALSE(sheet.layout.filter.has_value());
}

TEST_CASE("number formats are language-neutral and have the decimals of the value") {
  CHECK(look_of(Money::minor(1), ColumnKind::money).number_format == "#,##0.00");
  CHECK(look_of(Percent{1}, ColumnKind::percent).number_format == "0.00%");
  CHECK(look_of(Quantity::whole(3), ColumnKind::count).number_format == "#,##0");
  CHECK(look_of(Quantity::scaled(125'000), ColumnKind::count).number_format == "#,##0.0");
  CHECK(look_of(Cell(), ColumnKind::money).alignment == Alignment::right);
  CHECK(look_of(Cell(std::string("x")), ColumnKind::text).alignment == Alignment::left);
}

TEST_CASE("an ampersand is doubled in page headers") {
  CHECK(page_header_text("Kowalski & Syn") == "Kowalski && Syn");
}

TEST_CASE("a page header that begins with a digit does not run into the size of its letters") {
  CHECK(page_header_text("9 projektów") == " 9 projektów");
  CHECK(page_header_text("Projekt 9") == "Projekt 9");
}

TEST_CASE("a column that follows from others of its row is a formula") {
  const Sheet sheet(samples::figures(), "financing");
  const auto at = [&](std::uint16_t column) -> const SheetCell& {
    return *std::find_if(sheet.layout.cells.begin(), sheet.layout.cells.end(),
                         [&](const SheetCell& cell) {
                           return cell.part == SheetPart::item && cell.column == column;
                         });
  };
  CHECK(at(3).formula.empty());
  CHECK(at(5).formula.empty());  // a share is the result of a rounding, never of a formula
  CHECK(at(6).formula == "D6-F6");
  CHECK(at(7).formula == "ROUND(F6/D6,4)");
}

TEST_CASE("a value that does not follow to the last digit stands alone") {
  Figures figures = samples::figures();
  figures.sources[0].remaining = figures.sources[0].remaining + Money::minor(1);
  const Sheet sheet(figures, "financing");
  for (const SheetCell& cell : sheet.layout.cells) {
    if (cell.part == SheetPart::item && cell.column == 6) {
      CHECK(cell.formula.empty() == (cell.row == sheet.total(6)->row - 3));
    }
  }
}

TEST_CASE("names of cells") {
  CHECK(a1_name(0, 0) == "A1");
  CHECK(a1_name(4, 25) == "Z5");
  CHECK(a1_name(9, 26) == "AA10");
  CHECK(a1_name(0, 702) == "AAA1");
  CHECK(sheet_prefix("Gmina 'A'") == "'Gmina ''A'''!");
}
