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
  std::array<std::int64_t, lanes> least{};
  std::array<std::int64_t, lanes> most{};
  least.fill(numbers.front());
  most.fill(numbers.front());
  const std::size_t whole = numbers.size() - numbers.size() % lanes;
  for (std::size_t at = 0; at < whole; at += lanes) {
    for (std::size_t lane = 0; lane < lanes; ++lane) {
      least[lane] = std::min(least[lane], numbers[at + lane]);
      most[lane] = std::max(most[lane], numbers[at + lane]);
    }
  }
  for (const std::int64_t number : numbers.subspan(whole)) {
    least[0] = std::min(least[0], number);
    most[0] = std::max(most[0], number);
  }
  return {*std::min_element(least.begin(), least.end()),
          *std::max_element(most.begin(), most.end())};
}

/// The distances of the numbers from `least`, `width` bytes apart: what a Store holds beyond them is
/// covered by the next.
template <typename Store>
void write(std::span<const std::int64_t> numbers, std::uint64_t least, std::size_t width,
           std::uint8_t* to) {
  for (const std::int64_t number : numbers) {
    const auto distance = static_cast<Store>(static_cast<std::uint64_t>(number) - least);
    std::memcpy(to, &distance, sizeof distance);
    to += width;
  }
}

}  // namespace

PackedNumbers::PackedNumbers(std::int64_t number)
    : least_(static_cast<std::uint64_t>(number)), bytes_(no_bytes.data()) {}

PackedNumbers::PackedNumbers(std::span<const std::int64_t> numbers)
    : PackedNumbers(numbers.front()) {
  std::int64_t differences = numbers.back() ^ numbers.front();
  if (differences == 0) {
    for (const std::int64_t number : numbers) differences |= number ^ numbers.front();
    if (differences == 0) return;  // as most columns of most logs are
  }
  const auto [least, most] = ends_of(numbers);
  *this = PackedNumbers(numbers, least, most);
}

PackedNumbers::PackedNumbers(std::span<const std::int64_t> numbers, std::int64_t least,
                             std::int64_t most)
    : PackedNumbers(least) {
  if (least == most) return;
  // Distances are taken without sign: they fit even when the numbers span all of 64 bits.
  const std::uint64_t span = static_cast<std::uint64_t>(most) - least_;
  width_ = static_cast<std::size_t>((std::bit_width(span) + 7) / 8);
  mask_ = ~std::uint64_t{0} >> (64 - 8 * width_);
  own_ = std::make_unique_for_overwrite<std::uint8_t[]>(numbers.size() * width_ +
                                                        sizeof(std::uint64_t));
  bytes_ = own_.get();
  switch (width_) {
    case 1: write<std::uint8_t>(numbers, least_, 1, own_.get()); break;
    case 2: write<std::uint16_t>(numbers, least_, 2, own_.get()); break;
    default: write<std::uint64_t>(numbers, least_, width_, own_.get());
  }
  std::memset(own_.get() + numbers.size() * width_, 0, sizeof(std::uint64_t));
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
