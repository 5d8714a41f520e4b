#include "euproj/model/indicator.hpp"

#include <algorithm>

namespace euproj {

Date Term::last_day_from(Date day) const {
  switch (unit) {
    case Unit::days: return day.plus_days(length);
    case Unit::weeks: return day.plus_days(7 * length);
    case Unit::months: return day.plus_months(length);
  }
  return day;
}

bool Condition::asks_about_person() const {
  const auto asks = [](const Condition& part) { return part.asks_about_person(); };
  return min_sessions || min_hours || age || !attributes.empty() || completed ||
         !outcome.empty() || std::any_of(any.begin(), any.end(), asks) ||
         std::any_of(all.begin(), all.end(), asks) || std::any_of(none.begin(), none.end(), asks);
}

bool has_sexes(Count count) {
  return count == Count::persons || count == Count::entries || count == Count::measured;
}

bool is_whole(Count count) {
  return count != Count::hours && count != Count::measured && count != Count::ratio;
}

}  // namespace euproj
