#include "render/workbook/shortest_numbers.hpp"

#include <array>
#include <charconv>
#include <cstdio>

namespace euproj {
namespace {

constexpr std::size_t min_tail = 17;  // 16 digits and a point; with fewer the number is its own

/// The text of a `<v>`; as it is where it is no number.
std::string shortest(std::string_view written) {
  double number = 0;
  const char* const end = written.data() + written.size();
  const auto read = std::from_chars(written.data(), end, number);
  if (read.ec != std::errc() || read.ptr != end) return std::string(written);
  std::array<char, 400> digits{};
  const auto printed =
      std::to_chars(digits.data(), digits.data() + digits.size(), number, std::chars_format::fixed);
  return printed.ec == std::errc() ? std::string(digits.data(), printed.ptr) : std::string(written);
}

/// Of the cell whose value begins `at`: numbers alone have no type.
bool is_number(std::string_view sheet, std::size_t at) {
  const std::size_t cell = sheet.rfind("<c ", at);
  if (cell == std::string_view::npos) return false;
  return sheet.substr(cell, sheet.find('>', cell) - cell).find(" t=\"") == std::string_view::npos;
}

}  // namespace

bool gets_a_tail(const StoredNumber& number) {
  std::array<char, 40> printed{};
  const int length = std::snprintf(printed.data(), printed.size(), "%.16G", number.as_double());
  return length >= static_cast<int>(min_tail);
}

std::string with_shortest_numbers(std::string_view sheet) {
  constexpr std::string_view begin = "<v>";
  std::string out;
  out.reserve(sheet.size());
  std::size_t copied = 0;
  for (std::size_t at = sheet.find(begin); at != std::string_view::npos;
       at = sheet.find(begin, at + 1)) {
    const std::size_t value = at + begin.size();
    const std::size_t end = sheet.find('<', value);
    if (end == std::string_view::npos) break;
    if (end - value < min_tail || !is_number(sheet, at)) continue;
    out += sheet.substr(copied, value - copied);
    out += shortest(sheet.substr(value, end - value));
    copied = end;
  }
  out += sheet.substr(copied);
  return out;
}

}  // namespace euproj
