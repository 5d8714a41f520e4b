#include "euproj/core/period.hpp"

namespace euproj {

int months_touched(Period period) {
  const CalendarDay first = period.first.calendar();
  const CalendarDay last = period.last.calendar();
  return (last.year - first.year) * 12 + last.month - first.month + 1;
}

}  // namespace euproj
