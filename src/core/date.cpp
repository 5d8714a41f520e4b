#include "euproj/core/date.hpp"

#include <algorithm>
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
  // Leap days put a birthday some two days off the average of 146097 days in 400 years: only near
  // one the calendar must be asked.
  constexpr std::int64_t days_of_400_years = 146097;
  const std::int64_t days400 = (std::int64_t{day.serial()} - born.serial()) * 400;
  const bool is_near = (days400 + 4 * 400) % days_of_400_years < 8 * 400;
  if (days400 > 0 && !is_near) return static_cast<int>(days400 / days_of_400_years);
  const CalendarDay birth = born.calendar();
  const CalendarDay now = day.calendar();
  const int last = days_in_month(now.year, birth.month);
  const int birthday =
      birth.day < last ? birth.day : last;  // 29 February: the 28th (src/calc/README.md#age)
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

namespace {

constexpr std::string_view no_break_space = "\xC2\xA0";

/// One or two digits, or the four of a year; -1: neither.
int take_number(std::string_view& text, std::size_t& digits) {
  digits = 0;
  int value = 0;
  while (digits < text.size() && digits < 5 && text[digits] >= '0' && text[digits] <= '9') {
    value = value * 10 + (text[digits++] - '0');
  }
  text.remove_prefix(digits);
  return digits == 1 || digits == 2 || digits == 4 ? value : -1;
}

/// Three numbers with one sign twice between them; what stands behind stays in `text`.
struct ThreeNumbers {
  std::array<int, 3> values{};
  std::array<std::size_t, 3> digits{};
  char sign = 0;
};

std::optional<ThreeNumbers> take_three_numbers(std::string_view& text) {
  ThreeNumbers three;
  for (std::size_t i = 0; i < 3; ++i) {
    if (i > 0) {
      if (text.empty() || (i == 2 && text.front() != three.sign)) return std::nullopt;
      three.sign = text.front();
      text.remove_prefix(1);
    }
    three.values.at(i) = take_number(text, three.digits.at(i));
    if (three.values.at(i) < 0) return std::nullopt;
  }
  const bool is_sign = three.sign == '-' || three.sign == '/' || three.sign == '.';
  return is_sign ? std::optional(three) : std::nullopt;
}

void skip_blanks(std::string_view& text) {
  while (text.starts_with(' ') || text.starts_with(no_break_space)) {
    text.remove_prefix(text.front() == ' ' ? 1 : no_break_space.size());
  }
}

/// Behind a day: nothing, `r.`, or a time with seconds and a zone or without. Nothing when it is
/// another text; else whether it is a time other than midnight.
std::optional<bool> has_time_behind(std::string_view rest) {
  const bool has_letter = rest.starts_with('T');
  if (has_letter) rest.remove_prefix(1);
  skip_blanks(rest);
  if (rest.empty() && !has_letter) return false;
  if (rest == "r." || rest == "r") return false;
  std::size_t digits = 0;
  bool is_midnight = true;
  for (int part = 0; part < 3; ++part) {
    if (part > 0) {
      if (!rest.starts_with(':')) break;
      rest.remove_prefix(1);
    }
    const int value = take_number(rest, digits);
    if (value < 0 || digits > 2 || value > (part == 0 ? 23 : 59)) return std::nullopt;
    if (part == 0 && !rest.starts_with(':')) return std::nullopt;
    is_midnight = is_midnight && value == 0;
  }
  if (rest.starts_with('.') || rest.starts_with(',')) {  // parts of a second
    rest.remove_prefix(1);
    const std::size_t end = std::min(rest.find_first_not_of("0123456789"), rest.size());
    is_midnight =
        is_midnight && rest.substr(0, end).find_first_not_of('0') == std::string_view::npos;
    rest.remove_prefix(end);
  }
  skip_blanks(rest);
  const bool is_zone = rest.empty() || rest == "Z" || rest.front() == '+' || rest.front() == '-';
  if (!is_zone || rest.find_first_not_of("Z+-:0123456789") != std::string_view::npos) {
    return std::nullopt;
  }
  return !is_midnight;
}

Result<Date, DateFault> day_of(const ThreeNumbers& three, std::size_t year, std::size_t month,
                               std::size_t day) {
  if (three.values.at(year) < first_year || three.values.at(year) > last_year) {
    return DateFault::out_of_range;
  }
  const auto date = Date::from(three.values.at(year), three.values.at(month), three.values.at(day));
  if (!date) return DateFault::no_such_day;
  return *date;
}

bool has_sign_of(const ThreeNumbers& three, DateForm form) {
  if (form == DateForm::dd_mm_yyyy_dots) return three.sign == '.';
  if (form == DateForm::dd_mm_yyyy_dashes) return three.sign == '-';
  return form != DateForm::iso && three.sign == '/';
}

}  // namespace

Result<WrittenDay, DateFault> parse_written_day(std::string_view text, DateForm form) {
  std::string_view rest = text;
  const auto three = take_three_numbers(rest);
  const auto has_time = three ? has_time_behind(rest) : std::nullopt;
  if (!has_time) return DateFault::shape;
  const auto& digits = three->digits;
  if (digits[0] == 4 && digits[1] <= 2 && digits[2] <= 2) {
    const auto day = day_of(*three, 0, 1, 2);
    if (!day) return day.reason();
    return WrittenDay{*day, *has_time};
  }
  if (digits[0] > 2 || digits[1] > 2 || digits[2] != 4) return DateFault::shape;
  const auto read = [&](DateForm as) {
    const bool month_first = as == DateForm::mm_dd_yyyy;
    return day_of(*three, 2, month_first ? 0 : 1, month_first ? 1 : 0);
  };
  if (has_sign_of(*three, form)) {
    const auto day = read(form);
    if (!day) return day.reason();
    return WrittenDay{*day, *has_time};
  }
  // 31.09.2026 is written well, and is no day.
  DateFault fault = DateFault::shape;
  for (const FormShape& shape : shapes) {
    if (!has_sign_of(*three, shape.form)) continue;
    const auto day = read(shape.form);
    if (day.ok()) return DateFault::other_form;
    fault = day.reason();
  }
  return fault;
}

}  // namespace euproj
