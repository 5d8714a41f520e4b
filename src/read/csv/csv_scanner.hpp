#pragma once
// CsvScanner: the rows of a CSV text (RFC 4180), each with the line it begins on.
//
// Quoted cells may hold delimiters, newlines and doubled quotes; a quote inside an unquoted cell is
// literal. Rows end with LF or CRLF, the last one also with the text. Empty lines are no rows.
// Cells are views of the text; only those with doubled quotes are copied, into a buffer that the
// next row reuses. A fault ends neither row nor file, except a quote that nothing closes. It scans
// any range that begins at the start of a row, so a text can be shared out among several scanners.
// The text is UTF-8 without byte order mark; what cells mean is others' business.

#include <cstddef>
#include <cstdint>
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
  CsvScanner(std::string_view text, char delimiter, std::uint32_t first_line = 1);
  CsvScanner(const CsvScanner&) = delete;  // a row lies in its scanner
  CsvScanner& operator=(const CsvScanner&) = delete;

  /// Moves to the next row; false at the end.
  [[nodiscard]] bool next();
  /// Moves to where a row begins, not before the position, and says on which line that is.
  void skip_to(std::size_t position, std::uint32_t line);
  /// Good until the next call of next().
  [[nodiscard]] const CsvRow& row() const { return row_; }
  [[nodiscard]] std::string_view text() const { return text_; }
  [[nodiscard]] char delimiter() const { return delimiter_; }
  /// Where in the text the next row begins, empty lines before it included, and on which line. The
  /// end of the text once next() has been false.
  [[nodiscard]] std::size_t position() const { return at_; }
  [[nodiscard]] std::uint32_t line() const { return line_; }

 private:
  [[nodiscard]] bool skip_empty_lines();
  [[nodiscard]] bool scan_plain_cells();
  [[nodiscard]] std::size_t scan_plain_cell(std::size_t begin);
  [[nodiscard]] std::size_t scan_quoted_cell(std::size_t begin);
  [[nodiscard]] std::size_t find_cell_end();
  [[nodiscard]] std::size_t next_cell_end();
  [[nodiscard]] std::size_t without_carriage_return(std::size_t begin, std::size_t end) const;
  void move_to(std::size_t at);
  void load_block(std::size_t block);
  void add_cell(std::size_t begin, std::size_t column_at, std::size_t end);
  void add_fault(CsvFault fault, std::size_t at);
  void unescape_cells();

  std::string_view text_;
  char delimiter_;
  std::size_t at_ = 0;
  std::size_t row_begin_ = 0;
  std::uint32_t line_;

  // Cell ends not yet met, of the 64 bytes from block_ on.
  std::size_t block_ = 0;
  std::uint64_t ends_ = 0;

  CsvRow row_;
  std::vector<CsvCell> cells_;  // room for the widest row, made once
  std::size_t cell_count_ = 0;
  std::vector<std::size_t> escaped_;  // cells with doubled quotes
  std::string unescaped_;
};

}  // namespace euproj
