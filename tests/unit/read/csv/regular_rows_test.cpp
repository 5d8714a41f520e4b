// RegularRows says of rows what CsvScanner says of them, or nothing.

#include "read/csv/regular_rows.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "read/csv/csv_scanner.hpp"
#include "support/random.hpp"

namespace euproj {
namespace {

struct Rows {
  std::vector<std::string> all;
  std::size_t regular = 0;  // how many of them RegularRows told
};

void add_scanned(CsvScanner& scanner, Rows& rows) {
  std::string out = std::to_string(scanner.row().line) + ":";
  for (const CsvCell& cell : scanner.row().cells) out += "|" + std::string(cell.text);
  rows.all.push_back(out);
}

Rows scanned(const std::string& text) {
  Rows rows;
  CsvScanner scanner(text, ',');
  while (scanner.next()) add_scanned(scanner, rows);
  return rows;
}

/// As RowsReader reads them.
Rows read(const std::string& text, std::size_t width) {
  Rows rows;
  CsvScanner scanner(text, ',');
  RegularRows regular(width);
  while (true) {
    const std::size_t count = regular.read(text, scanner.position(), text.size(), ',');
    if (count == 0) {
      if (!scanner.next()) return rows;
      add_scanned(scanner, rows);
      continue;
    }
    const std::uint32_t line = scanner.line();
    std::size_t row = 0;
    for (; row < count; ++row) {
      const std::uint32_t its_line = line + static_cast<std::uint32_t>(row);
      if ((regular.irregular() >> row & 1) != 0) {
        scanner.skip_to(regular.begin_of(row), its_line);
        REQUIRE(scanner.next());
        add_scanned(scanner, rows);
        if (scanner.position() != regular.begin_of(row + 1)) break;
        continue;
      }
      std::string out = std::to_string(its_line) + ":";
      for (std::size_t cell = 0; cell < width; ++cell) {
        const std::string_view told = regular.text(row, cell);
        REQUIRE(told.data() + RegularRows::readable <= text.data() + text.size());
        out += "|" + std::string(told);
      }
      rows.all.push_back(out);
      ++rows.regular;
    }
    if (row == count) {
      scanner.skip_to(regular.begin_of(count), line + static_cast<std::uint32_t>(count));
    }
  }
}

std::string repeated(const std::string& row, int count) {
  std::string text;
  for (int i = 0; i < count; ++i) text += row;
  return text;
}

}  // namespace

TEST_CASE("rows of any quotes, widths and line ends are those of the scanner") {
  testing::Random random(37);
  const std::vector<std::string> cells = {
      "a",      "",   "bcd", "\"e,f\"", "\"\"", "\"g \"\"h\"\"\"", "i\"j", "\"k\nl\"",
      "\"m\"n", "\"", "\r",  "o\r",     " ",    "\"p\r\"",         "-",    "qrstuvwxyz, ż"};
  std::size_t regular = 0;
  for (int round = 0; round < 600; ++round) {
    const int width = random.number(1, 6);
    const int percent_odd = random.number(0, 3) * 5;  // per cent of cells
    std::string text;
    for (int row = random.number(0, 150); row > 0; --row) {
      const int cells_here = random.chance(percent_odd / 5) ? random.number(1, 7) : width;
      for (int cell = cells_here; cell > 0; --cell) {
        const int kind = random.chance(percent_odd) ? random.number(0, 15) : random.number(0, 4);
        text += cells[static_cast<std::size_t>(kind)];
        text += cell > 1 ? "," : random.chance(20) ? "\r\n" : "\n";
      }
    }
    if (random.chance(30) && !text.empty()) text.pop_back();
    const Rows told = read(text, static_cast<std::size_t>(width));
    const Rows expected = scanned(text);
    for (std::size_t i = 0; i < std::min(told.all.size(), expected.all.size()); ++i) {
      REQUIRE(told.all[i] == expected.all[i]);
    }
    REQUIRE(told.all.size() == expected.all.size());
    regular += told.regular;
  }
  CHECK(regular > 10'000);
}

TEST_CASE("rows of all short texts are those of the scanner, whatever their quotes hold") {
  const std::string letters = "a,\"\n\r ";
  const std::string behind = repeated("\"Opole, Zaodrze\",\"\"\n", 6);  // whole blocks of bytes
  std::size_t regular = 0;
  for (std::size_t length = 0; length <= 6; ++length) {
    std::vector<std::size_t> at(length);
    while (true) {
      std::string text;
      for (const std::size_t letter : at) text += letters[letter];
      for (const std::string& whole : {text, text + behind, "\"b\"," + text + "\r\n" + behind}) {
        const Rows told = read(whole, 2);
        regular += told.regular;
        if (told.all != scanned(whole).all) FAIL(whole);
      }
      std::size_t place = 0;  // the next text
      while (place < length && ++at[place] == letters.size()) at[place++] = 0;
      if (place == length) break;
    }
  }
  CHECK(regular > 100'000);
}

TEST_CASE("a quoted cell is regular unless it holds a quote or a line feed") {
  const std::string behind = repeated("c,d\n", 40);
  const auto is_regular = [&](const std::string& row) {
    RegularRows rows(2);
    return rows.read(row + behind, 0, row.size(), ',') == 1 && rows.irregular() == 0;
  };
  for (const char* const row : {"\"a, b\",c\n", "\"\",\"\"\n", "a,\"b, c\"\r\n", "\"a\",b \n"}) {
    CHECK_MESSAGE(is_regular(row), row);
  }
  for (const char* const row : {"\"a \"\"b\"\"\",c\n", "\"a\"b,c\n", " \"a\",b\n", "\"a\nb\",c\n",
                                "a\"b,c\n", "\"a\" ,b\n"}) {
    CHECK_MESSAGE(!is_regular(row), row);
  }
}

TEST_CASE("a long log without anything odd is regular but for its last bytes") {
  const std::string text = repeated("U0001,2024-01-02,\"Opole, Zaodrze\",1.25\n", 1'000);
  const Rows told = read(text, 4);
  CHECK(told.all == scanned(text).all);
  CHECK(told.regular >= 995);
}

TEST_CASE("a row with doubled quotes is irregular, and those around it are regular") {
  const std::string text = repeated("a,b\n", 40) + "\"c \"\"d\"\"\",e\n" + repeated("f,g\n", 60);
  RegularRows rows(2);
  REQUIRE(rows.read(text, 0, text.size(), ',') == 64);
  CHECK(rows.irregular() == std::uint64_t{1} << 40);
  CHECK(rows.text(63, 1) == "g");
  CHECK(rows.begin_of(41) == 40 * 4 + 12);
}

TEST_CASE("rows that begin behind the end are another's") {
  const std::string text = repeated("a,b\n", 100);
  RegularRows rows(2);
  CHECK(rows.read(text, 8, 17, ',') == 3);
  CHECK(rows.begin_of(3) == 20);
  CHECK(rows.read(text, 8, 16, ',') == 2);
  CHECK(rows.read(text, 8, 8, ',') == 0);
  CHECK(rows.read(text, text.size(), text.size(), ',') == 0);
}

TEST_CASE("the widest rows fit") {
  const std::string row = repeated("x,", 999) + "y\n";
  const std::string text = repeated(row, 12);
  const Rows told = read(text, 1'000);
  CHECK(told.all == scanned(text).all);
  CHECK(told.regular > 0);
}

}  // namespace euproj
