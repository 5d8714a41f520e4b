#include "read/csv/regular_rows.hpp"

#include <algorithm>

#include "euproj/core/limits.hpp"

namespace euproj {
namespace {

constexpr std::size_t max_bytes = std::size_t{1} << 16;
static_assert(max_bytes <= limits::csv_field_bytes);  // so no cell is too long
constexpr std::size_t max_cells = std::size_t{1} << 12;

}  // namespace

RegularRows::RegularRows(std::size_t width)
    : width_(width),
      row_limit_(std::clamp<std::size_t>(max_cells / width, 1, max_rows)),
      begins_(row_limit_ * width + 1),
      row_begins_(row_limit_ + 1) {
  ends_.places.resize(row_limit_ * width + CellEnds::spare);
}

std::size_t RegularRows::read(std::string_view text, std::size_t at, std::size_t end,
                              char delimiter) {
  from_ = text.data() + at;
  at_ = at;
  const std::size_t whole = std::min(text.size() - at, max_bytes + readable);
  find_cell_ends({from_, whole - std::min(whole, readable)}, delimiter, ends_);
  const std::size_t rows = find_whole_rows();
  begins_[0] = 0;
  for (std::size_t cell = 0; cell < rows * width_; ++cell)
    begins_[cell + 1] = ends_.places[cell] + 1;
  for (size_ = 0; size_ < rows && begin_of(size_) < end; ++size_) {
    if (!take_line_end_off(size_)) break;
  }
  take_quotes_off();
  return size_;
}

/// How many rows from the first on are whole: a line feed is the last end of each, and nowhere
/// else.
std::size_t RegularRows::find_whole_rows() {
  const std::size_t rows = ends_.found / width_;
  const auto is_feed = [this](std::size_t end) { return from_[ends_.places[end]] == '\n'; };
  // As many line feeds as rows, and each at the end of one: then there is none elsewhere.
  bool are_all = ends_.line_feeds == rows;
  for (std::size_t row = 1; row <= rows && are_all; ++row) are_all = is_feed(row * width_ - 1);
  const std::size_t whole_rows = std::min(rows, row_limit_);
  for (std::size_t row = 0; row < whole_rows; ++row) {
    const std::size_t last = row * width_ + width_ - 1;
    for (std::size_t end = row * width_; end <= last && !are_all; ++end) {
      if (is_feed(end) != (end == last)) return row;
    }
    row_begins_[row + 1] = ends_.places[last] + 1;
  }
  return whole_rows;
}

/// False for an empty line.
bool RegularRows::take_line_end_off(std::size_t row) {
  const std::size_t last = row * width_ + width_ - 1;
  std::uint32_t& end = ends_.places[last];
  if (end > begins_[last] && from_[end - 1] == '\r') --end;
  return end > row_begins_[row];
}

/// A row with quotes that are not the first and the last byte of a cell is irregular.
void RegularRows::take_quotes_off() {
  const std::vector<std::uint32_t>& quotes = ends_.quotes;
  irregular_ = 0;
  std::size_t cell = 0;
  for (std::size_t i = 0; i < quotes.size() && quotes[i] < row_begins_[size_];) {
    while (cell + 1 < size_ * width_ && begins_[cell + 1] <= quotes[i]) ++cell;
    const bool is_whole = begins_[cell] == quotes[i] && i + 1 < quotes.size() &&
                          quotes[i + 1] + 1 == ends_.places[cell];
    if (is_whole) {
      ++begins_[cell];
      --ends_.places[cell];
      i += 2;
      continue;
    }
    const std::size_t row = cell / width_;
    irregular_ |= std::uint64_t{1} << row;
    while (i < quotes.size() && quotes[i] < row_begins_[row + 1]) ++i;
  }
}

}  // namespace euproj
