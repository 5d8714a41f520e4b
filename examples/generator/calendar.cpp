// Day numbers and calendar dates: the well-known algorithm on eras of 400 years.
#include "calendar.h"

#include <array>
#include <cstdio>
#include <utility>

namespace euproj_examples {

namespace {

bool is_leap(int year) { return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0); }

bool is_fixed_holiday(Day day) {
  static constexpr std::array<std::pair<int, int>, 9> fixed_holidays = {
      {{1, 1}, {1, 6}, {5, 1}, {5, 3}, {8, 15}, {11, 1}, {11, 11}, {12, 25}, {12, 26}}};
  const CivilDate date = civil_of(day);
  for (const auto& [month, day_of_month] : fixed_holidays) {
    if (date.month == month && date.day == day_of_month) return true;
  }
  return false;
}

bool is_free(Day day) { return weekday_of(day) >= 5 || is_fixed_holiday(day); }

}  // namespace

Day day_of(int year, int month, int day) {
  const int shifted_year = month <= 2 ? year - 1 : year;
  const int era = (shifted_year >= 0 ? shifted_year : shifted_year - 399) / 400;
  const int year_of_era = shifted_year - era * 400;
  const int shifted_month = month > 2 ? month - 3 : month + 9;
  const int day_of_year = (153 * shifted_month + 2) / 5 + day - 1;
  const int day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
  return Day{era * 146097 + day_of_era - 719468};
}

CivilDate civil_of(Day day) {
  const int shifted = day.number + 719468;
  const int era = (shifted >= 0 ? shifted : shifted - 146096) / 146097;
  const int day_of_era = shifted - era * 146097;
  const int year_of_era =
      (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  const int day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const int shifted_month = (5 * day_of_year + 2) / 153;
  const int month = shifted_month < 10 ? shifted_month + 3 : shifted_month - 9;
  return CivilDate{.year = year_of_era + era * 400 + (month <= 2 ? 1 : 0),
                   .month = month,
                   .day = day_of_year - (153 * shifted_month + 2) / 5 + 1};
}

int days_in_month(int year, int month) {
  if (month == 2) return is_leap(year) ? 29 : 28;
  return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

Day first_of_month(Day day) {
  const CivilDate date = civil_of(day);
  return day_of(date.year, date.month, 1);
}

Day last_of_month(Day day) {
  const CivilDate date = civil_of(day);
  return day_of(date.year, date.month, days_in_month(date.year, date.month));
}

Day add_months(Day day, int months) {
  const CivilDate date = civil_of(day);
  const int month_index = date.year * 12 + date.month - 1 + months;
  const int year = month_index / 12;
  const int month = month_index % 12 + 1;
  const int last = days_in_month(year, month);
  return day_of(year, month, date.day < last ? date.day : last);
}

Day earlier_of(Day left, Day right) { return left < right ? left : right; }
Day later_of(Day left, Day right) { return left < right ? right : left; }

int weekday_of(Day day) { return ((day.number + 3) % 7 + 7) % 7; }

Day working_day_from(Day day) {
  while (is_free(day)) day = day + 1;
  return day;
}

Day working_day_until(Day day) {
  while (is_free(day)) day = day - 1;
  return day;
}

Day saturday_from(Day day) {
  while (weekday_of(day) != 5 || is_fixed_holiday(day)) day = day + 1;
  return day;
}

int completed_years(Day birth, Day on) {
  const CivilDate born = civil_of(birth);
  const CivilDate now = civil_of(on);
  const int last = days_in_month(now.year, born.month);
  const int birthday = born.day < last ? born.day : last;
  const bool reached = now.month > born.month || (now.month == born.month && now.day >= birthday);
  return now.year - born.year - (reached ? 0 : 1);
}

std::string format_day(Day day, DateForm form) {
  const CivilDate date = civil_of(day);
  std::array<char, 48> text{};
  if (form == DateForm::iso) {
    std::snprintf(text.data(), text.size(), "%04d-%02d-%02d", date.year, date.month, date.day);
  } else {
    std::snprintf(text.data(), text.size(), "%02d.%02d.%04d", date.day, date.month, date.year);
  }
  return text.data();
}

}  // namespace euproj_examples
