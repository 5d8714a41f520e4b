#include "euproj/core/date.hpp"

#include <array>
#include <chrono>

namespace euproj {
namespace {

constexpr int first_year = 1800;
constexpr int last_year = 2299;

std::chrono::year_month_day civil(Date date) {
  return std::chrono::sys_days(std::chrono::days(date.serial()));
}

bool all_digits(std::string_view text) {
  for (const char c : text) {
    if (c < '0' || c > '9') return false;
  }
  return !text.empty();
}

/// Of two digits.
int number(const char* digits) { return (digits[0] - '0') * 10 + (digits[1] - '0'); }

/// Where a written form keeps its parts; the two signs stand between them.
struct FormShape {
  DateForm form;
  std::size_t year, month, day;
  std::size_t first_sign, second_sign;
  char sign;
};

constexpr std::array<FormShape, 5> shapes = {{
    {DateForm::iso, 0, 5, 8, 4, 7, '-'},
    {DateForm::dd_mm_yyyy_dots, 6, 3, 0, 2, 5, '.'},
    {DateForm::dd_mm_yyyy_dashes, 6, 3, 0, 2, 5, '-'},
    {DateForm::dd_mm_yyyy_slashes, 6, 3, 0, 2, 5, '/'},
    {DateForm::mm_dd_yyyy, 6, 0, 3, 2, 5, '/'},
}};

/// Ten characters with digits in all places of an ISO date: nearly every date of every log.
bool has_iso_shape(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return false;
  unsigned others = 0;
  for (const std::size_t at : {0U, 1U, 2U, 3U, 5U, 6U, 8U, 9U}) {
    others |= static_cast<unsigned char>(text[at] - '0') > 9 ? 1U : 0U;
  }
  return others == 0;
}

bool has_shape(std::string_view text, const FormShape& shape) {
  return text.size() == 10 && text[shape.first_sign] == shape.sign &&
         text[shape.second_sign] == shape.sign && all_digits(text.substr(shape.year, 4)) &&
         all_digits(text.substr(shape.month, 2)) && all_digits(text.substr(shape.day, 2));
}

Result<Date, DateFault> read_shape(std::string_view text, const FormShape& shape) {
  const char* const at = text.data();
  const int year = number(at + shape.year) * 100 + number(at + shape.year + 2);
  if (year < first_year || year > last_year) return DateFault::out_of_range;
  const auto date = Date::from(year, number(at + shape.month), number(at + shape.day));
  if (!date) return DateFault::no_such_day;
  return *date;
}

}  // namespace

std::optional<Date> Date::from(int year, int month, int day) {
  if (year < first_year || year > last_year || month < 1 || month > 12 || day < 1 ||
      day > days_in_month(year, month)) {
    return std::nullopt;
  }
  const std::chrono::sys_days days{std::chrono::year(year) /
                                   std::chrono::month(static_cast<unsigned>(month)) /
                                   std::chrono::day(static_cast<unsigned>(day))};
  return Date(static_cast<std::int32_t>(days.time_since_epoch().count()));
}

CalendarDay Date::calendar() const {
  const std::chrono::year_month_day day = civil(*this);
  return {static_cast<int>(day.year()), static_cast<int>(static_cast<unsigned>(day.month())),
          static_cast<int>(static_cast<unsigned>(day.day()))};
}

std::string Date::iso() const {
  if (!known() || *this == never()) return {};
  const CalendarDay day = calendar();
  std::string out = "0000-00-00";
  const auto put = [&out](std::size_t last, int value) {
    for (; value > 0; value /= 10) out[last--] = static_cast<char>('0' + value % 10);
  };
  put(3, day.year);
  put(6, day.month);
  put(9, day.day);
  return out;
}

Date Date::plus_days(std::int32_t days) const {
  return known() && *this != never() ? Date(days_ + days) : *this;
}

Date Date::plus_months(int months) const {
  if (!known() || *this == never()) return *this;
  const CalendarDay day = calendar();
  const int month_count = day.year * 12 + (day.month - 1) + months;
  const int year = month_count / 12;
  const int month = month_count % 12 + 1;
  const int last = days_in_month(year, month);
  const std::chrono::sys_days days{
      std::chrono::year(year) / std::chrono::month(static_cast<unsigned>(month)) /
      std::chrono::day(static_cast<unsigned>(day.day < last ? day.day : last))};
  return Date(static_cast<std::int32_t>(days.time_since_epoch().count()));
}

bool is_leap_year(int year) { return std::chrono::year(year).is_leap(); }

int days_in_month(int year, int month) {
  constexpr std::array<int, 12> days = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return month == 2 && is_leap_year(year) ? 29 : days.at(static_cast<std::size_t>(month - 1));
}

int completed_years(Date born, Date day) {
  const CalendarDay birth = born.calendar();
  const CalendarDay now = day.calendar();
  const int last = days_in_month(now.year, birth.month);
  const int birthday = birth.day < last ? birth.day : last;  // 29 February: the 28th (SPEC 4.3)
  const bool reached = now.month > birth.month || (now.month == birth.month && now.day >= birthday);
  return now.year - birth.year - (reached ? 0 : 1);
}

int months_touched(Period period) {
  const CalendarDay first = period.first.calendar();
  const CalendarDay last = period.last.calendar();
  return (last.year - first.year) * 12 + last.month - first.month + 1;
}

Result<Date, DateFault> parse_date(std::string_view text, DateForm form) {
  if (has_iso_shape(text)) return read_shape(text, shapes[0]);
  for (const FormShape& shape : shapes) {
    if (shape.form == form && has_shape(text, shape)) return read_shape(text, shape);
  }
  for (const FormShape& shape : shapes) {
    if (has_shape(text, shape) && read_shape(text, shape).ok()) return DateFault::other_form;
  }
  return DateFault::shape;
}

}  // namespace euproj
