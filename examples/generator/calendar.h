// Days of the Gregorian calendar as day numbers, with the little arithmetic that the logs need.
#pragma once

#include <compare>
#include <string>

namespace euproj_examples {

struct Day {
  int number = 0;  // days since 1970-01-01
  auto operator<=>(const Day&) const = default;
};

inline Day operator+(Day day, int days) { return Day{day.number + days}; }
inline Day operator-(Day day, int days) { return Day{day.number - days}; }
inline int operator-(Day later, Day earlier) { return later.number - earlier.number; }

struct CivilDate {
  int year = 0;
  int month = 0;
  int day = 0;
};

struct Period {
  Day start;
  Day end;  // the last day, included
};

enum class DateForm { iso, dotted };

Day day_of(int year, int month, int day);
CivilDate civil_of(Day day);
int days_in_month(int year, int month);
Day first_of_month(Day day);
Day last_of_month(Day day);
Day add_months(Day day, int months);
Day earlier_of(Day left, Day right);
Day later_of(Day left, Day right);

// 0 is Monday, 6 is Sunday.
int weekday_of(Day day);
// The day itself, or the next one that is neither a weekend nor a fixed public holiday.
Day working_day_from(Day day);
// The day itself, or the last working day before it.
Day working_day_until(Day day);
// The next Saturday on or after the day that is not a fixed public holiday.
Day saturday_from(Day day);

int completed_years(Day birth, Day on);
std::string format_day(Day day, DateForm form);

}  // namespace euproj_examples
