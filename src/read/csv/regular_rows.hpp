#pragma once
// RegularRows: rows of a CSV text whose cells can be told apart many bytes at a time.
//
// Nearly all rows of nearly all logs: one line, as many cells as the header, each cell without
// quotes or wholly within two. What they are is what CsvScanner says they are. Of a row with other
// quotes (irregular) it alone says what it is, also where it ends.
//
//   text       U-1,2024-01-02,"a, b"\nU-2,,"say ""x"""\nU-3, ...
//   ends          ^          ^      ^    ^^           ^      none within quotes (find_cell_ends)
//   rows       [0                    ][1               ]     each width-th end is a line feed
//   begins     ^   ^           ^      ^   ^^                 one behind each end, or its quote
//   irregular                         bit 1: its last cell has other quotes

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "read/csv/cell_ends.hpp"

namespace euproj {

class RegularRows {
 public:
  static constexpr std::size_t max_rows = 64;  // a bit of a word each
  static constexpr std::size_t readable = 16;

  /// Rows of `width` cells, at least one.
  explicit RegularRows(std::size_t width);

  /// Takes the rows from `at` on that begin before `end`, up to the first that is neither regular
  /// nor irregular, as one with a cell too many; how many they are, perhaps none. `at` is where a
  /// row begins.
  std::size_t read(std::string_view text, std::size_t at, std::size_t end, char delimiter);

  [[nodiscard]] std::size_t size() const { return size_; }
  /// Those with other quotes, a bit each: their cells, and all rows behind, may not be what they
  /// seem.
  [[nodiscard]] std::uint64_t irregular() const { return irregular_; }
  /// Of a cell (0-based), without quotes around it; good as long as the text. From its beginning
  /// `readable` bytes may be read, whatever its length.
  [[nodiscard, gnu::always_inline]] std::string_view text(std::size_t row, std::size_t cell) const {
    const std::size_t at = row * width_ + cell;
    return {from_ + begins_[at], ends_.places[at] - begins_[at]};
  }
  /// Where in the text a row begins; that of the row behind the last one is where they end.
  [[nodiscard]] std::size_t begin_of(std::size_t row) const { return at_ + row_begins_[row]; }

 private:
  [[nodiscard]] bool take_line_end_off(std::size_t row);
  [[nodiscard]] std::size_t find_whole_rows();
  void take_quotes_off();

  const std::size_t width_;
  const std::size_t row_limit_;
  const char* from_ = nullptr;
  std::size_t at_ = 0;
  std::size_t size_ = 0;
  std::uint64_t irregular_ = 0;
  // Counted from the first row; by row and cell.
  std::vector<std::uint32_t> begins_;
  CellEnds ends_;
  std::vector<std::uint32_t> row_begins_;  // one more than there are rows
};

}  // namespace euproj
