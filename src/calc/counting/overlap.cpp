#include "euproj/calc/overlap.hpp"

namespace euproj {

Overlap overlap_on(const Project& project, Date day) {
  Overlap overlap;
  overlap.day = day;
  const auto& indicators = project.indicators;
  for (std::size_t i = 0; i < indicators.size() && overlap.indicators.size() < most_in_common;
       ++i) {
    if (indicators[i].count == Count::persons) overlap.indicators.push_back(i);
  }
  const std::size_t size = overlap.indicators.size();
  overlap.persons.assign(size, std::vector<std::int64_t>(size));
  return overlap;
}

OverlapCounter::OverlapCounter(const Overlap& of)
    : day_(of.day), size_(of.indicators.size()), persons_(size_ * size_) {
  if (!of.indicators.empty()) places_.assign(of.indicators.back() + 1, no_place);
  for (std::size_t place = 0; place < of.indicators.size(); ++place) {
    places_[of.indicators[place]] = static_cast<std::uint32_t>(place);
  }
}

void OverlapCounter::add_to(Overlap& overlap) const {
  for (std::size_t row = 0; row < size_; ++row) {
    for (std::size_t column = 0; column <= row; ++column) {
      const std::int64_t persons = persons_[row * size_ + column];
      overlap.persons[row][column] += persons;
      if (column < row) overlap.persons[column][row] += persons;
    }
  }
}

}  // namespace euproj
