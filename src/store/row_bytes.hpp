#pragma once
// Row bytes: rows of a table as bytes side by side, so that they can be moved one by one.
//
// A row is the number of its group in two bytes, then the numbers of those columns that differ from
// row to row, each in as few bytes as the largest needs. RowPages keeps rows in the order in which
// they come; TableWriter makes columns of them again.
//
//   bytes   | group | date | person    | hours |        row_bytes = 2 + 1 + 3 + 1
//           |  0  1 |  2   |  3  4  5  |  6    |        date = min + the byte at 2, and so on
//
// A row is copied in blocks of 16 bytes and a field read as a word of 8: more than there is, so
// that no length is asked for. What is too much is masked off, or written over by the next row.

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory>
#include <utility>
#include <vector>

#include "euproj/store/packed_table.hpp"

namespace euproj {

/// Where a number stands in the bytes of a row.
struct RowField {
  std::size_t column = 0;
  std::uint64_t min = 0;
  std::uint64_t mask = 0;
  std::size_t at = 0;

  [[nodiscard]] std::int64_t read(const std::uint8_t* row) const {
    std::uint64_t word = 0;
    std::memcpy(&word, row + at, sizeof word);
    return static_cast<std::int64_t>(min + (word & mask));
  }
};

struct RowLayout {
  explicit RowLayout(const PackedTable& table);

  std::vector<RowField> fields;
  std::vector<std::int64_t> same;  // by column: the number of all rows where there is no field
  std::size_t row_bytes = sizeof(std::uint16_t);
};

inline std::uint16_t group_of_row(const std::uint8_t* row) {
  std::uint16_t group = 0;
  std::memcpy(&group, row, sizeof group);
  return group;
}

/// Rows are copied in whole blocks: what is too much is covered by the next row, or unused.
constexpr std::size_t row_block = 16;

inline void copy_row(std::uint8_t* to, const std::uint8_t* from, std::size_t row_bytes) {
  std::size_t at = 0;
  do {
    std::memcpy(to + at, from + at, row_block);
    at += row_block;
  } while (at < row_bytes);
}

class RowPages {
 public:
  [[nodiscard]] std::uint8_t* add(std::size_t row_bytes) {
    if (size_ % page_rows == 0) {
      pages_.push_back(
          std::make_unique_for_overwrite<std::uint8_t[]>(page_rows * row_bytes + row_block));
      next_ = pages_.back().get();
    }
    ++size_;
    return std::exchange(next_, next_ + row_bytes);
  }
  /// `visit(rows, count)` with rows that stand one after another.
  template <typename Visit>
  void for_each_page(const Visit& visit) const {
    std::size_t left = size_;
    for (const auto& page : pages_) {
      visit(page.get(), left < page_rows ? left : page_rows);
      left -= page_rows;
    }
  }

 private:
  static constexpr std::size_t page_rows = 256;

  std::vector<std::unique_ptr<std::uint8_t[]>> pages_;
  std::uint8_t* next_ = nullptr;
  std::size_t size_ = 0;
};

class TableWriter {
 public:
  explicit TableWriter(const RowLayout& layout) : layout_(layout), open_(layout.fields.size()) {}

  /// `count` rows that stand `distance` bytes apart.
  void add(const std::uint8_t* rows, std::size_t count, std::size_t distance);
  [[nodiscard]] PackedTable finish();

 private:
  /// The numbers of a field that are in no chunk yet.
  struct Open {
    std::array<std::int64_t, PackedTable::chunk_rows> numbers;
    std::int64_t min = INT64_MAX;
    std::int64_t max = INT64_MIN;
  };

  void close();

  const RowLayout& layout_;
  std::vector<Open> open_;  // by field
  std::size_t open_rows_ = 0;
  PackedTable table_;
};

}  // namespace euproj
