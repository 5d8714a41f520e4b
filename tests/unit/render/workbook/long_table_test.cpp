// Tables with more rows than are held: the same sheet, whichever way its rows come to it.

#include "render/workbook/long_table.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "euproj/render/render.hpp"
#include "read/sheet/archive.hpp"
#include "read/sheet/spreadsheet.hpp"
#include "render/sheets/row_cells.hpp"
#include "support/workbook_cells.hpp"

using namespace euproj;

namespace {

constexpr std::size_t many = 2'500;

/// Among plain ones what a spreadsheet might misread, and values of every type.
TableRow row_of(std::size_t at) {
  static const std::vector<std::string> texts = {
      "U-1",
      "=1+1",
      "+48 600",
      "-5",
      "@SUM(A1)",
      "<b> & \"c\" 'd'",
      " z przodu i z tyłu ",
      "dwie\nlinie",
      std::string("\x01\x1f") + "znaki",
      std::string(40'000, 'x'),
      "słowo " + std::string(150, 'y') + " i jeszcze kilka słów, aby wiersz był wyższy niż inne",
      "",
      "ęóąśłżźćń 漢字 😀",
      "_x0041_"};
  TableRow row;
  row.cells.emplace_back(texts[at % texts.size()]);
  row.cells.emplace_back(Quantity::scaled(static_cast<std::int64_t>(at) * 2'500));
  row.cells.emplace_back(Date::from(2024, 1, 1)->plus_days(static_cast<int>(at % 900)));
  row.cells.emplace_back(Money::minor(static_cast<std::int64_t>(at) - 100));
  if (at % 7 == 0) row.cells.back() = Cell();
  row.cells.emplace_back(Percent{static_cast<std::int64_t>(at)}, Tone::good);
  row.cells.emplace_back("wiersz " + std::to_string(at));
  return row;
}

Document document_with(std::size_t made, std::size_t held) {
  Table table;
  table.id = "t";
  table.title = "Wiersze";
  const auto add = [&](const char* id, const char* heading, ColumnKind kind) {
    table.columns.push_back({id, heading, kind});
  };
  add("text", "Tekst", ColumnKind::text);
  add("count", "Liczba", ColumnKind::count);
  add("date", "Data", ColumnKind::date);
  add("money", "Kwota", ColumnKind::money);
  add("percent", "Procent", ColumnKind::percent);
  add("label", "Nazwa", ColumnKind::label);
  table.lazy_rows = {made, row_of};
  for (std::size_t at = 0; at < held; ++at) table.rows.push_back(row_of(at));
  DocumentSection section;
  section.id = "s";
  section.title = "Dowody";
  section.facts.emplace_back("Wartość", Cell("1"));
  section.tables = {table};
  Document document;
  document.title = "Raport";
  document.subtitle = "Projekt";
  document.sections = {section};
  return document;
}

std::string rendered(const Document& document) {
  const auto result = render_xlsx(document, 1'653'955'200);
  REQUIRE(result.ok());
  return *result;
}

}  // namespace

TEST_CASE("made rows give the cells, styles, heights and widths that held rows give") {
  const std::string made_bytes = rendered(document_with(many, 0));
  const std::string held_bytes = rendered(document_with(0, many));
  const testing::ReadSheet made = testing::ReadWorkbook(made_bytes).sheets.at(0);
  const testing::ReadSheet held = testing::ReadWorkbook(held_bytes).sheets.at(0);
  CHECK(made.cells.size() > many * 5);
  REQUIRE(made.cells.size() == held.cells.size());
  const auto differ = std::mismatch(made.cells.begin(), made.cells.end(), held.cells.begin());
  if (differ.first != made.cells.end()) {
    CHECK(differ.first->first == differ.second->first);
    CHECK(differ.first->second == differ.second->second);
  }
  CHECK(made.rows == held.rows);
  CHECK(made.widths == held.widths);
  CHECK(made.merged == held.merged);
  CHECK(made.page == held.page);
  CHECK(made.filter == "A7:F2507");
  CHECK(held.filter == made.filter);
  CHECK(made.first_scrolled == "A8");
  CHECK(held.first_scrolled == made.first_scrolled);
  // No style is left behind by the stand-ins for the rows.
  const std::string styles = "xl/styles.xml";
  CHECK(SheetArchive(made_bytes).part(styles) == SheetArchive(held_bytes).part(styles));
}

TEST_CASE("around and between long tables stands what is laid out there, on several sheets") {
  Document document = document_with(2'001, 0);
  DocumentSection& section = document.sections.front();
  section.tables.push_back(section.tables.front());
  section.tables.back().id = "second";
  section.tables.back().title = "Druga";
  Table few = section.tables.front();  // few rows: held, though they are made
  few.id = "few";
  few.title = "Trzecia";
  few.lazy_rows = {3, row_of};
  section.tables.push_back(few);
  document.sections.push_back(document_with(2'001, 0).sections.front());
  const testing::ReadWorkbook book(rendered(document));
  REQUIRE(book.sheets.size() == 3);  // that of few rows asks for other widths
  const testing::ReadSheet& sheet = book.sheets.at(0);
  const auto row_at = [&](const testing::ReadSheet& of, std::uint32_t row) {
    return of.cell("F" + std::to_string(row)).value;
  };
  CHECK(row_at(sheet, 7) == "Nazwa");
  CHECK(row_at(sheet, 8) == "wiersz 0");
  CHECK(row_at(sheet, 2'008) == "wiersz 2000");
  CHECK(sheet.cell("A2010").value == "Druga");
  CHECK(row_at(sheet, 2'012) == "wiersz 0");
  CHECK(row_at(sheet, 4'012) == "wiersz 2000");
  CHECK(sheet.rows.rbegin()->first == 4'012);
  CHECK(book.sheets.at(1).name == "Trzecia");
  CHECK(row_at(book.sheets.at(1), 7) == "wiersz 2");
  CHECK(row_at(book.sheets.at(2), 2'008) == "wiersz 2000");
}

TEST_CASE("our own reader finds the texts as they were, none of them a formula") {
  const std::string bytes = rendered(document_with(many, 0));
  const testing::ReadWorkbook book(bytes);
  for (const auto& [at, cell] : book.sheets.at(0).cells) {
    if (!cell.formula.empty()) FAIL(at << " is a formula: " << cell.formula);
  }
  Diagnostics diagnostics(Diagnostics::Warnings::stay_warnings);
  const auto opened = Spreadsheet::open(bytes, no_file, diagnostics);
  REQUIRE(opened != nullptr);
  const auto sheet = opened->read(0, Extent::all, {}, no_file, diagnostics);
  REQUIRE(sheet.has_value());
  for (const char* const text : {"=1+1", "@SUM(A1)", "ęóąśłżźćń 漢字 😀", "wiersz 2499"}) {
    CAPTURE(text);
    CHECK(sheet->text.find(text) != std::string::npos);
  }
}

TEST_CASE("the same document is the same bytes") {
  CHECK(rendered(document_with(many, 0)) == rendered(document_with(many, 0)));
}

TEST_CASE("few rows are held, and rows at which something else looks") {
  const auto is_long = [](const Document& document) {
    return has_long_rows(document.sections.front(), document.sections.front().tables.front());
  };
  CHECK(is_long(document_with(2'001, 0)));
  CHECK_FALSE(is_long(document_with(2'000, 0)));
  CHECK_FALSE(is_long(document_with(many, 1)));  // a total below
  Document charted = document_with(many, 0);
  charted.sections.front().charts = {{Chart::Shape::bars, "", "t", "label", {"count"}}};
  CHECK_FALSE(is_long(charted));
  Document watched = document_with(many, 0);
  watched.sections.front().tables.front().columns[4].watch = Watch::reached;
  CHECK_FALSE(is_long(watched));
  Document ruled = document_with(many, 0);
  ruled.sections.front().tables.front().columns[3].rule = {ColumnRule::Kind::sum, {"money"}};
  CHECK_FALSE(is_long(ruled));
}
