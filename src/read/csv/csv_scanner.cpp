#include "read/csv/csv_scanner.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>

#include "euproj/core/limits.hpp"
#include "read/csv/byte_masks.hpp"

namespace euproj {

CsvScanner::CsvScanner(std::string_view text, char delimiter, std::uint32_t first_line)
    : text_(text), delimiter_(delimiter), line_(first_line), cells_(limits::csv_columns) {
  load_block(0);
}

bool CsvScanner::next() {
  if (!skip_empty_lines()) return false;
  row_begin_ = at_;
  row_.line = line_;
  row_.fault = CsvFault::none;
  row_.fault_column = 0;
  cell_count_ = 0;
  while (!scan_plain_cells()) {
    // A quoted cell, a fault, or the last bytes of the text.
    const bool quoted = at_ < text_.size() && text_[at_] == '"';
    const std::size_t end = quoted ? scan_quoted_cell(at_) : scan_plain_cell(at_);
    if (end == text_.size()) {
      at_ = end;
      break;
    }
    at_ = end + 1;
    if (text_[end] == '\n') {
      ++line_;
      break;
    }
  }
  if (!escaped_.empty()) unescape_cells();
  row_.cells = {cells_.data(), cell_count_};
  return true;
}

void CsvScanner::skip_to(std::size_t position, std::uint32_t line) {
  at_ = position;
  line_ = line;
  move_to(position);
}

bool CsvScanner::skip_empty_lines() {
  while (at_ < text_.size()) {
    std::size_t end = at_;
    if (text_[end] == '\r') ++end;
    if (end == text_.size()) {  // a last CR without its LF
      at_ = end;
      return false;
    }
    if (text_[end] != '\n') return true;
    at_ = end + 1;
    ++line_;
    move_to(at_);
  }
  return false;
}

/// Nearly all cells of nearly all logs: unquoted, without fault, in whole blocks. The state is in
/// locals, since every cell written could otherwise change it. True when the row has ended.
bool CsvScanner::scan_plain_cells() {
  const char* const bytes = text_.data();
  const std::size_t size = text_.size();
  const char delimiter = delimiter_;
  const std::size_t row_begin = row_begin_;
  std::size_t at = at_;
  std::size_t block = block_;
  std::uint64_t ends = ends_;
  CsvCell* cell = cells_.data() + cell_count_;
  // What bounds cells and columns is asked for each block, not for each cell.
  const CsvCell* const last_cell = cells_.data() + (limits::csv_columns - 64);
  bool row_has_ended = false;
  while (!row_has_ended) {
    while (ends == 0 && size - block >= 128) {
      block += 64;
      ends = cell_ends_in_64(bytes + block, delimiter);
    }
    if (ends == 0 || cell > last_cell || block + 64 - at > limits::csv_field_bytes) break;
    for (; ends != 0 && bytes[at] != '"'; ends &= ends - 1) {
      const std::size_t end = block + static_cast<std::size_t>(std::countr_zero(ends));
      std::size_t length = end - at;
      if (bytes[end] != delimiter) {
        row_has_ended = bytes[end] == '\n';
        if (!row_has_ended) break;
        if (length > 0 && bytes[end - 1] == '\r') --length;
      }
      *cell++ = {{bytes + at, length}, static_cast<std::uint32_t>(at - row_begin + 1)};
      at = end + 1;
      if (row_has_ended) {
        ends &= ends - 1;
        break;
      }
    }
    if (ends != 0) break;
  }
  at_ = at;
  block_ = block;
  ends_ = ends;
  cell_count_ = static_cast<std::size_t>(cell - cells_.data());
  if (row_has_ended) ++line_;
  return row_has_ended;
}

std::size_t CsvScanner::scan_plain_cell(std::size_t begin) {
  const std::size_t end = find_cell_end();
  const std::size_t content_end = without_carriage_return(begin, end);
  if (content_end - begin > limits::csv_field_bytes) add_fault(CsvFault::field_too_long, begin);
  add_cell(begin, begin, content_end);
  return end;
}

std::size_t CsvScanner::scan_quoted_cell(std::size_t begin) {
  const std::size_t content = begin + 1;
  std::size_t after = content;  // what follows the closing quote
  bool has_doubled_quotes = false;
  while (true) {
    const void* const found = after == text_.size()
                                  ? nullptr
                                  : std::memchr(text_.data() + after, '"', text_.size() - after);
    if (found == nullptr) {
      // Whatever was meant, the rest of the text is one cell now; reading it again from the next
      // line would find such a quote in every row.
      add_fault(CsvFault::unterminated_quote, begin);
      return text_.size();
    }
    after = static_cast<std::size_t>(static_cast<const char*>(found) - text_.data()) + 1;
    if (after == text_.size() || text_[after] != '"') break;
    has_doubled_quotes = true;
    ++after;
  }
  const std::string_view inside = text_.substr(content, after - 1 - content);
  line_ += static_cast<std::uint32_t>(std::count(inside.begin(), inside.end(), '\n'));
  if (inside.size() > limits::csv_field_bytes) {
    add_fault(CsvFault::field_too_long, begin);
  } else if (const std::size_t nul = inside.find('\0'); nul != std::string_view::npos) {
    add_fault(CsvFault::nul_byte, content + nul);
  } else if (has_doubled_quotes && cell_count_ < limits::csv_columns) {
    escaped_.push_back(cell_count_);
  }
  move_to(after);
  const std::size_t end = find_cell_end();
  if (without_carriage_return(after, end) > after) add_fault(CsvFault::text_after_quote, after);
  add_cell(content, begin, after - 1);
  return end;
}

/// The next delimiter, line feed or end of the text; zero bytes on the way are faults.
std::size_t CsvScanner::find_cell_end() {
  std::size_t end = next_cell_end();
  while (end < text_.size() && text_[end] == '\0') {
    add_fault(CsvFault::nul_byte, end);
    end = next_cell_end();
  }
  return end;
}

inline std::size_t CsvScanner::next_cell_end() {
  while (ends_ == 0) {
    if (text_.size() - block_ <= 64) return text_.size();
    load_block(block_ + 64);
  }
  const auto bit = static_cast<std::size_t>(std::countr_zero(ends_));
  ends_ &= ends_ - 1;
  return block_ + bit;
}

/// A CR before the LF, or as the last byte of the text, belongs to the end of the line.
std::size_t CsvScanner::without_carriage_return(std::size_t begin, std::size_t end) const {
  const bool at_line_end = end == text_.size() || text_[end] == '\n';
  return at_line_end && end > begin && text_[end - 1] == '\r' ? end - 1 : end;
}

/// Drops the cell ends before `at`, which is never behind the ones already met.
void CsvScanner::move_to(std::size_t at) {
  if (at - block_ >= 64 && at < text_.size()) load_block(at - at % 64);
  if (at == text_.size()) {
    ends_ = 0;
    block_ = at - at % 64;
  } else {
    ends_ &= ~std::uint64_t{0} << (at - block_);
  }
}

void CsvScanner::load_block(std::size_t block) {
  block_ = block;
  const std::size_t rest = text_.size() - block;
  if (rest >= 64) {
    ends_ = cell_ends_in_64(text_.data() + block, delimiter_);
    return;
  }
  std::array<char, 64> padded{};
  padded.fill(' ');
  std::copy_n(text_.data() + block, rest, padded.data());
  // The delimiter may be the blank itself, so the padding is cut off rather than trusted.
  ends_ = cell_ends_in_64(padded.data(), delimiter_) & ((std::uint64_t{1} << rest) - 1);
}

inline void CsvScanner::add_cell(std::size_t begin, std::size_t column_at, std::size_t end) {
  if (cell_count_ == limits::csv_columns) {
    add_fault(CsvFault::too_many_columns, column_at);
    return;
  }
  CsvCell& cell = cells_[cell_count_++];
  cell.text = {text_.data() + begin, end - begin};
  cell.column = static_cast<std::uint32_t>(column_at - row_begin_ + 1);
}

void CsvScanner::add_fault(CsvFault fault, std::size_t at) {
  if (row_.fault != CsvFault::none) return;
  row_.fault = fault;
  row_.fault_column = static_cast<std::uint32_t>(at - row_begin_ + 1);
}

void CsvScanner::unescape_cells() {
  std::size_t length = 0;
  for (const std::size_t index : escaped_) length += cells_[index].text.size();
  unescaped_.clear();
  unescaped_.reserve(length);  // before any view is taken: appending never moves it
  for (const std::size_t index : escaped_) {
    const std::string_view raw = cells_[index].text;
    const std::size_t begin = unescaped_.size();
    for (std::size_t from = 0; from < raw.size();) {
      const std::size_t quote = std::min(raw.find('"', from), raw.size());
      unescaped_.append(raw, from, quote - from + (quote < raw.size() ? 1 : 0));
      from = quote + 2;  // a quote inside is always doubled
    }
    cells_[index].text = std::string_view(unescaped_).substr(begin);
  }
  escaped_.clear();
}

}  // namespace euproj
