#include "core/decimal_text.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <string>

namespace euproj {
namespace {

// Currencies as people write them beside an amount: a code of ISO 4217 in any case, or a sign.

/// The active codes of ISO 4217 for money (list one, 2024), without funds and metals.
constexpr std::string_view codes =
    "AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP "
    "BYN BZD CAD CDF CHF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP "
    "GEL GHS GIP GMD GNF GTQ GYD HKD HNL HRK HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS "
    "KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR "
    "MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF "
    "SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD "
    "TZS UAH UGX USD UYU UZS VED VES VND VUV WST XAF XCD XOF XPF YER ZAR ZMW ZWG";

struct Sign {
  std::string_view word;
  std::string_view codes;  // which it may be, parted by blanks
};
constexpr std::array<Sign, 17> signs = {{
    {"zł", "PLN"},
    {"ZŁ", "PLN"},
    {"Zł", "PLN"},
    {"zl", "PLN"},
    {"€", "EUR"},
    {"euro", "EUR"},
    {"$", "USD CAD AUD NZD"},
    {"£", "GBP"},
    {"Kč", "CZK"},
    {"kč", "CZK"},
    {"Kc", "CZK"},
    {"Ft", "HUF"},
    {"lei", "RON MDL"},
    {"лв", "BGN"},
    {"kr", "SEK DKK NOK ISK"},
    {"₴", "UAH"},
    {"¥", "JPY CNY"},
}};

constexpr std::size_t code_length = 3;

/// Three letters as a code, empty for any other word.
std::string as_code(std::string_view word) {
  if (word.size() != code_length) return {};
  std::string code(word);
  for (char& c : code) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    if (c < 'A' || c > 'Z') return {};
  }
  return code;
}

const Sign* find_sign(std::string_view word) {
  const auto* const found =
      std::find_if(signs.begin(), signs.end(), [&](const Sign& sign) { return sign.word == word; });
  return found == signs.end() ? nullptr : found;
}

/// Whether `word` (EUR, eur, €, zł, Kč) may be the currency of this code, which is not empty. Of a
/// sign that several currencies have it is true for each of them.
bool is_written_currency(std::string_view word, std::string_view code) {
  if (code.empty()) return false;
  if (as_code(word) == code) return true;
  const Sign* const sign = find_sign(word);
  return sign != nullptr && sign->codes.find(code) != std::string_view::npos;
}

/// Whether `word` is any currency.
bool is_any_currency(std::string_view word) {
  const std::string code = as_code(word);
  if (!code.empty() && codes.find(code) != std::string_view::npos) return true;
  return find_sign(word) != nullptr;
}

// Numbers.

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// The blanks that people and Excel put between thousands: plain, U+00A0, U+2009, U+202F.
constexpr std::array<std::string_view, 4> blanks = {" ", "\xC2\xA0", "\xE2\x80\x89",
                                                    "\xE2\x80\xAF"};

std::size_t blank_length(std::string_view text) {
  for (const std::string_view blank : blanks) {
    if (text.starts_with(blank)) return blank.size();
  }
  return 0;
}

constexpr std::string_view minus_sign = "\xE2\x88\x92";  // U+2212, of typesetters

std::string_view without_blanks(std::string_view text) {
  for (std::size_t blank = 0; (blank = blank_length(text)) > 0;) text.remove_prefix(blank);
  for (bool trimmed = true; trimmed;) {
    trimmed = false;
    for (const std::string_view blank : blanks) {
      if (!text.ends_with(blank)) continue;
      text.remove_suffix(blank.size());
      trimmed = true;
    }
  }
  return text;
}

bool is_of_number(char c) {
  return is_digit(c) || c == '(' || c == ')' || c == '-' || c == '+' || c == '.' || c == ',';
}

/// Takes the word before or after the digits off the text, and the blanks beside it.
std::string_view take_word(std::string_view& text) {
  std::size_t end = text.size();
  while (end > 0 && !is_of_number(text[end - 1]) && !text.substr(0, end).ends_with(minus_sign)) {
    --end;
  }
  std::size_t begin = 0;
  while (begin < text.size() && !is_of_number(text[begin]) &&
         !text.substr(begin).starts_with(minus_sign)) {
    ++begin;
  }
  if (begin > 0 && end < text.size()) return text;  // words on both sides are no currency
  const std::string_view word =
      without_blanks(begin > 0 ? text.substr(0, begin) : text.substr(end));
  if (word.empty()) return {};
  text = without_blanks(begin > 0 ? text.substr(begin) : text.substr(0, end));
  return word;
}

/// Takes the currency off the text; what is wrong where it is another one, or none.
std::optional<NumberFault> take_currency(std::string_view& text, std::string_view currency) {
  const std::string_view word = take_word(text);
  if (word.empty()) return std::nullopt;
  if (currency == any_currency ? is_any_currency(word) : is_written_currency(word, currency)) {
    return std::nullopt;
  }
  return is_any_currency(word) ? NumberFault::other_currency : NumberFault::shape;
}

/// Whether the sign that is taken off the text is a minus.
bool take_minus(std::string_view& text) {
  const bool is_typeset = text.starts_with(minus_sign);
  const bool is_minus = is_typeset || text.starts_with('-');
  if (is_minus || text.starts_with('+')) text.remove_prefix(is_typeset ? minus_sign.size() : 1);
  return is_minus;
}

/// (12.00), 12.00-, - 12.00: what stands there without the signs; empty for any other text.
std::string_view without_negative_form(std::string_view text) {
  if (text.starts_with('(') && text.ends_with(')')) {
    return without_blanks(text.substr(1, text.size() - 2));
  }
  for (const std::string_view minus : {std::string_view("-"), minus_sign}) {
    if (text.ends_with(minus)) return without_blanks(text.substr(0, text.size() - minus.size()));
    if (!text.starts_with(minus)) continue;
    const std::string_view rest = text.substr(minus.size());
    if (blank_length(rest) > 0) return without_blanks(rest);
  }
  return {};
}

/// Whether the text is digits grouped by `group`, which nothing else can be meant by: 1.234,56 or
/// 1.234.567, with `decimal` before what follows the whole part.
bool is_grouped_by(char group, char decimal, std::string_view text) {
  std::size_t groups = 0;
  std::size_t digits = 0;  // since the last sign
  std::size_t at = 0;
  for (; at < text.size() && text[at] != decimal; ++at) {
    if (is_digit(text[at])) {
      ++digits;
    } else if (text[at] == group && (groups == 0 ? digits >= 1 && digits <= 3 : digits == 3)) {
      ++groups;
      digits = 0;
    } else {
      return false;
    }
  }
  if (groups == 0 || digits != 3) return false;
  if (at == text.size()) return groups > 1;
  const std::string_view decimals = text.substr(at + 1);
  return !decimals.empty() && std::all_of(decimals.begin(), decimals.end(), is_digit);
}

/// What is to be done with decimals beyond those that are kept.
enum class Surplus { drop, round_up, keep };

/// Within a millionth of the last decimal that is kept, a number was meant to be whole there:
/// 0.1 + 0.2 in a spreadsheet is 0.30000000000000004.
Surplus surplus_of(std::string_view decimals) {
  constexpr std::size_t millionth = 6;
  const auto all = [](std::string_view digits, char digit) {
    return digits.find_first_not_of(digit) == std::string_view::npos;
  };
  const std::string_view first = decimals.substr(0, std::min(millionth, decimals.size()));
  const std::string_view others = decimals.substr(first.size());
  if (all(first, '0') || (first == "000001" && all(others, '0'))) return Surplus::drop;
  if (first.size() == millionth && all(first, '9')) return Surplus::round_up;
  return Surplus::keep;
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
    const std::size_t blank = grouping == Grouping::thousands ? blank_length(text) : 0;
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

namespace {

/// Without sign and currency.
Result<std::int64_t, NumberFault> parse_unsigned(std::string_view text, char decimal,
                                                 Grouping grouping, int scale_digits,
                                                 std::int64_t limit) {
  const char other = decimal == '.' ? ',' : '.';
  std::string ungrouped;
  if (grouping == Grouping::thousands) {
    if (is_grouped_by(other, decimal, text)) {
      std::remove_copy(text.begin(), text.end(), std::back_inserter(ungrouped), other);
      text = ungrouped;
    } else if (text.find(other) != std::string_view::npos && is_grouped_by(decimal, other, text)) {
      return NumberFault::other_decimal;  // 1.234,56 where the dot is the decimal sign
    }
  }
  const std::string_view whole_text = text;
  std::string digits;
  if (!take_whole_part(text, grouping, digits)) return NumberFault::shape;

  const auto scale = static_cast<std::size_t>(scale_digits);
  std::size_t decimals = 0;
  bool round_up = false;
  if (!text.empty()) {
    const char sign = text.front();
    if (sign != decimal && sign != other) return NumberFault::shape;
    std::string_view rest = text.substr(1);
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
    if (rest.size() > scale) {
      const Surplus surplus = surplus_of(rest.substr(scale));
      if (grouping == Grouping::none || surplus == Surplus::keep) {
        return NumberFault::too_many_decimals;
      }
      round_up = surplus == Surplus::round_up;
      rest = rest.substr(0, scale);
    }
    decimals = rest.size();
    digits += rest;
  }
  digits.append(scale - decimals, '0');

  std::int64_t value = 0;
  for (const char c : digits) {
    if (value > limit / 10) return NumberFault::too_large;
    value = value * 10 + (c - '0');
  }
  if (round_up) ++value;
  if (value > limit) return NumberFault::too_large;
  return value;
}

}  // namespace

Result<std::int64_t, NumberFault> parse_scaled(std::string_view text, char decimal, NumberForm form,
                                               int scale_digits, std::int64_t limit) {
  if (const auto plain = parse_plain(text, decimal, scale_digits); plain && *plain <= limit) {
    return *plain;
  }
  const bool of_table = form.grouping == Grouping::thousands;
  std::optional<NumberFault> fault;
  if (of_table) fault = take_currency(text, form.currency);
  const auto parsed = [&](std::string_view digits) {
    return parse_unsigned(digits, decimal, form.grouping, scale_digits, limit);
  };
  std::string_view negative = of_table ? without_negative_form(text) : std::string_view();
  if (!negative.empty()) {
    if (!fault) fault = take_currency(negative, form.currency);
    if (!fault) fault = parsed(negative) ? NumberFault::negative_form : NumberFault::shape;
    return *fault;
  }
  const bool is_negative = take_minus(text);
  if (of_table && !fault) fault = take_currency(text, form.currency);  // -€5
  if (fault == NumberFault::shape) return *fault;
  const auto value = parsed(text);
  if (!value) return value.reason();
  if (fault) return *fault;
  return is_negative ? -*value : *value;
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
