#include "read/central/dates.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "euproj/base/utf8.hpp"
#include "read/central/preset.hpp"

namespace euproj {
namespace {

constexpr std::array date_fields = {PresetField::entry_date, PresetField::exit_date,
                                    PresetField::date, PresetField::date_to,
                                    PresetField::birth_date};
constexpr int first_excel_day = 20000;        // 1954; anything smaller may be a plain number
constexpr int last_excel_day = 80000;         // 2119
constexpr std::int32_t excel_epoch = -25569;  // 1899-12-30

std::optional<int> number(std::string_view digits) {
  int value = 0;
  if (digits.empty() || digits.size() > 5) return std::nullopt;
  for (const char c : digits) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}

struct Parts {
  int first = 0;
  int second = 0;
  int year = 0;
};

/// a/b/yyyy, with or without leading zeros. A year of two digits is no date.
std::optional<Parts> parts_of(std::string_view text, char sign) {
  const std::size_t one = text.find(sign);
  const std::size_t two = one == std::string_view::npos ? one : text.find(sign, one + 1);
  if (two == std::string_view::npos || text.size() - two != 5) return std::nullopt;
  if (one > 2 || two - one > 3) return std::nullopt;
  const auto first = number(text.substr(0, one));
  const auto second = number(text.substr(one + 1, two - one - 1));
  const auto year = number(text.substr(two + 1));
  if (!first || !second || !year) return std::nullopt;
  return Parts{*first, *second, *year};
}

std::string_view without_time(std::string_view text) {
  text = trimmed(text);
  const std::size_t blank = text.find(' ');
  const std::size_t letter = text.size() > 10 && text[4] == '-' ? text.find('T') : blank;
  return text.substr(0, std::min(std::min(blank, letter), text.size()));
}

std::string two_digits(int value) {
  return value < 10 ? "0" + std::to_string(value) : std::to_string(value);
}

}  // namespace

PresetDates::PresetDates(const Preset& preset, const DataFile& declared, const PresetHeader& header)
    : header_(header), day_first_by_habit_(preset.slashes == SlashDates::day_first) {
  declared_ =
      declared.date == DateForm::dd_mm_yyyy_slashes || declared.date == DateForm::mm_dd_yyyy;
  if (declared_) {
    order_ = declared.date == DateForm::mm_dd_yyyy ? Order::month_first : Order::day_first;
  }
}

void PresetDates::learn(const CsvRow& row) {
  if (declared_) return;
  for (const PresetField field : date_fields) {
    const std::size_t cell = header_.cell(field);
    if (cell == 0 || cell > row.cells.size()) continue;
    for (const std::string_view text : members_of(row.cells[cell - 1].text)) learn(text);
  }
}

void PresetDates::learn(std::string_view text) {
  const auto parts = parts_of(without_time(text), '/');
  if (!parts || (parts->first > 12) == (parts->second > 12)) return;
  const Order seen = parts->first > 12 ? Order::day_first : Order::month_first;
  order_ = order_ == Order::unknown || order_ == seen ? seen : Order::both;
}

std::string PresetDates::iso(std::string_view text) const {
  const std::string_view day = without_time(text);
  if (const auto serial = number(day); serial && day.size() == 5) {
    if (*serial < first_excel_day || *serial > last_excel_day) return std::string(day);
    return Date::from_serial(excel_epoch + *serial).iso();
  }
  for (const char sign : {'.', '-'}) {
    if (const auto parts = parts_of(day, sign)) {
      const auto date = Date::from(parts->year, parts->second, parts->first);
      return date ? date->iso() : std::string(day);
    }
  }
  const auto parts = parts_of(day, '/');
  if (!parts) return std::string(day);
  Order order = order_;
  if (order == Order::unknown && day_first_by_habit_) order = Order::day_first;
  if (parts->first == parts->second) order = Order::day_first;  // the same day either way
  if (order == Order::both) {
    if (parts->first > 12) order = Order::day_first;
    if (parts->second > 12) order = Order::month_first;
  }
  if (order == Order::day_first || order == Order::month_first) {
    const bool day_first = order == Order::day_first;
    const auto date = Date::from(parts->year, day_first ? parts->second : parts->first,
                                 day_first ? parts->first : parts->second);
    if (date) return date->iso();
  }
  return two_digits(parts->first) + "/" + two_digits(parts->second) + "/" +
         std::to_string(parts->year);
}

}  // namespace euproj
