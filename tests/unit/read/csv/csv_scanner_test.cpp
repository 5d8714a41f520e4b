#include "read/csv/csv_scanner.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "euproj/core/limits.hpp"

namespace euproj {
namespace {

struct Cell {
  std::string text;
  std::uint32_t column = 0;
  friend bool operator==(const Cell&, const Cell&) = default;
};

struct Row {
  std::uint32_t line = 0;
  std::vector<Cell> cells;
  CsvFault fault = CsvFault::none;
  std::uint32_t fault_column = 0;
  friend bool operator==(const Row&, const Row&) = default;
};

std::vector<Row> scan(std::string_view text, char delimiter = ',', std::uint32_t first_line = 1) {
  std::vector<Row> rows;
  CsvScanner scanner(text, delimiter, first_line);
  while (scanner.next()) {
    Row row{scanner.row().line, {}, scanner.row().fault, scanner.row().fault_column};
    for (const CsvCell& cell : scanner.row().cells) {
      row.cells.push_back({std::string(cell.text), cell.column});
    }
    rows.push_back(std::move(row));
  }
  return rows;
}

/// The grammar read one character at a time, without regard to speed.
class Oracle {
 public:
  Oracle(std::string_view text, char delimiter) : text_(text), delimiter_(delimiter) {}

  std::vector<Row> rows() {
    std::vector<Row> rows;
    while (true) {
      while (at_line_end() && at_ < text_.size()) take_line_end();
      if (at_ == text_.size()) return rows;
      rows.push_back(row());
    }
  }

 private:
  bool at_line_end() const {
    const std::string_view rest = text_.substr(at_);
    return rest.empty() || rest == "\r" || rest.starts_with("\n") || rest.starts_with("\r\n");
  }

  void take_line_end() {
    if (at_ < text_.size() && text_[at_] == '\r') ++at_;
    if (at_ < text_.size() && text_[at_] == '\n') ++at_, ++line_;
  }

  bool at_cell_end() const { return at_line_end() || text_[at_] == delimiter_; }

  Row row() {
    Row row;
    row.line = line_;
    const std::size_t begin = at_;
    const auto fault = [&](CsvFault which, std::size_t at) {
      if (row.fault != CsvFault::none) return;
      row.fault = which;
      row.fault_column = static_cast<std::uint32_t>(at - begin + 1);
    };
    while (true) {
      const std::size_t cell_begin = at_;
      Cell cell{"", static_cast<std::uint32_t>(at_ - begin + 1)};
      if (at_ < text_.size() && text_[at_] == '"') {
        ++at_;
        while (at_ < text_.size()) {
          if (text_.substr(at_).starts_with("\"\"")) {
            cell.text += '"';
            at_ += 2;
          } else if (text_[at_] == '"') {
            break;
          } else {
            if (text_[at_] == '\n') ++line_;
            cell.text += text_[at_++];
          }
        }
        if (at_ == text_.size()) {
          fault(CsvFault::unterminated_quote, cell_begin);
          return row;
        }
        ++at_;
        if (!at_cell_end()) fault(CsvFault::text_after_quote, at_);
        while (!at_cell_end()) ++at_;
      } else {
        while (!at_cell_end()) cell.text += text_[at_++];
      }
      row.cells.push_back(cell);
      if (at_line_end()) {
        take_line_end();
        return row;
      }
      ++at_;
    }
  }

