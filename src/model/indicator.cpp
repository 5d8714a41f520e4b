#include "euproj/model/indicator.hpp"

namespace euproj {

Date Term::last_day_from(Date day) const {
  switch (unit) {
    case Unit::days:
      return day.plus_days(length);
    case Unit::weeks:
      return day.plus_days(7 * length);
    case Unit::months:
      return day.plus_months(length);
  }
  return day;
}

bool has_sexes(Count count) {
  return count == Count::persons || count == Count::entries || count == Count::measured;
}

bool is_whole(Count count) {
  return count != Count::hours && count != Count::measured && count != Count::ratio;
}

}  // namespace euproj
