#pragma once
// CsvScanner: the rows of a CSV text (RFC 4180), each with the line it begins on.
//
// Quoted cells may hold delimiters, newlines and doubled quotes; a quote inside an unquoted cell is
// literal. Rows end with LF or CRLF, the last one also with the text. Empty lines are no rows.
// Cells are views of the text; only those with doubled quotes are copied, into texts that the next
// row drops. A fault ends neither row nor file, except a quote that nothing closes. It scans any
// range that begins at the start of a row, so a text can be shared out among several scanners. The
// text is UTF-8 without byte order mark; what cells mean is others' business.
//
// This is the grammar, one byte after another. RegularRows reads most rows of long logs many bytes
// at a time, and gives what this one would.

#include <cstddef>
#include <cstdint>
#include <deque>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace euproj {

enum class CsvFault : std::uint8_t {
  none,
  text_after_quote,    // "a"b
  unterminated_quote,  // no row follows
  nul_byte,
  field_too_long,    // limits::csv_field_bytes
  too_many_columns,  // limits::csv_columns; the cells beyond are not kept
};

struct CsvCell {
  std::string_view text;
  std::uint32_t column = 0;  // 1-based byte of its start, counted from the start of the row
};

struct CsvRow {
  std::uint32_t line = 0;  // of the row's first line
  std::span<const CsvCell> cells;
  CsvFault fault = CsvFault::none;  // the first one
  std::uint32_t fault_column = 0;   // as CsvCell::column; of the opening quote when unterminated
};

class CsvScanner {
 public:
  CsvScanner(std::string_view text, char delimiter, std::uint32_t first_line = 1)
      : text_(text), delimiter_(delimiter), line_(first_line) {}
  CsvScanner(const CsvScanner&) = delete;  // a row lies in its scanner
  CsvScanner& operator=(const CsvScanner&) = delete;

  /// Moves to the next row; false at the end.
  [[nodiscard]] bool next();
  /// Moves to where a row begins, and says on which line that is.
  void skip_to(std::size_t position, std::uint32_t line) {
    at_ = position;
    line_ = line;
  }
  /// Good until the next call of next().
  [[nodiscard]] const CsvRow& row() const { return row_; }
  [[nodiscard]] std::string_view text() const { return text_; }
  [[nodiscard]] char delimiter() const { return delimiter_; }
  /// Where in the text the next row begins, empty lines before it included, and on which line. The
  /// end of the text once next() has been false.
  [[nodiscard]] std::size_t position() const { return at_; }
  [[nodiscard]] std::uint32_t line() const { return line_; }

 private:
  [[nodiscard]] bool is_line_end(std::size_t at) const;
  void take_line_end();
  void scan_cell();
  void scan_quoted_cell();
  /// Moves to the end of the cell; where its content ends.
  [[nodiscard]] std::size_t find_cell_end();
  void add_cell(std::size_t begin, std::string_view content);
  void add_fault(CsvFault fault, std::size_t at);
  [[nodiscard]] std::string_view unescaped(std::string_view inside);

  std::string_view text_;
  char delimiter_;
  std::size_t at_ = 0;
  std::size_t row_begin_ = 0;
  std::uint32_t line_;
  CsvRow row_;
  std::vector<CsvCell> cells_;
  std::deque<std::string> unescaped_;  // of this row; they stay where they are
};

}  // namespace euproj
