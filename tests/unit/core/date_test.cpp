// Dates from 1900 to 2200, every one of them, against days counted one by one.

#include "euproj/core/date.hpp"

#include <doctest/doctest.h>

#include <array>
#include <string>

#include "support/random.hpp"
#include "support/slow_calendar.hpp"

namespace euproj {
namespace {

using testing::slow_days;
using testing::slow_position;
using testing::SlowDay;

Date day(int year, int month, int day_of_month) {
  return Date::from(year, month, day_of_month).value();
}

std::string padded(int number, std::size_t digits) {
  std::string text = std::to_string(number);
  return std::string(digits - text.size(), '0') + text;
}

std::string slow_iso(SlowDay slow) {
  return padded(slow.year, 4) + "-" + padded(slow.month, 2) + "-" + padded(slow.day, 2);
}

TEST_CASE("every day from 1900 to 2200 has the number, the parts and the text of a slow count") {
  const int epoch = slow_position({1970, 1, 1});
  const int last = slow_position({2200, 12, 31});
  for (int position = slow_position({1900, 1, 1}); position <= last; ++position) {
    const SlowDay slow = slow_days()[static_cast<std::size_t>(position)];
    const std::string text = slow_iso(slow);
    const Date date = day(slow.year, slow.month, slow.day);
    const CalendarDay parts = date.calendar();
    const bool right = date.serial() == position - epoch && parts.year == slow.year &&
                       parts.month == slow.month && parts.day == slow.day && date.iso() == text &&
                       parse_date(text).ok() && *parse_date(text) == date &&
                       date.plus_days(1).serial() == position - epoch + 1;
    if (!right) FAIL(text);
  }
}

TEST_CASE("no other day exists between 1900 and 2200") {
  for (int year = 1900; year <= 2200; ++year) {
    for (int month = 0; month <= 13; ++month) {
      for (int number = 0; number <= 32; ++number) {
        const bool exists = month >= 1 && month <= 12 && number >= 1 &&
                            number <= testing::slow_days_in_month(year, month);
        if (Date::from(year, month, number).has_value() != exists) {
          FAIL(year << "-" << month << "-" << number);
        }
        if (month < 1 || month > 12 || number > 31) continue;
        if (parse_date(slow_iso({year, month, number})).ok() != exists) {
          FAIL("text of " << year << "-" << month << "-" << number);
        }
      }
    }
  }
}

TEST_CASE("leap years and month lengths follow the Gregorian rule") {
  for (int year = 1800; year <= 2299; ++year) {
    CHECK(is_leap_year(year) == testing::slow_leap(year));
    for (int month = 1; month <= 12; ++month) {
      CHECK(days_in_month(year, month) == testing::slow_days_in_month(year, month));
    }
  }
}

TEST_CASE("the calendar has 1800 to 2299, the years of PESEL, and not a day more") {
  CHECK(Date::from(1800, 1, 1).has_value());
  CHECK_FALSE(Date::from(1799, 12, 31).has_value());
  CHECK(Date::from(2299, 12, 31).has_value());
  CHECK_FALSE(Date::from(2300, 1, 1).has_value());
  CHECK(parse_date("1799-12-31").reason() == DateFault::out_of_range);
  CHECK(parse_date("2300-01-01").reason() == DateFault::out_of_range);
}

TEST_CASE("months are added by the calendar, for every day of four years and any number") {
  const int first = slow_position({2019, 12, 31});
  for (int position = first; position < first + 4 * 366; ++position) {
    const SlowDay slow = slow_days()[static_cast<std::size_t>(position)];
    const Date date = day(slow.year, slow.month, slow.day);
    for (int months = -30; months <= 30; ++months) {
      const SlowDay expected = testing::slow_plus_months(slow, months);
      if (date.plus_months(months) == day(expected.year, expected.month, expected.day)) continue;
      FAIL(date.iso() << " + " << months);
    }
  }
}

TEST_CASE("a month without the day ends on its last day") {
  CHECK(day(2022, 8, 31).plus_months(6) == day(2023, 2, 28));
  CHECK(day(2023, 8, 31).plus_months(6) == day(2024, 2, 29));
  CHECK(day(2022, 1, 31).plus_months(1) == day(2022, 2, 28));
  CHECK(day(2022, 3, 31).plus_months(-1) == day(2022, 2, 28));
  CHECK(day(2022, 5, 31).plus_months(1) == day(2022, 6, 30));
  CHECK(day(2022, 2, 28).plus_months(1) == day(2022, 3, 28));
  CHECK(day(2020, 2, 29).plus_months(12) == day(2021, 2, 28));
  CHECK(day(2020, 12, 15).plus_months(1) == day(2021, 1, 15));
}

TEST_CASE("an unknown day and never stay what they are") {
  CHECK_FALSE(Date().known());
  CHECK(Date().iso().empty());
  CHECK(Date::never().iso().empty());
  CHECK(Date().plus_days(3) == Date());
  CHECK(Date().plus_months(3) == Date());
  CHECK(Date::never().plus_days(-3) == Date::never());
  CHECK(Date::never().plus_months(3) == Date::never());
  CHECK(Date() < day(1800, 1, 1));
  CHECK(day(2299, 12, 31) < Date::never());
}

TEST_CASE("who was born on 29 February turns on 28 February in a common year, else on the 29th") {
  const Date born = day(2004, 2, 29);
  CHECK(completed_years(born, day(2022, 2, 27)) == 17);
  CHECK(completed_years(born, day(2022, 2, 28)) == 18);
  CHECK(completed_years(born, day(2022, 3, 1)) == 18);
  CHECK(completed_years(born, day(2024, 2, 28)) == 19);
  CHECK(completed_years(born, day(2024, 2, 29)) == 20);
  CHECK(completed_years(day(1896, 2, 29), day(1900, 2, 28)) == 4);  // 1900 had no 29 February
}

TEST_CASE("a birthday is the first day of a completed year") {
  const Date born = day(2004, 6, 15);
  CHECK(completed_years(born, day(2022, 6, 14)) == 17);
  CHECK(completed_years(born, day(2022, 6, 15)) == 18);
  CHECK(completed_years(born, born) == 0);
  CHECK(completed_years(born, day(2004, 6, 14)) == -1);
}

TEST_CASE("completed years are the birthdays passed, for births around every kind of day") {
  testing::Random random(19);
  for (int round = 0; round < 40'000; ++round) {
    const int birth_position =
        static_cast<int>(random.between(slow_position({1800, 1, 1}), slow_position({2020, 1, 1})));
    SlowDay born = slow_days()[static_cast<std::size_t>(birth_position)];
    const int leap_year = born.year - born.year % 4 + 4;
    if (round % 5 == 0 && testing::slow_leap(leap_year)) born = {leap_year, 2, 29};
    const SlowDay near = testing::slow_plus_months(born, 12 * random.number(0, 270));
    const SlowDay now = slow_days()[static_cast<std::size_t>(
        std::max(slow_position(near) + random.number(-7, 7), slow_position(born)))];
    if (completed_years(day(born.year, born.month, born.day), day(now.year, now.month, now.day)) ==
        testing::slow_age(born, now)) {
      continue;
    }
    FAIL(slow_iso(born) << " on " << slow_iso(now));
  }
}

struct Written {
  std::string text;
  DateForm form;
};

TEST_CASE("a day is read in its declared form, and ISO always") {
  const std::array<Written, 5> forms = {{{"2022-04-03", DateForm::iso},
                                         {"03.04.2022", DateForm::dd_mm_yyyy_dots},
                                         {"03-04-2022", DateForm::dd_mm_yyyy_dashes},
                                         {"03/04/2022", DateForm::dd_mm_yyyy_slashes},
                                         {"04/03/2022", DateForm::mm_dd_yyyy}}};
  for (const Written& written : forms) {
    INFO(written.text);
    REQUIRE(parse_date(written.text, written.form).ok());
    CHECK(*parse_date(written.text, written.form) == day(2022, 4, 3));
    CHECK(*parse_date("2022-04-03", written.form) == day(2022, 4, 3));
    if (written.form != DateForm::iso) {
      CHECK(parse_date(written.text).reason() == DateFault::other_form);
    }
  }
  CHECK(parse_date("31.12.2022", DateForm::mm_dd_yyyy).reason() == DateFault::other_form);
  CHECK(parse_date("12/31/2022", DateForm::dd_mm_yyyy_slashes).reason() == DateFault::no_such_day);
}

TEST_CASE("text that is no day says what is wrong with it") {
  for (const std::string text :
       {"", "2022", "2022-4-3", "2022-04-3", "20220403", "2022-04-03 ", " 2022-04-03", "2022/04/03",
        "2022-04-0x", "+022-04-03", "2022-04-031", "3.4.2022", "0203-04-2022", "44656"}) {
    INFO("`" << text << "`");
    REQUIRE_FALSE(parse_date(text).ok());
    CHECK(parse_date(text).reason() == DateFault::shape);
  }
  for (const std::string text : {"2022-02-29", "2022-02-30", "2100-02-29", "2022-04-31",
                                 "2022-13-01", "2022-00-10", "2022-10-00", "2022-10-32"}) {
    INFO(text);
    REQUIRE_FALSE(parse_date(text).ok());
    CHECK(parse_date(text).reason() == DateFault::no_such_day);
  }
}

}  // namespace
TEST_CASE("written day: year first, one digit, `r.`, midnight") {
  for (const char* const text : {"2022-05-03", "2022/05/03", "2022.05.03", "2022-5-3",
                                 "2022-05-03 00:00", "2022-05-03 0:00:00", "2022-05-03T00:00:00",
                                 "2022-05-03T00:00:00.000Z", "2022-05-03T00:00:00+00:00",
                                 "2022-05-03\xC2\xA0"
                                 "00:00:00"}) {
    CAPTURE(text);
    const auto read = parse_written_day(text, DateForm::iso);
    REQUIRE(read.ok());
    CHECK(read->day == day(2022, 5, 3));
    CHECK_FALSE(read->has_time);
  }
  for (const char* const text :
       {"3.5.2022", "03.05.2022 r.", "3.05.2022r.", "03.05.2022 00:00:00"}) {
    CAPTURE(text);
    const auto read = parse_written_day(text, DateForm::dd_mm_yyyy_dots);
    REQUIRE(read.ok());
    CHECK(read->day == day(2022, 5, 3));
    CHECK_FALSE(parse_written_day(text, DateForm::iso).ok());
    CHECK(parse_written_day(text, DateForm::mm_dd_yyyy).reason() == DateFault::other_form);
  }
  CHECK(parse_written_day("5/3/2022", DateForm::mm_dd_yyyy)->day == day(2022, 5, 3));
  CHECK(parse_written_day("5/3/2022", DateForm::dd_mm_yyyy_slashes)->day == day(2022, 3, 5));
}

TEST_CASE("written day: a time of day is told apart from midnight") {
  for (const char* const text : {"2022-05-03 14:30", "2022-05-03T00:00:01", "2022-05-03T23:00:00Z",
                                 "2022-05-03 00:00:00.5"}) {
    CAPTURE(text);
    const auto read = parse_written_day(text, DateForm::iso);
    REQUIRE(read.ok());
    CHECK(read->day == day(2022, 5, 3));
    CHECK(read->has_time);
  }
}

TEST_CASE("written day: what is none") {
  for (const char* const text :
       {"", "2022", "2022-05", "9 maja 2022", "2022-05-03 rano", "2022-05-03T", "2022-05-03 25:00",
        "2022-05-03 12", "22-05-03", "2022-05/03", "20220503", "2022-05-03 12:60", "1.2.3"}) {
    CAPTURE(text);
    CHECK(parse_written_day(text, DateForm::dd_mm_yyyy_dots).reason() == DateFault::shape);
  }
  CHECK(parse_written_day("2022-2-30", DateForm::iso).reason() == DateFault::no_such_day);
  // In a form that is not declared: no such day in any form, so it is that which is wrong.
  CHECK(parse_written_day("31.09.2026", DateForm::iso).reason() == DateFault::no_such_day);
  CHECK(parse_written_day("31/13/2026", DateForm::iso).reason() == DateFault::no_such_day);
  CHECK(parse_written_day("31/10/2026", DateForm::iso).reason() == DateFault::other_form);
  CHECK(parse_written_day("31.4.2022", DateForm::dd_mm_yyyy_dots).reason() ==
        DateFault::no_such_day);
  CHECK(parse_written_day("1022/2/3", DateForm::iso).reason() == DateFault::out_of_range);
}

}  // namespace euproj
