#include <doctest/doctest.h>

#include <string>

#include "read/rows/header.hpp"
#include "read/rows/table.hpp"

namespace euproj {
namespace {

/// A header has `a` and `b`.
class TwoNames : public HeaderNames {
 public:
  [[nodiscard]] std::size_t count_known(const CsvRow& row) const override {
    return (has(row, "a") ? 1U : 0U) + (has(row, "b") ? 1U : 0U);
  }
  [[nodiscard]] bool is_header(const CsvRow& row) const override { return count_known(row) == 2; }
  [[nodiscard]] std::vector<std::string_view> expected_names() const override { return {"a", "b"}; }

 private:
  static bool has(const CsvRow& row, std::string_view name) {
    for (const CsvCell& cell : row.cells) {
      if (cell.text == name) return true;
    }
    return false;
  }
};

/// "line:known", `!` when it is whole, then the lines above.
std::string found(const std::string& text, std::uint32_t declared = 0) {
  const TableStart start = find_header(text, ';', TwoNames(), declared);
  if (start.line == 0) return "none";
  CsvScanner scanner(text, ';');
  scanner.skip_to(start.position, start.line);
  REQUIRE(scanner.next());
  std::string out = std::to_string(scanner.row().line) + ":" + std::to_string(start.known) +
                    (start.is_whole ? "!" : "");
  for (const Skipped& above : start.above) {
    CHECK(above.reason == SkipReason::above_header);
    out += " " + std::to_string(above.line);
  }
  return out;
}

std::string lines(std::size_t count) {
  std::string text;
  for (std::size_t i = 0; i < count; ++i) text += "tytuł;\n";
  return text;
}

std::string word(const std::string& cell) { return std::string(word_of_total(cell)); }

}  // namespace

TEST_CASE("header: the first row that has all needed names") {
  CHECK(found("a;b\n1;2\n") == "1:2!");
  CHECK(found("Wykaz;;\n;;\nrok 2026\nb;x;a\n") == "4:2! 1 3");
  CHECK(found("a;;\nb;a\na;b\n") == "2:2! 1");
  CHECK(found("\"dwa\nwiersze\";\na;b\n") == "3:2! 1");
  CHECK(found("\"zły\" cudzysłów;\na;b\n") == "2:2! 1");
}

TEST_CASE("header: where none has all, the one that has most") {
  CHECK(found("x;y\na;z\nb;z\n1;2\n") == "2:1 1");
  CHECK(found("x;y\n1;2\n") == "1:0");
  CHECK(found("") == "none");
  CHECK(found("\n\n") == "none");
}

TEST_CASE("header: within the first thirty lines") {
  CHECK(found(lines(29) + "a;b\n").starts_with("30:2!"));
  CHECK(found(lines(30) + "a;b\n") == "1:0");
}

TEST_CASE("header: the declared line is taken, whatever stands on it") {
  const std::string example = "a;b\nwzór;1\n\na;b\n1;2\n";
  CHECK(found(example) == "1:2!");
  CHECK(found(example, 4) == "4:2! 1 2");
  CHECK(found(example, 2) == "2:0 1");
  CHECK(found(example, 3) == "none");
  CHECK(found(example, 6) == "none");
  CHECK(found(lines(40) + "a;b\n", 41).starts_with("41:2!"));
}

TEST_CASE("header: a line `sep=;` is none of the table") {
  CHECK(found("sep=;\na;b\n") == "2:2!");
  CHECK(found("sep=;\r\nTytuł\na;b\n") == "3:2! 2");
  CHECK(separator_line("sep=,\nx")->delimiter == ',');
  CHECK(separator_line("SEP=\t\r\n")->delimiter == '\t');
  CHECK(separator_line("\"sep=;\"\nx")->end == 8);
  CHECK(separator_line("sep=;")->end == 5);
  CHECK_FALSE(separator_line("sep=;;\n"));
  CHECK_FALSE(separator_line("sep=\n"));
  CHECK_FALSE(separator_line("separator;a\n"));
  CHECK_FALSE(separator_line("\"sep=;\nx"));
}

TEST_CASE("total: the word, in any case, with and without Polish letters") {
  for (const char* const cell :
       {"Razem", "RAZEM:", "razem zadanie 1", "Suma", "Ogółem", "ogolem", "Łącznie (brutto)",
        "Total", " Razem", "\"Razem\"", "„Razem”", "Razem\xC2\xA0styczeń", "Suma."}) {
    CAPTURE(cell);
    CHECK_FALSE(word(cell).empty());
    CHECK(may_be_total(cell));
  }
  CHECK(word("„Łącznie” 2026") == "Łącznie");
}

TEST_CASE("total: what only looks like one") {
  for (const char* const cell :
       {"", "S 2", "Sumaryczny", "Suma_1", "TOTAL/12/2026", "Razemka", "Fundacja Razem", "Totalny",
        "2026", "-", "Ogół", "Raze", "Total12", "Łąka"}) {
    CAPTURE(cell);
    CHECK(word(cell).empty());
  }
}

TEST_CASE("rest: rows below the last total wait for it") {
  TableRest first;
  first.totals = {{7, SkipReason::total}};
  first.bare = {{70, 5, 5}, {80, 7, 8}};
  first.unnamed = {{6, SkipReason::unnamed_column, 8}};
  TableRest later;
  later.totals = {{9, SkipReason::total}};
  later.bare = {{10, 11, 11}, {20, 12, 12}};
  later.unnamed = {{10, SkipReason::unnamed_column, 8}, {12, SkipReason::unnamed_column, 9}};
  first.append(std::move(later), 1000);
  CHECK(first.settle() == std::vector<Skipped>{{6, SkipReason::unnamed_column, 8},
                                               {7, SkipReason::total},
                                               {9, SkipReason::total},
                                               {11, SkipReason::below_total},
                                               {12, SkipReason::below_total},
                                               {12, SkipReason::unnamed_column, 9}});
  REQUIRE(first.bare.size() == 2);  // above the last total: they are rows with faults
  CHECK(first.bare[0].line == 5);
  CHECK(first.bare[1].line == 8);
}

TEST_CASE("patterns of `ignore`") {
  CHECK(matches_pattern("podpis uczestnika", "podpis*"));
  CHECK(matches_pattern("podpis", "podpis*"));
  CHECK(matches_pattern("data podpisu osoby", "*podpis*osob?"));
  CHECK(matches_pattern("lp.", "lp."));
  CHECK_FALSE(matches_pattern("lp", "lp."));
  CHECK_FALSE(matches_pattern("nr podpisu", "podpis*"));
  CHECK(matches_pattern("", "*"));
  CHECK_FALSE(matches_pattern("a", ""));
}

}  // namespace euproj
