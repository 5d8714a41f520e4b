#include "euproj/calc/overlap.hpp"

namespace euproj {

Overlap overlap_on(const Project& project, Date day, std::size_t most) {
  Overlap overlap;
  overlap.day = day;
  const auto& indicators = project.indicators;
  for (std::size_t i = 0; i < indicators.size() && overlap.indicators.size() < most; ++i) {
    if (indicators[i].count == Count::persons) overlap.indicators.push_back(i);
  }
  const std::size_t size = overlap.indicators.size();
  overlap.persons.assign(size, std::vector<std::int64_t>(size));
  return overlap;
}

OverlapCounter::OverlapCounter(const Overlap& of) : day_(of.day), persons_(of.persons) {
  if (!of.indicators.empty()) places_.assign(of.indicators.back() + 1, no_place);
  for (std::size_t place = 0; place < of.indicators.size(); ++place) {
    places_[of.indicators[place]] = static_cast<std::uint32_t>(place);
  }
}

void OverlapCounter::add_to(Overlap& overlap) const {
  for (std::size_t row = 0; row < persons_.size(); ++row) {
    for (std::size_t column = 0; column < persons_.size(); ++column) {
      overlap.persons[row][column] += persons_[row][column];
    }
  }
}

}  // namespace euproj
