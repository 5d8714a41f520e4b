#pragma once
// PersonRange: persons that one thread passes over, so that several can.

#include <algorithm>
#include <vector>

#include "euproj/model/people.hpp"

namespace euproj {

struct PersonRange {
  PersonIndex first = 0;
  PersonIndex end = 0;  // outside
};

/// All persons in order. More ranges than threads, since no two take the same time.
[[nodiscard]] inline std::vector<PersonRange> person_ranges(const People& people,
                                                            std::size_t threads) {
  constexpr std::size_t ranges_of_thread = 12;
  const std::size_t persons = people.persons.size();
  const std::size_t count = threads == 1 ? 1 : std::min(threads * ranges_of_thread, persons);
  std::vector<PersonRange> ranges;
  for (std::size_t i = 0; i < count; ++i) {
    ranges.push_back({static_cast<PersonIndex>(persons * i / count),
                      static_cast<PersonIndex>(persons * (i + 1) / count)});
  }
  return ranges;
}

}  // namespace euproj
