// RowBatch gives the scanner's rows, however many, and whatever their quotes.

#include "read/row_batch.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "support/random.hpp"

namespace euproj {
namespace {

std::string described(const CsvRow& row) {
  std::string out = std::to_string(row.line) + ":" + std::to_string(row.fault_column);
  for (const CsvCell& cell : row.cells) {
    out += "|" + std::to_string(cell.column) + " " + std::string(cell.text);
  }
  return out;
}

std::vector<std::string> one_by_one(const std::string& text) {
  std::vector<std::string> rows;
  CsvScanner scanner(text, ',');
  while (scanner.next()) rows.push_back(described(scanner.row()));
  return rows;
}

std::vector<std::string> in_batches(const std::string& text) {
  std::vector<std::string> rows;
  CsvScanner scanner(text, ',');
  RowBatch batch;
  while (batch.read(scanner, text.size())) {
    for (const CsvRow& row : batch.rows()) rows.push_back(described(row));
  }
  return rows;
}

TEST_CASE("batches hold the rows of the scanner, doubled quotes and faults included") {
  testing::Random random(7);
  const std::vector<std::string> cells = {"a", "", "\"b,c\"", "\"d \"\"e\"\"\"", "\"f\ng\"", "\"h\"i"};
  for (int round = 0; round < 200; ++round) {
    std::string text;
    for (int row = random.number(0, 90); row > 0; --row) {
      for (int cell = random.number(1, 4); cell > 0; --cell) {
        text += cells[static_cast<std::size_t>(random.number(0, 5))] + (cell > 1 ? "," : "\n");
      }
    }
    REQUIRE(in_batches(text) == one_by_one(text));
  }
  CHECK(in_batches("a,b\n\"never closed") == one_by_one("a,b\n\"never closed"));
  CHECK(in_batches("").empty());
}

TEST_CASE("rows as wide as can be, and wider, are batches of their own") {
  std::string text;
  for (const std::size_t cells : {1U, 999U, 1'000U, 1'001U, 2U, 400U, 400U, 400U, 400U, 1'200U, 1U}) {
    for (std::size_t cell = 1; cell <= cells; ++cell) {
      text += std::to_string(cell) + (cell < cells ? "," : "\n");
    }
  }
  CHECK(in_batches(text) == one_by_one(text));
}

TEST_CASE("the texts of a cell are looked up by row, also where a row has no such cell") {
  CsvScanner scanner("a,b\nc\nd,e\n", ',');
  RowBatch batch;
  REQUIRE(batch.read(scanner, std::string::npos));
  Interner words;
  const Code code = words.intern("e");
  const std::vector<LookedUp>& second = batch.look_up(2, words);
  REQUIRE(second.size() == 3);
  CHECK(second[0].text == "b");
  CHECK(second[0].code == no_code);
  CHECK(second[1].text.empty());
  CHECK(second[2].text == "e");
  CHECK(second[2].code == code);
  for (const LookedUp& none : batch.look_up(0, words)) CHECK(none.text.empty());
  CHECK(batch.look_up(3, words)[0].text.empty());
}

}  // namespace
}  // namespace euproj
