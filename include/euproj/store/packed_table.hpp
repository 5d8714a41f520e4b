#pragma once
// PackedTable: rows of whole numbers by column, in as few bytes as their neighbours need.
//
// Rows come and stay in chunks. The numbers of a column in a chunk are written as their least and
// the distances from it, in the fewest whole bytes that hold the largest: line numbers take two
// bytes, the codes of a few tasks one, a column that no row fills none. Chunks are only ever
// appended, or taken.
//
//   chunk 0: 4096 rows                       chunk 1: ...
//     date      min 18993, width 1, bytes 00 00 01 04 ...
//     person    min 1,     width 2, bytes 0000 0100 0000 ...
//     evidence  min 0,     width 0             no bytes: all are 0
//   number = min + (the word at bytes + width * row, cut to width bytes)

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory>
#include <span>
#include <vector>

namespace euproj {

/// The numbers of a column in a chunk.
class PackedNumbers {
 public:
  explicit PackedNumbers(std::int64_t number);                    // any number of times
  explicit PackedNumbers(std::span<const std::int64_t> numbers);  // at least one
  /// Those whose least and greatest are known.
  PackedNumbers(std::span<const std::int64_t> numbers, std::int64_t min, std::int64_t max);

  [[nodiscard, gnu::always_inline]] std::int64_t operator[](std::size_t at) const {
    std::uint64_t word = 0;
    std::memcpy(&word, bytes_ + at * width_, sizeof word);
    return static_cast<std::int64_t>(min_ + (word & mask_));
  }
  /// Calls `take(at, distance)` with the distances of the first `count` from min(). The width is
  /// known outside the loop: what is written inside cannot change it.
  template <typename Take>
  [[gnu::always_inline]] void visit_distances(std::size_t count, Take take) const {
    const std::uint8_t* from = bytes_;
    const std::uint64_t mask = mask_;
    const std::size_t width = width_;
    for (std::size_t at = 0; at < count; ++at, from += width) {
      std::uint64_t word = 0;
      std::memcpy(&word, from, sizeof word);
      take(at, word & mask);
    }
  }
  /// No number is below min() or above max(); max() need not be one of them.
  [[nodiscard]] std::int64_t min() const { return static_cast<std::int64_t>(min_); }
  [[nodiscard]] std::int64_t max() const;

 private:
  static_assert(std::endian::native == std::endian::little);  // the low bytes of a word come first

  std::uint64_t min_ = 0;
  std::uint64_t mask_ = 0;
  std::size_t width_ = 0;                // bytes of a number
  const std::uint8_t* bytes_;            // of all numbers, and a word more to be read over
  std::unique_ptr<std::uint8_t[]> own_;  // where they are, unless they take none
};

class PackedTable {
 public:
  static constexpr std::size_t chunk_rows = 4096;

  struct Chunk {
    std::vector<PackedNumbers> columns;
    std::uint32_t rows = 0;   // 1 .. chunk_rows
    std::uint32_t first = 0;  // row of the table
  };
  struct Position {
    const PackedNumbers* columns;  // of its chunk
    std::size_t at;                // in each
    std::size_t left;              // rows of the chunk from this one on
  };

  /// `columns` are those of `rows` rows, as many columns each time.
  void append(std::vector<PackedNumbers> columns, std::size_t rows);
  /// Behind these rows those of `other`, which is used up.
  void append(PackedTable&& other);

  [[nodiscard]] std::size_t rows() const { return rows_; }
  [[nodiscard]] std::span<const Chunk> chunks() const { return chunks_; }
  /// Once each: what is left of the table is good for nothing but taking the others.
  [[nodiscard]] Chunk take(std::size_t chunk) { return std::move(chunks_[chunk]); }
  /// Of a row below rows().
  [[nodiscard, gnu::always_inline]] Position find(std::size_t row) const {
    const Chunk* chunk = &chunks_[chunk_of_[row / chunk_rows]];
    while (row - chunk->first >= chunk->rows) ++chunk;  // those where parts of a log meet are short
    return {chunk->columns.data(), row - chunk->first, chunk->first + chunk->rows - row};
  }

 private:
  std::vector<Chunk> chunks_;
  std::vector<std::uint32_t> chunk_of_;  // of each chunk_rows-th row
  std::size_t rows_ = 0;
};

}  // namespace euproj
