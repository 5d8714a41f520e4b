#include "read/sheet/cell_number.hpp"

#include <algorithm>
#include <charconv>
#include <cstdint>

#include "euproj/base/format.hpp"
#include "euproj/core/date.hpp"

namespace euproj {
namespace {

constexpr std::size_t significant_digits = 15;
constexpr int longest = 30;  // digits before or after the point that are still spelt out
constexpr std::int32_t day_1970 = 25569;  // 1970-01-01, counted from 1899-12-30
constexpr std::int32_t day_9999 = 2958465;
constexpr std::int32_t between_epochs = 1462;

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

/// Hours and minutes of a part of a day, written as the digits behind a point.
std::string time_text(std::string_view digits) {
  std::int64_t part = 0;
  std::int64_t whole = 1;
  for (const char digit : digits.substr(0, significant_digits)) {
    part = part * 10 + (digit - '0');
    whole *= 10;
  }
  constexpr std::int64_t minutes_a_day = 1440;
  const std::int64_t minutes = (part * minutes_a_day + whole / 2) / whole % minutes_a_day;
  return two_digits(minutes / 60) + ":" + two_digits(minutes % 60);
}

}  // namespace

namespace {

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

std::optional<std::string> day_text(std::string_view number, Epoch epoch) {
  const std::size_t point = std::min(number.find('.'), number.size());
  const auto day = integer<std::int32_t>(number.substr(0, point));
  if (!day || *day < 0 || *day > day_9999 || number.starts_with('-')) return std::nullopt;
  const std::string_view part = number.substr(std::min(point + 1, number.size()));
  if (!std::all_of(part.begin(), part.end(), is_digit)) return std::nullopt;  // 44562.x, 0.5E500
  if (*day == 0 && epoch == Epoch::of_1900) return time_text(part);
  const std::int32_t shift = epoch == Epoch::of_1904 ? between_epochs : 0;
  return Date::from_serial(*day + shift - day_1970).iso();
}

bool shows_date(std::string_view format) {
  for (std::size_t at = 0; at < format.size(); ++at) {
    const char c = format[at];
    if (c == '\\' || c == '_' || c == '*') {
      ++at;  // the next character is shown, or only its width
    } else if (c == '"' || c == '[') {
      const std::size_t end = format.find(c == '"' ? '"' : ']', at + 1);
      if (end == std::string_view::npos) return false;
      at = end;
    } else if (std::string_view("yYmMdDhHsS").find(c) != std::string_view::npos) {
      return true;
    }
  }
  return false;
}

bool is_built_in_date(std::string_view format_id) {
  const auto id = integer<int>(format_id);
  if (!id) return false;
  return (*id >= 14 && *id <= 22) || (*id >= 27 && *id <= 36) || (*id >= 45 && *id <= 47) ||
         (*id >= 50 && *id <= 58);
}

}  // namespace euproj
