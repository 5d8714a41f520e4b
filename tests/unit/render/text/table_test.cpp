#include "render/text/table.hpp"

#include <doctest/doctest.h>

#include "euproj/base/unicode.hpp"
#include "render/text/signs.hpp"
#include "render/text/wrap_text.hpp"

using namespace euproj;

namespace {

using Lines = std::vector<std::string>;

Table two_columns() {
  Table table;
  table.columns = {{"name", "Zadanie", ColumnKind::text}, {"amount", "Kwota", ColumnKind::money}};
  table.rows = {{RowRole::item, {std::string("Świetlica"), Money::minor(1234'56)}},
                {RowRole::item, {std::string("Żłobek"), Cell()}},
                {RowRole::total, {std::string("Razem"), Money::minor(1234'56)}}};
  return table;
}

Lines lines_of(const Table& table, Language language, const TextStyle& style) {
  Lines lines;
  text_table(table, language, style, [&lines](std::string_view line) { lines.emplace_back(line); });
  return lines;
}

TextStyle width_of(std::size_t width) {
  TextStyle style;
  style.width = width;
  return style;
}

}  // namespace

TEST_CASE("columns line up by display width, numbers to the right") {
  CHECK(lines_of(two_columns(), Language::polish, {}) ==
        Lines{"Zadanie       Kwota", "───────────────────", "Świetlica  1\u00A0234,56",
              "Żłobek            –", "───────────────────", "Razem      1\u00A0234,56"});
}

TEST_CASE("a long name wraps inside its cell") {
  Table table = two_columns();
  table.rows[0].cells[0] = std::string("Świetlica środowiskowa w Jastrzębiu");
  CHECK(lines_of(table, Language::polish, width_of(32)) ==
        Lines{"Zadanie                    Kwota", "────────────────────────────────",
              "Świetlica środowiskowa  1\u00A0234,56", "w Jastrzębiu",
              "Żłobek                         –", "────────────────────────────────",
              "Razem                   1\u00A0234,56"});
}

TEST_CASE("no line is wider than asked for, whatever the width and the content") {
  Table table = two_columns();
  table.rows[0].cells[0] = std::string(300, 'x') + " 日本語日本語日本語 ok";
  table.rows.push_back({RowRole::heading, {std::string("Bardzo długi nagłówek grupy wierszy")}});
  table.rows.back().cells.resize(2);
  for (std::size_t width = 2; width <= 120; ++width) {
    for (const std::string& line : lines_of(table, Language::polish, width_of(width))) {
      CAPTURE(line);
      CHECK(display_width(line) <= width);
      CHECK((line.empty() || line.back() != ' '));
    }
  }
}

TEST_CASE("a table that cannot fit is set as cards, with nothing left out") {
  CHECK(lines_of(two_columns(), Language::polish, width_of(18)) ==
        Lines{"Zadanie: Świetlica", "Kwota: 1\u00A0234,56", "", "Zadanie: Żłobek", "Kwota: –", "",
              "Zadanie: Razem", "Kwota: 1\u00A0234,56"});
}

TEST_CASE("four amounts of tens of millions fit beside three short texts") {
  Table table;
  for (const char* heading : {"Źródło", "Rodzaj", "Udział"}) {
    table.columns.push_back({heading, heading, ColumnKind::text});
  }
  for (const char* heading : {"Plan", "W\u00A0okresie", "Narastająco", "Pozostało"}) {
    table.columns.push_back({heading, heading, ColumnKind::money});
  }
  table.columns.push_back({"used", "Wykonanie", ColumnKind::percent});
  const Money amount = Money::minor(99'999'999'99);
  table.rows.push_back(
      {RowRole::item,
       {std::string("state"), std::string("budżet państwa"), std::string("pozostała część"), amount,
        amount, amount, amount, Percent{100'00}}});
  const Lines lines = lines_of(table, Language::polish, {});
  CHECK(lines.front().rfind("Źródło", 0) == 0);  // a table, not cards
}

TEST_CASE("colour is put around what is already padded") {
  Table table = two_columns();
  table.rows.erase(table.rows.begin() + 1, table.rows.end());
  table.rows[0].cells[1].tone = Tone::attention;
  TextStyle style;
  style.colour = true;
  const Lines lines = lines_of(table, Language::english, style);
  CHECK(lines.back() == "Świetlica  \x1b[31m1,234.56\x1b[0m");
}

TEST_CASE("a column without heading and content is not shown") {
  Table table = two_columns();
  table.columns.insert(table.columns.begin(), {"id", "", ColumnKind::label});
  for (TableRow& row : table.rows) row.cells.insert(row.cells.begin(), Cell(std::string()));
  CHECK(lines_of(table, Language::polish, {}) == lines_of(two_columns(), Language::polish, {}));
}

TEST_CASE("a word too long for a line breaks after a sign when there is one") {
  CHECK(wrap_text("dane/wsparcie-2022-05.csv", 16) == Lines{"dane/wsparcie-", "2022-05.csv"});
  CHECK(wrap_text("abcdefghij", 4) == Lines{"abcd", "efgh", "ij"});
  CHECK(wrap_text("", 4) == Lines{""});
  CHECK(wrap_text("1\u00A0000 zł", 5) == Lines{"1\u00A0000", "zł"});
}
