#include "read/central/preset_person_cells.hpp"

#include <algorithm>

#include "euproj/base/utf8.hpp"
#include "euproj/core/pesel.hpp"

namespace euproj {
namespace {

constexpr std::size_t pesel_length = 11;
constexpr int longest_life = 130;
constexpr std::size_t shortest_padded = 6;  // 2000-01-01 has at most five leading zeros

bool is_digit(char c) { return c >= '0' && c <= '9'; }

}  // namespace

std::string without_marks(std::string_view number) {
  std::string out;
  for (std::size_t at = 0; at < number.size();) {
    const std::uint32_t c = next_code_point(number, at);
    const bool is_mark = c == '\'' || c == 0x2018 || c == 0x2019 || c == ' ' || c == 0xA0;
    if (!is_mark) append_utf8(out, c);
  }
  return out;
}

std::string full_pesel(const std::string& digits) {
  if (digits.size() < shortest_padded || digits.size() >= pesel_length) return digits;
  if (!std::all_of(digits.begin(), digits.end(), is_digit)) return digits;
  const std::string full = std::string(pesel_length - digits.size(), '0') + digits;
  return parse_pesel(full) ? full : digits;
}

std::optional<int> whole_years(std::string_view text) {
  if (text.empty() || text.size() > 3) return std::nullopt;
  int years = 0;
  for (const char c : text) {
    if (!is_digit(c)) return std::nullopt;
    years = years * 10 + (c - '0');
  }
  return years <= longest_life ? std::optional(years) : std::nullopt;
}

Date years_before(Date day, int years) { return day.plus_months(-12 * years); }

std::string name_of_municipality(std::string_view text) {
  return std::string(trimmed(text.substr(0, text.find(" - "))));
}

}  // namespace euproj
