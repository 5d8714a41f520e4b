#pragma once
// Overlap: how many persons two indicators have in common.

#include <cstdint>
#include <vector>

#include "euproj/core/day_spans.hpp"
#include "euproj/model/project.hpp"

namespace euproj {

struct Overlap {
  Date day;
  std::vector<std::size_t> indicators;             // positions in Project::indicators
  std::vector<std::vector<std::int64_t>> persons;  // square and symmetric; diagonal: the value
};

/// A wider table is no use on a sheet, nor on paper.
inline constexpr std::size_t most_in_common = 30;

/// Of the first `most_in_common` indicators that count persons, cumulative on `day`: to be counted
/// with the indicators, whose days it shares.
[[nodiscard]] Overlap overlap_on(const Project& project, Date day);

/// Counts the persons of one part for an Overlap.
class OverlapCounter {
 public:
  explicit OverlapCounter(const Overlap& of);

  /// The days of the person at hand for an indicator, in the order of the indicators.
  void add(std::size_t indicator, const DaySpans& counted) {
    const std::uint32_t place = indicator < places_.size() ? places_[indicator] : no_place;
    if (place != no_place && counted.contains(day_)) counted_.push_back(place);
  }
  void end_person() {
    for (std::size_t row = 0; row < counted_.size(); ++row) {
      for (std::size_t i = 0; i <= row; ++i) ++persons_[counted_[row] * size_ + counted_[i]];
    }
    counted_.clear();
  }
  void add_to(Overlap& overlap) const;

 private:
  static constexpr std::uint32_t no_place = UINT32_MAX;

  Date day_;
  std::vector<std::uint32_t> places_;  // in the table, by indicator
  std::size_t size_;
  std::vector<std::int64_t> persons_;   // the table by rows, up to its diagonal
  std::vector<std::uint32_t> counted_;  // where the person at hand stands, in order
};

}  // namespace euproj
