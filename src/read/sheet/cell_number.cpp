#include "read/sheet/cell_number.hpp"

#include <algorithm>
#include <charconv>
#include <cstdint>

#include "euproj/base/format.hpp"
#include "euproj/core/date.hpp"

namespace euproj {
namespace {

// A spreadsheet keeps 0.1 + 0.2 as 0.30000000000000004 and shows 0.3: fifteen digits are what
// people see, so fifteen are what is read. All of it is done on the digits: a double would bring
// the error back that is being taken away.
//
//   written                digits  point    15 digits, half up    here
//   0.30000000000000004    3000..4     0    3                     0.3
//   1.2345E3               12345       4    12345                 1234.5
//   43831.5 (a day)        438315      5    438315                2020-01-01 12:00
constexpr std::size_t significant_digits = 15;
constexpr int longest = 30;  // digits before or after the point that are still spelt out
constexpr std::int32_t day_9999 = 2932896;  // 9999-12-31, counted from 1970-01-01

bool is_digit(char c) { return c >= '0' && c <= '9'; }

template <typename Integer>
std::optional<Integer> integer(std::string_view text) {
  if (text.starts_with('+')) text.remove_prefix(1);
  Integer value = 0;
  const char* const end = text.data() + text.size();
  const auto read = std::from_chars(text.data(), end, value);
  if (text.empty() || read.ec != std::errc() || read.ptr != end) return std::nullopt;
  return value;
}

/// digits * 10^(point - digits.size()): the point stands after `point` digits.
struct Decimal {
  bool negative = false;
  std::string digits;
  int point = 0;
};

std::optional<Decimal> parse_decimal(std::string_view text) {
  Decimal decimal;
  const std::size_t power_at = text.find_first_of("eE");
  if (power_at != std::string_view::npos) {
    const auto power = integer<int>(text.substr(power_at + 1));
    if (!power || *power > 400 || *power < -400) return std::nullopt;
    decimal.point = *power;
    text = text.substr(0, power_at);
  }
  if (text.starts_with('-') || text.starts_with('+')) {
    decimal.negative = text.front() == '-';
    text.remove_prefix(1);
  }
  const std::size_t point = std::min(text.find('.'), text.size());
  decimal.digits = text.substr(0, point);
  if (point < text.size()) decimal.digits += text.substr(point + 1);
  if (decimal.digits.empty() || decimal.digits.size() > 400) return std::nullopt;
  if (!std::all_of(decimal.digits.begin(), decimal.digits.end(), is_digit)) return std::nullopt;
  decimal.point += static_cast<int>(point);
  const std::size_t zeros = std::min(decimal.digits.find_first_not_of('0'), decimal.digits.size());
  decimal.digits.erase(0, zeros);
  decimal.point -= static_cast<int>(zeros);
  return decimal;
}

/// To 15 digits, half up; then without zeros at the end.
void round(Decimal& decimal) {
  std::string& digits = decimal.digits;
  if (digits.size() > significant_digits) {
    const bool up = digits[significant_digits] >= '5';
    digits.resize(significant_digits);
    std::size_t at = digits.size();
    while (up && at > 0 && digits[at - 1] == '9') digits[--at] = '0';
    if (up && at > 0) ++digits[at - 1];
    if (up && at == 0) {
      digits.insert(0, 1, '1');
      ++decimal.point;
    }
  }
  while (digits.ends_with('0')) digits.pop_back();
}

/// Days and seconds of a number_text that is not negative.
struct Moment {
  std::int64_t days = 0;
  std::int64_t seconds = 0;
};
constexpr std::int64_t seconds_a_day = 86'400;

// The part of the day to the second, half up: 0.99999999 of a day is the next day, 00:00:00.
std::optional<Moment> moment_of(std::string_view number) {
  const std::size_t point = std::min(number.find('.'), number.size());
  const auto days = integer<std::int32_t>(number.substr(0, point));
  if (!days || *days < 0 || number.starts_with('-')) return std::nullopt;
  const std::string_view digits = number.substr(std::min(point + 1, number.size()));
  if (!std::all_of(digits.begin(), digits.end(), is_digit)) return std::nullopt;  // 0.5E500
  std::int64_t part = 0;
  std::int64_t whole = 1;
  for (const char digit : digits.substr(0, 13)) {  // a second takes five of them
    part = part * 10 + (digit - '0');
    whole *= 10;
  }
  const std::int64_t seconds = (part * seconds_a_day + whole / 2) / whole;
  return Moment{*days + seconds / seconds_a_day, seconds % seconds_a_day};
}

std::string clock_text(std::int64_t seconds) {
  std::string text = two_digits(seconds / 3600) + ":" + two_digits(seconds / 60 % 60);
  if (seconds % 60 > 0) text += ":" + two_digits(seconds % 60);
  return text;
}

/// Digits with a point among them or without, as it would be written here.
bool is_plain(std::string_view written) {
  const std::size_t point = std::min(written.find('.'), written.size());
  const std::string_view whole = written.substr(0, point);
  if (written.size() > significant_digits || whole.empty()) return false;
  if (whole.front() == '0' && whole.size() > 1) return false;
  if (!std::all_of(whole.begin(), whole.end(), is_digit)) return false;
  if (point == written.size()) return true;
  const std::string_view decimals = written.substr(point + 1);
  return !decimals.empty() && decimals.back() != '0' &&
         std::all_of(decimals.begin(), decimals.end(), is_digit);
}

}  // namespace

std::string number_text(std::string_view written) {
  if (is_plain(written)) return std::string(written);
  std::optional<Decimal> decimal = parse_decimal(written);
  if (!decimal) return std::string(written);
  round(*decimal);
  const std::string& digits = decimal->digits;
  if (digits.empty()) return "0";
  if (decimal->point > longest || decimal->point < -longest) return std::string(written);
  std::string out = decimal->negative ? "-" : "";
  const auto count = static_cast<int>(digits.size());
  if (decimal->point <= 0) {
    return out + "0." + std::string(static_cast<std::size_t>(-decimal->point), '0') + digits;
  }
  const auto whole = static_cast<std::size_t>(decimal->point);
  if (decimal->point >= count) return out + digits + std::string(whole - digits.size(), '0');
  return out + digits.substr(0, whole) + "." + digits.substr(whole);
}

bool has_decimal_comma(std::string_view written) {
  const std::size_t comma = written.find(',');
  if (comma == std::string_view::npos) return false;
  std::string with_point(written);
  with_point[comma] = '.';
  return parse_decimal(with_point).has_value();
}

// 12.340000000018 is 12.34 that was computed in binary: behind the fourth decimal, four zeros or
// four nines say so. 12.34005 is left as it is, for somebody may have written it.
std::string without_residue(std::string number) {
  constexpr std::size_t kept = 4;
  constexpr std::size_t looked_at = 4;  // behind those: 0.0001 is ten thousand times the bound
  const std::size_t point = number.find('.');
  if (point == std::string::npos || number.size() <= point + kept + looked_at) return number;
  const std::string_view behind = std::string_view(number).substr(point + 1 + kept, looked_at);
  const bool is_above = behind == "0000";
  const bool is_below = behind == "9999";
  if ((!is_above && !is_below) ||
      !std::all_of(number.begin() + static_cast<std::ptrdiff_t>(point) + 1, number.end(),
                   is_digit)) {
    return number;
  }
  number.resize(point + 1 + kept);
  std::size_t at = number.size();
  bool carries = is_below;
  while (carries && at > 0 && number[at - 1] != '-') {
    char& digit = number[--at];
    if (digit == '.') continue;
    carries = digit == '9';
    digit = carries ? '0' : static_cast<char>(digit + 1);
  }
  if (carries) number.insert(at, 1, '1');
  while (number.ends_with('0')) number.pop_back();
  if (number.ends_with('.')) number.pop_back();
  return number == "-0" ? "0" : number;
}

bool is_whole(std::string_view number) {
  return !number.empty() && std::all_of(number.begin(), number.end(), is_digit);
}

std::string_view without_midnight(std::string_view moment) {
  const std::size_t letter = moment.find('T');
  if (letter == std::string_view::npos) return moment;
  const std::string_view time = moment.substr(letter + 1);
  return time.find_first_not_of("0:.Z") == std::string_view::npos ? moment.substr(0, letter)
                                                                  : moment;
}

std::optional<std::string> day_text(std::string_view number, std::int32_t day_zero) {
  const auto moment = moment_of(number);
  if (!moment || moment->days + day_zero > day_9999) return std::nullopt;
  if (moment->days == 0 && day_zero == day_zero_1900) return clock_text(moment->seconds);
  std::string text = Date::from_serial(static_cast<std::int32_t>(moment->days) + day_zero).iso();
  if (moment->seconds > 0) text += " " + clock_text(moment->seconds);
  return text;
}

std::optional<std::string> hours_text(std::string_view number) {
  const auto moment = moment_of(number);
  if (!moment) return std::nullopt;
  return clock_text(moment->days * seconds_a_day + moment->seconds);
}

std::optional<std::string> hours_of_duration(std::string_view duration) {
  if (!duration.starts_with("PT")) return std::nullopt;
  duration.remove_prefix(2);
  std::int64_t seconds = 0;
  for (const auto& [unit, length] : {std::pair('H', 3600), {'M', 60}, {'S', 1}}) {
    const std::size_t end = duration.find(unit);
    if (end == std::string_view::npos) continue;
    const std::string_view number = duration.substr(0, end);
    const std::string_view digits = number.substr(0, number.find_first_of(".,"));
    const auto value = integer<std::int32_t>(digits);
    if (!value || *value < 0) return std::nullopt;
    seconds += std::int64_t{*value} * length;
    duration.remove_prefix(end + 1);
  }
  if (!duration.empty()) return std::nullopt;
  return clock_text(seconds);
}

namespace {

/// `[h]:mm`: hours that go on beyond a day, or minutes, or seconds.
bool is_elapsed(std::string_view bracketed) {
  return !bracketed.empty() &&
         std::string_view("hHmMsS").find(bracketed.front()) != std::string_view::npos &&
         bracketed.find_first_not_of(bracketed.front()) == std::string_view::npos;
}

}  // namespace

// What a format makes of a number.
//
//   00000            zeros: an id that keeps them, 00123
//   [h]:mm           hours that go on beyond a day
//   yyyy-mm-dd, d.m  a day: a letter of a date that is neither quoted, escaped nor in brackets
//   #,##0.00 "dni"   a number: the letters of a quoted text mean nothing
NumberLook look_of(std::string_view format) {
  const std::string_view first = format.substr(0, format.find(';'));
  if (first.size() > 1 && first.size() < 100 && first.find_first_not_of('0') == std::string::npos) {
    return {NumberLook::zeros, static_cast<std::uint8_t>(first.size())};
  }
  for (std::size_t at = 0; at < format.size(); ++at) {
    const char c = format[at];
    if (c == '\\' || c == '_' || c == '*') {
      ++at;  // the next character is shown, or only its width
    } else if (c == '"' || c == '[') {
      const std::size_t end = format.find(c == '"' ? '"' : ']', at + 1);
      if (end == std::string_view::npos) return {};
      if (c == '[' && is_elapsed(format.substr(at + 1, end - at - 1))) return {NumberLook::hours};
      at = end;
    } else if (std::string_view("yYmMdDhHsS").find(c) != std::string_view::npos) {
      return {NumberLook::day};
    }
  }
  return {};
}

// ECMA-376 part 1, 18.8.30: formats that a file names by number alone. 27 to 36 and 50 to 58 are
// dates in the languages of East Asia, 46 is [h]:mm:ss.
NumberLook built_in_look(std::string_view format_id) {
  const auto id = integer<int>(format_id);
  if (!id) return {};
  if (*id == 46) return {NumberLook::hours};
  const bool is_day = (*id >= 14 && *id <= 22) || (*id >= 27 && *id <= 36) ||
                      (*id >= 45 && *id <= 47) || (*id >= 50 && *id <= 58);
  return is_day ? NumberLook{NumberLook::day} : NumberLook{};
}

}  // namespace euproj
