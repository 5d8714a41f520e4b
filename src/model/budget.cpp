#include "euproj/model/budget.hpp"

#include <algorithm>
#include <array>

namespace euproj {

std::string_view unit_of_word(UnitOf of) {
  constexpr std::array<std::string_view, 5> words = {"hours", "sessions", "persons",
                                                     "person_months", "measured"};
  return words.at(static_cast<std::size_t>(of));
}

const UnitRate* UnitCost::rate_on(Date day) const {
  const auto later = std::find_if(rates.begin(), rates.end(),
                                  [day](const UnitRate& rate) { return rate.from > day; });
  return later == rates.begin() ? nullptr : &*std::prev(later);
}

}  // namespace euproj
