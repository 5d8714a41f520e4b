#pragma once
// The calendar counted day by day, with its own leap rule: what core/date is compared with.

#include <cstddef>
#include <tuple>
#include <vector>

namespace euproj::testing {

struct SlowDay {
  int year = 1800;
  int month = 1;
  int day = 1;

  friend bool operator==(const SlowDay&, const SlowDay&) = default;
};

[[nodiscard]] inline bool slow_leap(int year) {
  if (year % 400 == 0) return true;
  if (year % 100 == 0) return false;
  return year % 4 == 0;
}

[[nodiscard]] inline int slow_days_in_month(int year, int month) {
  if (month == 2) return slow_leap(year) ? 29 : 28;
  if (month == 4 || month == 6 || month == 9 || month == 11) return 30;
  return 31;
}

[[nodiscard]] inline SlowDay slow_tomorrow(SlowDay today) {
  if (today.day < slow_days_in_month(today.year, today.month)) {
    return {today.year, today.month, today.day + 1};
  }
  if (today.month < 12) return {today.year, today.month + 1, 1};
  return {today.year + 1, 1, 1};
}

/// Every day from 1800-01-01 to 2299-12-31 in order, each one after the one before it.
[[nodiscard]] inline const std::vector<SlowDay>& slow_days() {
  static const std::vector<SlowDay> days = [] {
    std::vector<SlowDay> all;
    for (SlowDay day; day.year < 2300; day = slow_tomorrow(day)) all.push_back(day);
    return all;
  }();
  return days;
}

/// Position of a day in slow_days().
[[nodiscard]] inline int slow_position(SlowDay wanted) {
  int position = 0;
  for (int year = 1800; year < wanted.year; ++year) position += slow_leap(year) ? 366 : 365;
  for (int month = 1; month < wanted.month; ++month) {
    position += slow_days_in_month(wanted.year, month);
  }
  return position + wanted.day - 1;
}

/// Birthdays passed by `day`, the day included; of 29 February on the 28th in a common year.
[[nodiscard]] inline int slow_age(SlowDay born, SlowDay day) {
  int age = 0;
  for (int year = born.year + 1; year <= day.year; ++year) {
    const int last = slow_days_in_month(year, born.month);
    const int birthday = born.day > last ? last : born.day;
    if (std::tuple(year, born.month, birthday) <= std::tuple(day.year, day.month, day.day)) ++age;
  }
  return age;
}

/// One month on after another, then the month's last day when it has no such day.
[[nodiscard]] inline SlowDay slow_plus_months(SlowDay day, int months) {
  SlowDay result = day;
  for (; months > 0; --months) {
    result.month = result.month == 12 ? 1 : result.month + 1;
    if (result.month == 1) ++result.year;
  }
  for (; months < 0; ++months) {
    result.month = result.month == 1 ? 12 : result.month - 1;
    if (result.month == 12) --result.year;
  }
  const int last = slow_days_in_month(result.year, result.month);
  if (result.day > last) result.day = last;
  return result;
}

}  // namespace euproj::testing
