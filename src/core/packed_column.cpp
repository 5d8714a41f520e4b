#include "euproj/core/packed_column.hpp"

#include <algorithm>

namespace euproj {

void PackedColumn::close_chunk() {
  std::int64_t least = open_.front();
  std::int64_t greatest = least;
  for (const std::int64_t value : open_) {
    least = std::min(least, value);
    greatest = std::max(greatest, value);
  }
  Chunk made;
  // Distances are taken without sign: they fit even when the values span all of 64 bits.
  made.least = static_cast<std::uint64_t>(least);
  const std::uint64_t span = static_cast<std::uint64_t>(greatest) - made.least;
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

void PackedColumn::close_uniform() {
  Chunk made;
  made.least = static_cast<std::uint64_t>(first_);
  made.bytes = std::make_unique<std::uint8_t[]>(sizeof(std::uint64_t));
  chunks_.push_back(std::move(made));
  same_ = 0;
}

void PackedColumn::open_same() {
  open_.reserve(chunk_size);
  open_.assign(same_, first_);
  same_ = 0;
}

bool PackedColumn::is_uniform() const {
  const std::int64_t first = size() > 0 ? (*this)[0] : 0;
  return std::all_of(chunks_.begin(), chunks_.end(), [first](const Chunk& chunk) {
           return chunk.width == 0 && static_cast<std::int64_t>(chunk.least) == first;
         }) &&
         std::all_of(open_.begin(), open_.end(), [first](std::int64_t value) { return value == first; }) &&
         (same_ == 0 || first_ == first);
}

PackedColumn PackedColumn::at(std::span<const std::uint32_t> positions) const {
  constexpr std::size_t ahead = 24;  // positions are anywhere: ask for them before they are needed
  PackedColumn taken;
  taken.chunks_.reserve(positions.size() / chunk_size);
  if (is_uniform()) {  // it does not matter where
    for (std::size_t i = 0; i < positions.size(); ++i) taken.push_back((*this)[0]);
    return taken;
  }
  for (std::size_t begin = 0; begin < positions.size(); begin += chunk_size) {
    const auto these = positions.subspan(begin, std::min(chunk_size, positions.size() - begin));
    taken.open_.resize(these.size());
    for (std::size_t i = 0; i < these.size(); ++i) {
      if (begin + i + ahead < positions.size()) prefetch(positions[begin + i + ahead]);
      taken.open_[i] = (*this)[these[i]];
    }
    if (these.size() == chunk_size) taken.close_chunk();
  }
  return taken;
}

void PackedColumn::clear() {
  chunks_.clear();
  same_ = 0;
  open_.clear();
}

}  // namespace euproj
