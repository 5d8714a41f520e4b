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

PackedColumn PackedColumn::at(std::span<const std::uint32_t> positions) const {
  constexpr std::size_t ahead = 24;  // positions are anywhere: ask for them before they are needed
  PackedColumn taken;
  for (std::size_t i = 0; i < positions.size(); ++i) {
    if (i + ahead < positions.size()) prefetch(positions[i + ahead]);
    taken.push_back((*this)[positions[i]]);
  }
  return taken;
}

void PackedColumn::clear() {
  chunks_.clear();
  open_.clear();
}

}  // namespace euproj
