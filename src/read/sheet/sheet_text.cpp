#include "read/sheet/sheet_text.hpp"

#include <algorithm>

#include "euproj/base/utf8.hpp"
#include "euproj/words/kinds.hpp"
#include "read/words/shown_value.hpp"

namespace euproj {
namespace {

constexpr std::size_t most_head_bytes = std::size_t{16} << 20;

bool is_control(char c) { return static_cast<unsigned char>(c) < ' '; }

/// A line break inside a cell would shift the lines of all rows below.
void append_cell(std::string& out, std::string_view cell) {
  const auto is_plain = [](char c) { return !is_control(c) && c != ';' && c != '"'; };
  if (std::all_of(cell.begin(), cell.end(), is_plain)) {
    out += cell;
    return;
  }
  const bool is_quoted = cell.find_first_of(";\"") != std::string_view::npos;
  if (is_quoted) out += '"';
  for (const char c : cell) {
    if (c == '"') out += '"';
    out += is_control(c) ? ' ' : c;
  }
  if (is_quoted) out += '"';
}

bool is_blank_cell(std::string_view text) {
  const bool begins_visibly = !text.empty() && text.front() > ' ' && text.front() <= '~';
  return !begins_visibly && trimmed(text).empty();
}

}  // namespace

SheetText::SheetText(std::string sheet, char decimal, Extent extent, const SheetLimits& limits)
    : sheet_(std::move(sheet)), decimal_(decimal), extent_(extent), limits_(limits) {
  if (extent == Extent::head) limits_.text_bytes = std::min(limits_.text_bytes, most_head_bytes);
}

void SheetText::make_room(std::size_t bytes) { text_.reserve(std::min(bytes, limits_.text_bytes)); }

void SheetText::expect_room() const {
  if (text_.size() > limits_.text_bytes) fail_too_large(limits_.text_bytes);
}

void SheetText::begin_row(std::size_t row, bool is_hidden) {
  row_ = row;
  is_hidden_ = is_hidden;
  row_begin_ = text_.size();
  cells_ = 0;
}

void SheetText::add(std::size_t column, std::string_view text) {
  if (!is_blank_cell(text)) put(column, text);
}

void SheetText::add_number(std::size_t column, std::string_view text) {
  const std::size_t point = text.find('.');
  if (point == std::string_view::npos) return put(column, text);
  number_ = text;
  number_[point] = decimal_;
  put(column, number_);
}

void SheetText::put(std::size_t column, std::string_view text) {
  if (is_beyond(column)) return;
  begin_cell(column, text.size());
  append_cell(text_, text);
}

/// Quoted, and the quote of the mark doubled.
void SheetText::add_marked(std::size_t column, CellMark mark, std::string_view text) {
  if (is_beyond(column)) return;
  begin_cell(column, text.size());
  text_ += "\"\x01\"\"";
  text_ += static_cast<char>(mark);
  for (const char c : text) text_ += is_control(c) || c == '"' ? ' ' : c;
  text_ += '"';
}

/// A head is looked at to choose a sheet: what is wrong with one that is not read is nobody's
/// business.
bool SheetText::is_beyond(std::size_t column) const {
  if (column <= limits::csv_columns) return false;
  if (extent_ == Extent::head) return true;
  throw SpreadsheetFault{
      Kind::sheet_too_many_columns,
      {shown(sheet_), std::to_string(row_), std::to_string(limits::csv_columns)}};
}

void SheetText::begin_cell(std::size_t column, std::size_t bytes) {
  if (cells_ == 0) {
    if (width_ == 0 && row_ > head_rows) settle_head();
    for (; lines_ + 1 < row_; ++lines_) {
      if (width_ == 0) head_.push_back({text_.size(), 0});
      text_ += '\n';
    }
    row_begin_ = text_.size();
  }
  text_.append(column - std::max<std::size_t>(cells_, 1), ';');
  cells_ = column;
  // A row of a thousand cells may name one long text a thousand times.
  if (text_.size() + bytes > limits_.text_bytes) fail_too_large(limits_.text_bytes);
}

void SheetText::end_row(std::size_t times) {
  if (cells_ == 0) return;
  if (row_ + times - 1 > limits::sheet_rows) {
    throw SpreadsheetFault{Kind::sheet_too_many_rows,
                           {shown(sheet_), std::to_string(limits::sheet_rows)}};
  }
  if (is_hidden_) {
    if (hidden_rows_.count == 0) hidden_rows_.first = row_;
    hidden_rows_.count += times;
  }
  const std::string cells = times > 1 ? text_.substr(row_begin_) : std::string();
  for (std::size_t time = 0; time < times; ++time) {
    if (time > 0) text_ += cells;
    if (width_ == 0) {
      head_.push_back({text_.size(), cells_});
    } else if (cells_ < width_) {
      text_.append(width_ - cells_, ';');
    }
    text_ += '\n';
    ++lines_;
    expect_room();
    if (width_ == 0 && lines_ >= head_rows) settle_head();
    if (extent_ == Extent::head && lines_ >= head_rows) break;
  }
}

SheetText SheetText::head() const {
  SheetText head(sheet_, decimal_, Extent::head, limits_);
  std::size_t end = 0;
  for (std::size_t row = 0; row < head_rows && end < text_.size(); ++row) {
    end = text_.find('\n', end) + 1;
  }
  head.text_ = text_.substr(0, end);
  return head;
}

/// Rows are as wide as the widest of the head, so that the header has a cell for each: blank cells
/// at their ends are not written by all programs.
void SheetText::settle_head() {
  if (width_ > 0) return;
  for (const Unsettled& row : head_) width_ = std::max(width_, row.cells);
  if (width_ == 0) return;  // blank lines so far
  std::string settled;
  settled.reserve(text_.capacity());
  std::size_t from = 0;
  for (const Unsettled& row : head_) {
    settled.append(text_, from, row.end - from);
    if (row.cells > 0) settled.append(width_ - row.cells, ';');
    settled += '\n';
    from = row.end + 1;
  }
  settled.append(text_, std::min(from, text_.size()));
  text_ = std::move(settled);
  head_.clear();
}

}  // namespace euproj
