#pragma once
// Series: a value that changes on some days; its value on any day is the sum of changes up to it.
//
// Amounts spent and counts reached are both series, so a period is always value(last) less value
// of the day before its first, and periods add up by construction (src/calc/README.md#day).
//
//   blocks_   64 days each, made when a change falls into one:  [.. +1 .. +2 -1 ..]  null  [+3 ..]
//   others_   changes on days that no block may hold, one by one
//   finish()  sums_: (day, value from this day on), in order;  at(day) is a binary search

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

#include "euproj/core/date.hpp"

namespace euproj {

/// Value needs a default that means nothing, += and ==.
template <typename Value>
class Series {
 public:
  // Inlined, so that what is added need not be put together first: there are dozens for each
  // person.
  [[gnu::always_inline]] void add(Date day, const Value& change) {
    const std::uint32_t index = index_of(day);
    const std::size_t place = index / block_days - first_block_;
    if (place < blocks_.size() && blocks_[place]) {
      (*blocks_[place])[index % block_days] += change;
    } else {
      add_elsewhere(day, change);
    }
  }

  /// The changes of another series as well, whose values become these; neither is finished.
  template <typename Other>
  void add(const Series<Other>& other) {
    for (const auto& change : other.changes()) add(change.day, change.value);
  }

  /// Call once after the last add; `at` needs it.
  void finish() {
    sums_ = changes();
    blocks_.clear();
    others_.clear();
    for (std::size_t i = 1; i < sums_.size(); ++i) {
      Value sum = sums_[i - 1].value;
      sum += sums_[i].value;
      sums_[i].value = sum;
    }
  }

  [[nodiscard]] Value at(Date day) const {
    const auto after =
        std::upper_bound(sums_.begin(), sums_.end(), day,
                         [](Date wanted, const Change& change) { return wanted < change.day; });
    return after == sums_.begin() ? Value{} : std::prev(after)->value;
  }

  /// Calls `visit(day, value from this day on)` for each day on which the value changes, in order;
  /// after finish().
  template <typename Visit>
  void for_each_step(const Visit& visit) const {
    for (const Change& sum : sums_) visit(sum.day, sum.value);
  }

 private:
  static constexpr std::int32_t origin = -25'567;  // 1900-01-01
  static constexpr std::size_t block_days = 64;
  static constexpr std::size_t max_blocks = 4096;  // until 2617; other days are kept one by one

  struct Change {
    Date day;
    Value value;
  };
  /// Neighbouring days: adding to one costs a few instructions, and memory is bounded by days.
  using Block = std::array<Value, block_days>;

  template <typename Other>
  friend class Series;

  static std::uint32_t index_of(Date day) {
    return static_cast<std::uint32_t>(day.serial()) - static_cast<std::uint32_t>(origin);
  }

  /// On a day that no block holds yet.
  [[gnu::noinline]] void add_elsewhere(Date day, const Value& change) {
    const std::uint32_t index = index_of(day);
    if (index / block_days < max_blocks) {
      new_block(index / block_days)[index % block_days] += change;
    } else {
      others_.push_back({day, change});
    }
  }

  Block& new_block(std::size_t number) {
    if (blocks_.empty()) first_block_ = number;
    for (; number < first_block_; --first_block_) blocks_.insert(blocks_.begin(), nullptr);
    if (number - first_block_ >= blocks_.size()) blocks_.resize(number - first_block_ + 1);
    std::unique_ptr<Block>& block = blocks_[number - first_block_];
    block = std::make_unique<Block>();
    return *block;
  }

  /// By day; the sum of those of one day, except of days that are kept one by one.
  [[nodiscard]] std::vector<Change> changes() const {
    std::vector<Change> all = others_;
    for (std::size_t number = 0; number < blocks_.size(); ++number) {
      for (std::size_t i = 0; blocks_[number] && i < block_days; ++i) {
        const Value& value = (*blocks_[number])[i];
        const auto days = static_cast<std::int32_t>((first_block_ + number) * block_days + i);
        if (value != Value()) all.push_back({Date::from_serial(origin + days), value});
      }
    }
    if (!others_.empty()) {
      std::stable_sort(all.begin(), all.end(),
                       [](const Change& a, const Change& b) { return a.day < b.day; });
    }
    return all;
  }

  std::vector<std::unique_ptr<Block>> blocks_;
  std::size_t first_block_ = 0;  // that of blocks_.front()
  std::vector<Change> others_;
  std::vector<Change> sums_;  // after finish(): the value from this day on
};

}  // namespace euproj
