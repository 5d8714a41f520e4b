#include "read/csv/csv_scanner.hpp"

#include <algorithm>

#include "euproj/core/limits.hpp"

namespace euproj {

// One row, however many lines it takes:
//
//   U-061;"kurs ""A"";
//   B";2,5                    three cells: U-061 | kurs "A";\nB | 2,5        the row is of line 1
//
// A fault is remembered, the first of a row, and scanning goes on to the end of the row: so the
// next row is read from its own beginning, and one bad row costs one row.
bool CsvScanner::next() {
  while (at_ < text_.size() && is_line_end(at_)) take_line_end();
  if (at_ == text_.size()) return false;
  row_begin_ = at_;
  row_ = {.line = line_, .cells = {}, .fault = CsvFault::none, .fault_column = 0};
  cells_.clear();
  unescaped_.clear();
  while (true) {
    if (at_ < text_.size() && text_[at_] == '"') {
      scan_quoted_cell();
    } else {
      scan_cell();
    }
    if (is_line_end(at_)) break;
    ++at_;  // the delimiter: a cell follows, be it empty
  }
  take_line_end();
  row_.cells = cells_;
  return true;
}

/// At the end of the text, or at LF or CRLF; a CR as the last byte is the end of the last line.
inline bool CsvScanner::is_line_end(std::size_t at) const {
  if (at < text_.size() && text_[at] == '\r') ++at;
  return at == text_.size() || text_[at] == '\n';
}

void CsvScanner::take_line_end() {
  if (at_ < text_.size() && text_[at_] == '\r') ++at_;
  if (at_ == text_.size()) return;
  ++at_;
  ++line_;
}

void CsvScanner::scan_cell() {
  const std::size_t begin = at_;
  const std::size_t end = find_cell_end();
  if (end - begin > limits::csv_field_bytes) add_fault(CsvFault::field_too_long, begin);
  add_cell(begin, text_.substr(begin, end - begin));
}

void CsvScanner::scan_quoted_cell() {
  const std::size_t begin = at_++;
  std::size_t nul = 0;  // the first zero byte: position 0 is the quote's at the earliest
  bool has_doubled_quotes = false;
  while (true) {
    if (at_ == text_.size()) {
      // Whatever was meant, the rest of the text is one cell now; reading it again from the next
      // line would find such a quote in every row.
      return add_fault(CsvFault::unterminated_quote, begin);
    }
    const char c = text_[at_++];
    if (c == '"') {
      if (at_ == text_.size() || text_[at_] != '"') break;
      has_doubled_quotes = true;
      ++at_;
    } else if (c == '\n') {
      ++line_;
    } else if (c == '\0' && nul == 0) {
      nul = at_ - 1;
    }
  }
  const std::string_view inside = text_.substr(begin + 1, at_ - begin - 2);
  const bool is_too_long = inside.size() > limits::csv_field_bytes;
  if (is_too_long) {
    add_fault(CsvFault::field_too_long, begin);
  } else if (nul > 0) {
    add_fault(CsvFault::nul_byte, nul);
  }
  const std::size_t after = at_;
  if (find_cell_end() > after) add_fault(CsvFault::text_after_quote, after);
  add_cell(begin, has_doubled_quotes && !is_too_long ? unescaped(inside) : inside);
}

/// Zero bytes on the way are faults. A CR that belongs to the end of the line is none of the
/// content.
std::size_t CsvScanner::find_cell_end() {
  std::size_t at = at_;
  for (; at < text_.size(); ++at) {
    const char c = text_[at];
    if (c == delimiter_ || c == '\n') break;
    if (c == '\0') add_fault(CsvFault::nul_byte, at);
  }
  const bool has_return =
      at > at_ && (at == text_.size() || text_[at] == '\n') && text_[at - 1] == '\r';
  at_ = has_return ? at - 1 : at;
  return at_;
}

void CsvScanner::add_cell(std::size_t begin, std::string_view content) {
  if (cells_.size() == limits::csv_columns) return add_fault(CsvFault::too_many_columns, begin);
  cells_.push_back({content, static_cast<std::uint32_t>(begin - row_begin_ + 1)});
}

void CsvScanner::add_fault(CsvFault fault, std::size_t at) {
  if (row_.fault != CsvFault::none) return;
  row_.fault = fault;
  row_.fault_column = static_cast<std::uint32_t>(at - row_begin_ + 1);
}

/// A quote inside is always doubled.
std::string_view CsvScanner::unescaped(std::string_view inside) {
  std::string& text = unescaped_.emplace_back();
  for (std::size_t from = 0; from < inside.size();) {
    const std::size_t quote = std::min(inside.find('"', from), inside.size());
    text.append(inside, from, quote - from + (quote < inside.size() ? 1 : 0));
    from = quote + 2;
  }
  return text;
}

}  // namespace euproj
