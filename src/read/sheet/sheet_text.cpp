#include "read/sheet/sheet_text.hpp"

#include <algorithm>

#include "euproj/base/utf8.hpp"
#include "euproj/core/limits.hpp"
#include "euproj/words/kinds.hpp"
#include "read/sheet/archive.hpp"
#include "read/words/shown_value.hpp"

namespace euproj {
namespace {

/// A line break inside a cell would shift the lines of all rows below.
std::string on_one_line(std::string_view text) {
  std::string line(text);
  std::replace_if(
      line.begin(), line.end(), [](char c) { return c == '\n' || c == '\r' || c == '\t'; }, ' ');
  return line;
}

void append_cell(std::string& out, std::string_view cell) {
  if (cell.find_first_of(";\"") == std::string_view::npos) {
    out += cell;
    return;
  }
  out += '"';
  for (const char c : cell) {
    if (c == '"') out += '"';
    out += c;
  }
  out += '"';
}

}  // namespace

void SheetText::begin_row(std::size_t row) {
  row_ = row;
  row_bytes_ = 0;
  cells_.clear();
}

void SheetText::add(std::size_t column, std::string_view text) {
  if (trimmed(text).empty()) return;
  if (column > limits::csv_columns) {
    throw SpreadsheetFault{
        Kind::sheet_too_many_columns,
        {shown(sheet_), std::to_string(row_), std::to_string(limits::csv_columns)}};
  }
  // A row of a thousand cells may name one long text a thousand times.
  row_bytes_ += text.size();
  if (text_.size() + row_bytes_ > limits::spreadsheet_bytes) fail_too_large();
  cells_.resize(column);
  cells_.back() = on_one_line(text);
}

void SheetText::add_number(std::size_t column, std::string text) {
  const std::size_t point = text.find('.');
  if (point != std::string::npos) {
    has_decimals_ = true;
    text[point] = decimal_;
  }
  add(column, text);
}

void SheetText::end_row(std::size_t times) {
  if (cells_.empty()) return;
  if (row_ + times - 1 > limits::sheet_rows) {
    throw SpreadsheetFault{Kind::sheet_too_many_rows,
                           {shown(sheet_), std::to_string(limits::sheet_rows)}};
  }
  for (; lines_ + 1 < row_; ++lines_) text_ += '\n';
  for (std::size_t time = 0; time < times; ++time) write_cells();
}

void SheetText::write_cells() {
  if (width_ == 0) width_ = cells_.size();
  for (std::size_t cell = 0; cell < std::max(width_, cells_.size()); ++cell) {
    if (cell > 0) text_ += ';';
    if (cell < cells_.size()) append_cell(text_, cells_[cell]);
  }
  text_ += '\n';
  ++lines_;
  if (text_.size() > limits::spreadsheet_bytes) fail_too_large();
}

}  // namespace euproj