  std::string_view text_;
  char delimiter_;
  std::size_t at_ = 0;
  std::uint32_t line_ = 1;
};

void check_all_texts(std::string& text, std::string_view alphabet, std::size_t most,
                     const std::string& before, std::size_t& wrong) {
  const std::string whole = before + text;
  if (scan(whole) != Oracle(whole, ',').rows()) {
    ++wrong;
    CAPTURE(whole);
    CHECK(scan(whole) == Oracle(whole, ',').rows());
  }
  if (text.size() == most || wrong > 3) return;
  for (const char next : alphabet) {
    text.push_back(next);
    check_all_texts(text, alphabet, most, before, wrong);
    text.pop_back();
  }
}

}  // namespace

TEST_CASE("csv scanner: rows, cells, lines and columns") {
  CHECK(scan("a,bb\n,c\n") ==
        std::vector<Row>{{1, {{"a", 1}, {"bb", 3}}, {}, 0}, {2, {{"", 1}, {"c", 2}}, {}, 0}});
  CHECK(scan("a,b\r\nc,d\r\n") == scan("a,b\nc,d"));
  CHECK(scan("").empty());
  CHECK(scan("\n\r\n\n").empty());
}

TEST_CASE("csv scanner: blank lines are skipped and counted") {
  CHECK(scan("\na\n\r\n\nb\n") == std::vector<Row>{{2, {{"a", 1}}, {}, 0}, {5, {{"b", 1}}, {}, 0}});
}

TEST_CASE("csv scanner: quoted newlines keep the line numbers exact") {
  CHECK(scan("\"x\ny\",\"say \"\"hi\"\"\"\r\nz,\"\"\n") ==
        std::vector<Row>{{1, {{"x\ny", 1}, {"say \"hi\"", 7}}, {}, 0},
                         {3, {{"z", 1}, {"", 3}}, {}, 0}});
}

TEST_CASE("csv scanner: a quote inside an unquoted cell is literal") {
  CHECK(scan("Szkoła \"X\";1", ';') ==
        std::vector<Row>{{1, {{"Szkoła \"X\"", 1}, {"1", 13}}, {}, 0}});
}

TEST_CASE("csv scanner: a scanner of a later part counts from its line") {
  CHECK(scan("a\nb", ',', 40) ==
        std::vector<Row>{{40, {{"a", 1}}, {}, 0}, {41, {{"b", 1}}, {}, 0}});
}

TEST_CASE("csv scanner: once there is no row it stands at the end, whatever the text ends with") {
  for (const std::string text :
       {"", "a", "a\n", "a\r", "a\n\r", "\r", "\n\r\n\r", "a,\"", "a\n\n"}) {
    CAPTURE(text);
    CsvScanner scanner(text, ',');
    while (scanner.next()) CHECK(scanner.position() <= text.size());
    CHECK(scanner.position() == text.size());
  }
}

TEST_CASE("csv scanner: faults cost their row, and the next row is read") {
  const std::vector<Row> after_quote = scan("x,\"a\"b,c\nd\n");
  CHECK(after_quote ==
        std::vector<Row>{{1, {{"x", 1}, {"a", 3}, {"c", 8}}, CsvFault::text_after_quote, 6},
                         {2, {{"d", 1}}, {}, 0}});
  const std::vector<Row> nul = scan(std::string_view("a,b\0c\nd", 7));
  REQUIRE(nul.size() == 2);
  CHECK(nul[0].fault == CsvFault::nul_byte);
  CHECK(nul[0].fault_column == 4);
  const std::vector<Row> quoted_nul = scan(std::string_view("a,\"b\0\"\nd", 8));
  CHECK(quoted_nul[0].fault == CsvFault::nul_byte);
  CHECK(quoted_nul[0].fault_column == 5);
}

TEST_CASE("csv scanner: an unterminated quote is found at its opening and ends the text") {
  const std::vector<Row> rows = scan("a,b\nc,\"d\ne,\"\"f\ng");
  REQUIRE(rows.size() == 2);
  CHECK(rows[1].line == 2);
  CHECK(rows[1].fault == CsvFault::unterminated_quote);
  CHECK(rows[1].fault_column == 3);
}

TEST_CASE("csv scanner: limits, on both sides") {
  const std::string longest(limits::csv_field_bytes, 'x');
  CHECK(scan(longest + ",y")[0].fault == CsvFault::none);
  CHECK(scan("z," + longest + "x,y\nq")[0].fault == CsvFault::field_too_long);
  CHECK(scan("z," + longest + "x,y\nq")[0].fault_column == 3);
  CHECK(scan("\"" + longest + "\"")[0].fault == CsvFault::none);
  CHECK(scan("\"" + longest + "x\"\nq")[0].fault == CsvFault::field_too_long);
  CHECK(scan("\"" + longest + "x\"\nq").size() == 2);

  const std::string widest(limits::csv_columns - 1, ',');
  CHECK(scan(widest)[0].cells.size() == limits::csv_columns);
  CHECK(scan(widest)[0].fault == CsvFault::none);
  CHECK(scan(widest + ",\nq")[0].fault == CsvFault::too_many_columns);
  CHECK(scan(widest + ",,\nq")[0].fault == CsvFault::too_many_columns);
  CHECK(scan(widest + ",,\nq")[0].fault_column == limits::csv_columns + 1);
  CHECK(scan(widest + ",\"a\"\"b\",\nq,r")[1].cells.size() == 2);
}

TEST_CASE("csv scanner: every text up to seven characters reads as the grammar says") {
  std::string text;
  std::size_t wrong = 0;
  check_all_texts(text, "a,\"\n\r", 7, "", wrong);
  CHECK(wrong == 0);
}

TEST_CASE("csv scanner: the same across the edges of 64-byte blocks") {
  for (std::size_t before = 58; before <= 66; ++before) {
    std::size_t wrong = 0;
    std::string text;
    check_all_texts(text, "a,\"\n\r", 5,
                    std::string(before - 30, 'x') + "\n" + std::string(29, 'y'), wrong);
    check_all_texts(text, "a,\"\n", 5, "\"" + std::string(before, '\n') + "\",", wrong);
    CHECK(wrong == 0);
  }
}

}  // namespace euproj
