#include "euproj/store/packed_table.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace euproj {
namespace {

constexpr std::array<std::uint8_t, sizeof(std::uint64_t)> no_bytes{};

/// The least and the greatest. In lanes, since each comparison waits for the one before it.
std::pair<std::int64_t, std::int64_t> ends_of(std::span<const std::int64_t> numbers) {
  constexpr std::size_t lanes = 4;
  std::array<std::int64_t, lanes> min{};
  std::array<std::int64_t, lanes> max{};
  min.fill(numbers.front());
  max.fill(numbers.front());
  const std::size_t whole = numbers.size() - numbers.size() % lanes;
  for (std::size_t at = 0; at < whole; at += lanes) {
    for (std::size_t lane = 0; lane < lanes; ++lane) {
      min[lane] = std::min(min[lane], numbers[at + lane]);
      max[lane] = std::max(max[lane], numbers[at + lane]);
    }
  }
  for (const std::int64_t number : numbers.subspan(whole)) {
    min[0] = std::min(min[0], number);
    max[0] = std::max(max[0], number);
  }
  return {*std::min_element(min.begin(), min.end()), *std::max_element(max.begin(), max.end())};
}

/// The distances of the numbers from `min`, `width` bytes apart: what a Store holds beyond them is
/// covered by the next.
template <typename Store>
void write(std::span<const std::int64_t> numbers, std::uint64_t min, std::size_t width,
           std::uint8_t* to) {
  for (const std::int64_t number : numbers) {
    const auto distance = static_cast<Store>(static_cast<std::uint64_t>(number) - min);
    std::memcpy(to, &distance, sizeof distance);
    to += width;
  }
}

}  // namespace

PackedNumbers::PackedNumbers(std::int64_t number)
    : min_(static_cast<std::uint64_t>(number)), bytes_(no_bytes.data()) {}

PackedNumbers::PackedNumbers(std::span<const std::int64_t> numbers)
    : PackedNumbers(numbers.front()) {
  std::int64_t differences = numbers.back() ^ numbers.front();
  if (differences == 0) {
    for (const std::int64_t number : numbers) differences |= number ^ numbers.front();
    if (differences == 0) return;  // as most columns of most logs are
  }
  const auto [min, max] = ends_of(numbers);
  *this = PackedNumbers(numbers, min, max);
}

PackedNumbers::PackedNumbers(std::span<const std::int64_t> numbers, std::int64_t min,
                             std::int64_t max)
    : PackedNumbers(min) {
  if (min == max) return;
  // Distances are taken without sign: they fit even when the numbers span all of 64 bits.
  const std::uint64_t span = static_cast<std::uint64_t>(max) - min_;
  width_ = static_cast<std::size_t>((std::bit_width(span) + 7) / 8);
  mask_ = ~std::uint64_t{0} >> (64 - 8 * width_);
  own_ = std::make_unique_for_overwrite<std::uint8_t[]>(numbers.size() * width_ +
                                                        sizeof(std::uint64_t));
  bytes_ = own_.get();
  switch (width_) {
    case 1:
      write<std::uint8_t>(numbers, min_, 1, own_.get());
      break;
    case 2:
      write<std::uint16_t>(numbers, min_, 2, own_.get());
      break;
    default:
      write<std::uint64_t>(numbers, min_, width_, own_.get());
  }
  std::memset(own_.get() + numbers.size() * width_, 0, sizeof(std::uint64_t));
}

std::int64_t PackedNumbers::max() const {
  const std::uint64_t max = min_ + mask_;
  // Of numbers that span more than half of 64 bits the sum may pass the end.
  return static_cast<std::int64_t>(max) < min() ? INT64_MAX : static_cast<std::int64_t>(max);
}

void PackedTable::append(std::vector<PackedNumbers> columns, std::size_t rows) {
  chunks_.push_back(
      {std::move(columns), static_cast<std::uint32_t>(rows), static_cast<std::uint32_t>(rows_)});
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
