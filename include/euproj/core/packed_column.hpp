#pragma once
// PackedColumn: whole numbers one after another, in as few bytes as their neighbours need.
//
// The rows of a log are kept by column. A chunk of neighbours is written as its least value and the
// distances from it, in the fewest whole bytes that hold the largest: line numbers take two bytes,
// the codes of a few tasks one, a column that no row fills none. Values are only ever appended.

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
    open_.push_back(value);
    if (open_.size() == chunk_size) close_chunk();
  }
  /// The values of `other` behind these, each as `changed` gives it.
  template <typename Change>
  void append(const PackedColumn& other, Change changed) {
    for (std::size_t at = 0; at < other.size(); ++at) push_back(changed(other[at]));
  }
  void clear();
  /// The values at these positions, which are below size(), in this order.
  [[nodiscard]] PackedColumn at(std::span<const std::uint32_t> positions) const;

  [[nodiscard]] std::size_t size() const { return chunks_.size() * chunk_size + open_.size(); }
  /// Of a position below size().
  // Inlined, so that the columns of a row which a loop does not look at are not unpacked.
  [[nodiscard, gnu::always_inline]] std::int64_t operator[](std::size_t at) const {
    const std::size_t within = at % chunk_size;
    if (at / chunk_size == chunks_.size()) return open_[within];
    const Chunk& chunk = chunks_[at / chunk_size];
    std::uint64_t word = 0;
    std::memcpy(&word, chunk.bytes.get() + within * chunk.width, sizeof word);
    return static_cast<std::int64_t>(chunk.least + (word & chunk.mask));
  }

 private:
  static constexpr std::size_t chunk_size = 1024;
  static_assert(std::endian::native == std::endian::little);  // the low bytes of a word come first

  struct Chunk {
    std::uint64_t least = 0;
    std::uint64_t mask = 0;
    std::uint8_t width = 0;               // bytes of a value
    std::unique_ptr<std::uint8_t[]> bytes;  // of all values, and a word more to be read over
  };

  void close_chunk();
  [[nodiscard]] bool is_uniform() const;  // one value in all rows
  void prefetch(std::size_t at) const {
    if (at / chunk_size == chunks_.size()) return;
    const Chunk& chunk = chunks_[at / chunk_size];
    __builtin_prefetch(chunk.bytes.get() + at % chunk_size * chunk.width);
  }

  std::vector<Chunk> chunks_;        // full ones
  std::vector<std::int64_t> open_;  // what no chunk holds yet
};

}  // namespace euproj
