#pragma once
// Date and Period: a calendar day, days from one to another, and the arithmetic the rules need.
//
// A Date is made from a valid year, month and day or not at all. It is one 32-bit number, so a log
// holds it as a column. Calendar: proleptic Gregorian, years 1800 to 2299 (the span of PESEL).

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "euproj/base/result.hpp"

namespace euproj {

struct CalendarDay {
  int year = 0;
  int month = 0;  // 1..12
  int day = 0;    // 1..31
};

class Date {
 public:
  /// No day: an empty cell, an open end. Earlier than every day.
  constexpr Date() = default;
  [[nodiscard]] static std::optional<Date> from(int year, int month, int day);
  [[nodiscard]] static constexpr Date from_serial(std::int32_t days) { return Date(days); }
  /// Later than every day.
  [[nodiscard]] static constexpr Date never() { return Date(INT32_MAX); }

  [[nodiscard]] constexpr bool known() const { return days_ != INT32_MIN; }
  /// Days since 1970-01-01.
  [[nodiscard]] constexpr std::int32_t serial() const { return days_; }
  [[nodiscard]] CalendarDay calendar() const;
  [[nodiscard]] std::string iso() const;  // 2022-03-04; empty when not known

  /// never() and unknown days stay what they are.
  [[nodiscard]] Date plus_days(std::int32_t days) const;
  /// The same day number, or the month's last day: 31.08 + 6 months = 28.02 or 29.02
  /// (Art. 112 of the Civil Code, src/calc/README.md#window).
  [[nodiscard]] Date plus_months(int months) const;

  friend constexpr auto operator<=>(Date, Date) = default;

 private:
  explicit constexpr Date(std::int32_t days) : days_(days) {}
  std::int32_t days_ = INT32_MIN;
};

[[nodiscard]] bool is_leap_year(int year);
[[nodiscard]] int days_in_month(int year, int month);

/// Completed years on `day`. Who was born on 29 February turns on 28 February in a common year
/// (src/calc/README.md#age). Negative when born after `day`.
[[nodiscard]] int completed_years(Date born, Date day);

/// First and last day, both inside. Never empty.
struct Period {
  Date first;
  Date last;

  [[nodiscard]] bool contains(Date day) const { return first <= day && day <= last; }
  [[nodiscard]] bool overlaps(const Period& other) const {
    return first <= other.last && other.first <= last;
  }
  friend bool operator==(const Period&, const Period&) = default;
};

/// Months from `first` to `last`, the begun ones included: 01.10.2017-31.12.2020 -> 39.
[[nodiscard]] int months_touched(Period period);

/// The written forms of a day in a log (schemas/README.md#data_file).
enum class DateForm { iso, dd_mm_yyyy_dots, dd_mm_yyyy_dashes, dd_mm_yyyy_slashes, mm_dd_yyyy };

enum class DateFault {
  shape,         // not digits and signs in the form's places
  no_such_day,   // 2022-02-30
  other_form,    // a day, but in a form that was not declared (03/04/2021)
  out_of_range,  // before 1800 or after 2299
};

/// ISO is always understood; another form only when it is `form`.
[[nodiscard]] Result<Date, DateFault> parse_date(std::string_view text,
                                                 DateForm form = DateForm::iso);

/// A day as people and programs write it into cells.
struct WrittenDay {
  Date day;
  bool has_time = false;  // a time of day other than midnight stands behind it
};

/// As parse_date, and more freely: the year first with `-`, `/` or `.`; day and month of one digit;
/// behind it `r.` or a time (`T00:00:00+00:00`). The declared order and sign must be those of
/// `form`; other_form is what another form would read, and a day that no form has is no_such_day.
[[nodiscard]] Result<WrittenDay, DateFault> parse_written_day(std::string_view text, DateForm form);

}  // namespace euproj
