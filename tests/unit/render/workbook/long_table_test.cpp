// Tables with more rows than are held: the same sheet, whichever way its rows come to it.

#include "render/workbook/long_table.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <pugixml.hpp>
#include <sstream>

#include "euproj/render/render.hpp"
#include "read/sheet/spreadsheet.hpp"
#include "read/sheet/zip_archive.hpp"

using namespace euproj;

namespace {

constexpr std::size_t many = 2'500;

/// Among plain ones what a spreadsheet might misread, and values of every type.
TableRow row_of(std::size_t at) {
  static const std::vector<std::string> texts = {
      "U-1", "=1+1", "+48 600", "-5", "@SUM(A1)", "<b> & \"c\" 'd'", " z przodu i z tyłu ",
      "dwie\nlinie", std::string("\x01\x1f") + "znaki", std::string(40'000, 'x'),
      "słowo " + std::string(150, 'y') + " i jeszcze kilka słów, aby wiersz był wyższy niż inne",
      "", "ęóąśłżźćń 漢字 😀", "_x0041_"};
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
  table.made = {made, row_of};
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

/// As Excel shows it. libxlsxwriter writes 16 digits, which is one too many and makes
/// 0.9399999999999999 of 0.94; made rows have the number itself.
std::string shown_number(const std::string& stored) {
  std::array<char, 32> digits{};
  std::snprintf(digits.data(), digits.size(), "%.15g", std::strtod(stored.c_str(), nullptr));
  return digits.data();
}

struct Read {
  std::vector<std::string> cells;  // reference, style and content of each
  std::vector<std::string> rows;   // number and height of each
  std::string around;              // what the sheet has besides
};

Read read_sheet(const std::string& bytes) {
  ZipArchive archive(bytes);
  const std::string shared_xml =
      archive.has("xl/sharedStrings.xml") ? archive.part("xl/sharedStrings.xml") : "<sst/>";
  pugi::xml_document shared;
  constexpr unsigned options = pugi::parse_default | pugi::parse_ws_pcdata;
  REQUIRE(shared.load_string(shared_xml.c_str(), options));
  std::vector<std::string> texts;
  for (const auto& each : shared.child("sst").children("si")) {
    texts.emplace_back(each.child("t").text().get());
  }
  pugi::xml_document sheet;
  REQUIRE(sheet.load_string(archive.part("xl/worksheets/sheet1.xml").c_str(), options));
  Read read;
  pugi::xml_node root = sheet.child("worksheet");
  for (const auto& row : root.child("sheetData").children("row")) {
    read.rows.push_back(std::string(row.attribute("r").value()) + " " +
                        row.attribute("ht").value());
    for (const auto& cell : row.children("c")) {
      const std::string type = cell.attribute("t").value();
      std::string content = cell.child("v").text().get();
      if (type.empty() && !content.empty()) content = shown_number(content);
      if (type == "s") content = "text " + texts.at(std::stoul(content));
      if (type == "inlineStr") content = std::string("text ") + cell.child("is").child("t").text().get();
      read.cells.push_back(std::string(cell.attribute("r").value()) + " " +
                           cell.attribute("s").value() + " " + content);
    }
  }
  root.remove_child("sheetData");
  std::ostringstream rest;
  root.print(rest);
  read.around = rest.str();
  return read;
}

}  // namespace

TEST_CASE("made rows give the cells, heights and widths that held rows give") {
  const std::string made_bytes = rendered(document_with(many, 0));
  const std::string held_bytes = rendered(document_with(0, many));
  const Read made = read_sheet(made_bytes);
  const Read held = read_sheet(held_bytes);
  CHECK(made.cells.size() > many * 5);
  REQUIRE(made.cells.size() == held.cells.size());
  const auto differ = std::mismatch(made.cells.begin(), made.cells.end(), held.cells.begin());
  if (differ.first != made.cells.end()) CHECK(*differ.first == *differ.second);
  CHECK(made.rows == held.rows);
  CHECK(made.around == held.around);  // widths, filter, frozen header, repeated rows
  CHECK(made.around.find("<autoFilter ref=\"A7:F2507\"") != std::string::npos);
  CHECK(made.around.find("topLeftCell=\"A8\"") != std::string::npos);
  const std::string styles = "xl/styles.xml";
  CHECK(ZipArchive(made_bytes).part(styles) == ZipArchive(held_bytes).part(styles));
}

TEST_CASE("our own reader finds the texts as they were, none of them a formula") {
  const std::string bytes = rendered(document_with(many, 0));
  CHECK(ZipArchive(bytes).part("xl/worksheets/sheet1.xml").find("<f>") == std::string::npos);
  Diagnostics diagnostics(Diagnostics::Warnings::stay_warnings);
  const auto sheet = read_spreadsheet(bytes, {}, no_file, diagnostics);
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
