#pragma once
// PackedColumn: whole numbers one after another, in as few bytes as their neighbours need.
//
// The rows of a log are kept by column. A chunk of neighbours is written as its least value and the
// distances from it, in the fewest whole bytes that hold the largest: line numbers take two bytes,
// the codes of a few tasks one, a column that no row fills none. Values are only ever appended.

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory>
#include <span>
#include <vector>

namespace euproj {

class PackedColumn {
 public:
  void push_back(std::int64_t value) {
    if (open_.empty() && (same_ == 0 || value == first_)) {
      first_ = value;
      if (++same_ == chunk_size) close_uniform();
      return;
    }
    if (same_ > 0) open_same();
    open_.push_back(value);
    if (open_.size() == chunk_size) close_chunk();
  }
  /// The values of `other` behind these, each as `changed` gives it.
  template <typename Change>
  void append(const PackedColumn& other, Change changed) {
    for (const Chunk& chunk : other.chunks_) {
      for (std::size_t i = 0; i < chunk_size; ++i) push_back(changed(chunk.value(i)));
    }
    for (std::size_t i = 0; i < other.same_; ++i) push_back(changed(other.first_));
    for (const std::int64_t value : other.open_) push_back(changed(value));
  }
  void clear();
  /// The values at these positions, which are below size(), in this order.
  [[nodiscard]] PackedColumn at(std::span<const std::uint32_t> positions) const;

  [[nodiscard]] std::size_t size() const { return chunks_.size() * chunk_size + same_ + open_.size(); }
  /// Of a position below size().
  // Inlined, so that the columns of a row which a loop does not look at are not unpacked.
  [[nodiscard, gnu::always_inline]] std::int64_t operator[](std::size_t at) const {
    const std::size_t within = at % chunk_size;
    if (at / chunk_size == chunks_.size()) return open_.empty() ? first_ : open_[within];
    return chunks_[at / chunk_size].value(within);
  }
  /// Calls `take(i, value)` for the value at `first` + i, for each i below `count`: several
  /// neighbours cost less than each by itself.
  template <typename Take>
  void visit(std::size_t first, std::size_t count, Take take) const {
    for (std::size_t i = 0; i < count;) {
      const std::size_t at = first + i;
      if (at / chunk_size == chunks_.size()) {
        take(i, (*this)[at]);
        ++i;
        continue;
      }
      const Chunk& chunk = chunks_[at / chunk_size];
      const std::size_t end = i + std::min(count - i, chunk_size - at % chunk_size);
      for (std::size_t within = at % chunk_size; i < end; ++i) take(i, chunk.value(within++));
    }
  }

 private:
  static constexpr std::size_t chunk_size = 1024;
  static_assert(std::endian::native == std::endian::little);  // the low bytes of a word come first

  struct Chunk {
    std::uint64_t least = 0;
    std::uint64_t mask = 0;
    std::uint8_t width = 0;               // bytes of a value
    std::unique_ptr<std::uint8_t[]> bytes;  // of all values, and a word more to be read over

    [[nodiscard, gnu::always_inline]] std::int64_t value(std::size_t within) const {
      std::uint64_t word = 0;
      std::memcpy(&word, bytes.get() + within * width, sizeof word);
      return static_cast<std::int64_t>(least + (word & mask));
    }
  };

  void close_chunk();
  void close_uniform();
  void open_same();
  [[nodiscard]] bool is_uniform() const;  // one value in all rows
  void prefetch(std::size_t at) const {
    if (at / chunk_size == chunks_.size()) return;
    const Chunk& chunk = chunks_[at / chunk_size];
    __builtin_prefetch(chunk.bytes.get() + at % chunk_size * chunk.width);
  }

  std::vector<Chunk> chunks_;        // full ones
  // What no chunk holds yet: as long as all of it is one value, that value and how often.
  std::int64_t first_ = 0;
  std::size_t same_ = 0;
  std::vector<std::int64_t> open_;
};

}  // namespace euproj
