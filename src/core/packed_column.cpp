#include "euproj/core/packed_column.hpp"

#include <algorithm>

namespace euproj {

void PackedColumn::close_chunk() {
  const auto [least, greatest] = std::minmax_element(open_.begin(), open_.end());
  Chunk made;
  // Distances are taken without sign: they fit even when the values span all of 64 bits.
  made.least = static_cast<std::uint64_t>(*least);
  const std::uint64_t span = static_cast<std::uint64_t>(*greatest) - made.least;
  made.width = static_cast<std::uint8_t>((std::bit_width(span) + 7) / 8);
  made.mask = made.width == 8 ? ~std::uint64_t{0} : (std::uint64_t{1} << (8U * made.width)) - 1;
  made.bytes = std::make_unique_for_overwrite<std::uint8_t[]>(chunk_size * made.width +
                                                              sizeof(std::uint64_t));
  std::uint8_t* to = made.bytes.get();
  for (const std::int64_t value : open_) {
    const std::uint64_t distance = static_cast<std::uint64_t>(value) - made.least;
    std::memcpy(to, &distance, sizeof distance);  // the next value covers what is too much
    to += made.width;
  }
  std::memset(to, 0, sizeof(std::uint64_t));
  chunks_.push_back(std::move(made));
  open_.clear();
}

bool PackedColumn::is_uniform() const {
  const std::int64_t first = size() > 0 ? (*this)[0] : 0;
  return std::all_of(chunks_.begin(), chunks_.end(), [first](const Chunk& chunk) {
           return chunk.width == 0 && static_cast<std::int64_t>(chunk.least) == first;
         }) &&
         std::all_of(open_.begin(), open_.end(), [first](std::int64_t value) { return value == first; });
}

PackedColumn PackedColumn::at(std::span<const std::uint32_t> positions) const {
  constexpr std::size_t ahead = 24;  // positions are anywhere: ask for them before they are needed
  PackedColumn taken;
  const bool is_anywhere = !is_uniform();  // in a column that no row fills, it does not matter where
  taken.chunks_.reserve(positions.size() / chunk_size);
  for (std::size_t begin = 0; begin < positions.size(); begin += chunk_size) {
    taken.open_.resize(std::min(chunk_size, positions.size() - begin));
    for (std::size_t i = 0; i < taken.open_.size(); ++i) {
      if (is_anywhere && begin + i + ahead < positions.size()) prefetch(positions[begin + i + ahead]);
      taken.open_[i] = (*this)[is_anywhere ? positions[begin + i] : 0];
    }
    if (taken.open_.size() == chunk_size) taken.close_chunk();
  }
  return taken;
}

void PackedColumn::clear() {
  chunks_.clear();
  open_.clear();
}

}  // namespace euproj
