#include "core/decimal_text.hpp"

#include <algorithm>
#include <array>

namespace euproj {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// The blanks that people and Excel put between thousands: plain, U+00A0, U+2009, U+202F.
std::size_t blank_length(std::string_view text) {
  for (const std::string_view blank : {" ", "\xC2\xA0", "\xE2\x80\x89", "\xE2\x80\xAF"}) {
    if (text.starts_with(blank)) return blank.size();
  }
  return 0;
}

std::string_view without_unit(std::string_view text) {
  for (const std::string_view unit : {"zł", "PLN"}) {
    if (!text.ends_with(unit)) continue;
    text.remove_suffix(unit.size());
    for (const std::string_view blank : {" ", "\xC2\xA0", "\xE2\x80\xAF"}) {
      if (text.ends_with(blank)) text.remove_suffix(blank.size());
    }
    return text;
  }
  return text;
}

/// Digits of the whole part without grouping blanks; a group after the first has three digits.
bool take_whole_part(std::string_view& text, Grouping grouping, std::string& digits) {
  std::size_t in_group = 0;
  bool grouped = false;
  while (!text.empty()) {
    if (is_digit(text.front())) {
      digits += text.front();
      text.remove_prefix(1);
      ++in_group;
      continue;
    }
    const std::size_t blank = grouping == Grouping::blanks ? blank_length(text) : 0;
    if (blank == 0) break;
    const bool group_ends = grouped ? in_group == 3 : in_group >= 1 && in_group <= 3;
    if (!group_ends || text.size() == blank || !is_digit(text[blank])) return false;
    grouped = true;
    in_group = 0;
    text.remove_prefix(blank);
  }
  return !digits.empty() && (!grouped || in_group == 3);
}

/// 1.234, 1.234.567, 1.234,56: a sign before exactly three digits may group thousands.
bool looks_grouped(std::string_view text, char sign) {
  std::size_t at = 0;
  while (at < text.size() && is_digit(text[at])) ++at;
  if (at == 0 || at > 3 || at >= text.size() || text[at] != sign) return false;
  std::size_t digits = 0;
  for (++at; at < text.size() && is_digit(text[at]); ++at) ++digits;
  return digits == 3;
}

}  // namespace

std::optional<std::int64_t> parse_plain(std::string_view text, char decimal, int scale_digits) {
  constexpr std::size_t most_characters = 12;  // far below the limit of any number
  if (text.empty() || text.size() > most_characters) return std::nullopt;
  std::int64_t value = 0;
  std::size_t whole_digits = 0;  // before the decimal sign, once there is one
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (is_digit(text[at])) {
      value = value * 10 + (text[at] - '0');
    } else if (text[at] == decimal && whole_digits == 0 && at > 0) {
      whole_digits = at;
    } else {
      return std::nullopt;
    }
  }
  const std::size_t decimals = whole_digits == 0 ? 0 : text.size() - whole_digits - 1;
  const auto scale = static_cast<std::size_t>(scale_digits);
  if ((whole_digits > 0 && decimals == 0) || decimals > scale) return std::nullopt;
  for (std::size_t i = decimals; i < scale; ++i) value *= 10;
  return value;
}

Result<std::int64_t, NumberFault> parse_scaled(std::string_view text, char decimal,
                                               Grouping grouping, int scale_digits,
                                               std::int64_t limit) {
  if (const auto plain = parse_plain(text, decimal, scale_digits); plain && *plain <= limit) {
    return *plain;
  }
  if (grouping == Grouping::blanks) text = without_unit(text);
  bool negative = false;
  if (!text.empty() && (text.front() == '-' || text.front() == '+')) {
    negative = text.front() == '-';
    text.remove_prefix(1);
  } else if (text.starts_with("\xE2\x88\x92")) {  // U+2212, the minus of typesetters
    negative = true;
    text.remove_prefix(3);
  }
  const char other = decimal == '.' ? ',' : '.';
  const std::string_view whole_text = text;
  std::string digits;
  if (!take_whole_part(text, grouping, digits)) return NumberFault::shape;

  std::size_t decimals = 0;
  if (!text.empty()) {
    const char sign = text.front();
    if (sign != decimal && sign != other) return NumberFault::shape;
    const std::string_view rest = text.substr(1);
    for (const char c : rest) {
      if (!is_digit(c) && c != '.' && c != ',') return NumberFault::shape;
    }
    if (rest.empty()) return NumberFault::shape;
    // With four decimals allowed 1.234 is a plain number; with two it may be 1 234.
    if (looks_grouped(whole_text, sign) && (sign == other || scale_digits < 3)) {
      return NumberFault::ambiguous;
    }
    if (rest.find_first_of(".,") != std::string_view::npos) return NumberFault::shape;
    if (sign == other) return NumberFault::other_decimal;
    if (rest.size() > static_cast<std::size_t>(scale_digits)) {
      return NumberFault::too_many_decimals;
    }
    decimals = rest.size();
    digits += rest;
  }
  digits.append(static_cast<std::size_t>(scale_digits) - decimals, '0');

  std::int64_t value = 0;
  for (const char c : digits) {
    if (value > limit / 10) return NumberFault::too_large;
    value = value * 10 + (c - '0');
  }
  if (value > limit) return NumberFault::too_large;
  return negative ? -value : value;
}

std::string scaled_text(std::int64_t scaled, int scale_digits, int least_decimals) {
  std::array<char, 24> reversed{};
  std::size_t length = 0;
  const bool negative = scaled < 0;
  std::uint64_t rest =
      negative ? 0 - static_cast<std::uint64_t>(scaled) : static_cast<std::uint64_t>(scaled);
  do {
    reversed.at(length++) = static_cast<char>('0' + rest % 10);
    rest /= 10;
  } while (rest > 0 || length <= static_cast<std::size_t>(scale_digits));
  std::size_t dropped = 0;
  const auto decimals = static_cast<std::size_t>(scale_digits);
  while (decimals - dropped > static_cast<std::size_t>(least_decimals) &&
         reversed.at(dropped) == '0') {
    ++dropped;
  }
  std::string out = negative ? "-" : "";
  for (std::size_t at = length; at > dropped; --at) {
    if (at == decimals) out += '.';
    out += reversed.at(at - 1);
  }
  return out;
}

}  // namespace euproj
