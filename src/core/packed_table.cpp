#include "euproj/core/packed_table.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace euproj {
namespace {

constexpr std::array<std::uint8_t, sizeof(std::uint64_t)> no_bytes{};

}  // namespace

PackedNumbers::PackedNumbers(std::int64_t number)
    : least_(static_cast<std::uint64_t>(number)), bytes_(no_bytes.data()) {}

PackedNumbers::PackedNumbers(std::span<const std::int64_t> numbers)
    : PackedNumbers(numbers.front()) {
  std::int64_t differences = 0;
  for (const std::int64_t number : numbers) differences |= number ^ numbers.front();
  if (differences == 0) return;  // as most columns of most logs are
  std::int64_t least = numbers.front();
  std::int64_t most = least;
  for (const std::int64_t number : numbers) {
    least = std::min(least, number);
    most = std::max(most, number);
  }
  // Distances are taken without sign: they fit even when the numbers span all of 64 bits.
  least_ = static_cast<std::uint64_t>(least);
  const std::uint64_t span = static_cast<std::uint64_t>(most) - least_;
  width_ = static_cast<std::size_t>((std::bit_width(span) + 7) / 8);
  mask_ = ~std::uint64_t{0} >> (64 - 8 * width_);
  own_ = std::make_unique_for_overwrite<std::uint8_t[]>(numbers.size() * width_ +
                                                        sizeof(std::uint64_t));
  std::uint8_t* to = own_.get();
  bytes_ = to;
  for (const std::int64_t number : numbers) {
    const std::uint64_t distance = static_cast<std::uint64_t>(number) - least_;
    std::memcpy(to, &distance, sizeof distance);  // the next number covers what is too much
    to += width_;
  }
  std::memset(to, 0, sizeof(std::uint64_t));
}

std::int64_t PackedNumbers::most() const {
  const std::uint64_t most = least_ + mask_;
  // Of numbers that span more than half of 64 bits the sum may pass the end.
  return static_cast<std::int64_t>(most) < least() ? INT64_MAX : static_cast<std::int64_t>(most);
}

void PackedTable::append(std::vector<PackedNumbers> columns, std::size_t rows) {
  chunks_.push_back({std::move(columns), static_cast<std::uint32_t>(rows),
                     static_cast<std::uint32_t>(rows_)});
  rows_ += rows;
  while (chunk_of_.size() * chunk_rows < rows_) {
    chunk_of_.push_back(static_cast<std::uint32_t>(chunks_.size() - 1));
  }
}

void PackedTable::append(PackedTable&& other) {
  if (chunks_.empty()) {
    *this = std::move(other);
    return;
  }
  for (Chunk& chunk : other.chunks_) append(std::move(chunk.columns), chunk.rows);
}

}  // namespace euproj
