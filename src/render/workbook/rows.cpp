#include "render/workbook/rows.hpp"

#include <array>
#include <charconv>
#include <cstdio>

#include "render/sheets/formulas.hpp"

namespace euproj {
namespace {

constexpr std::int64_t max_exact = 1'000'000'000'000'000;
constexpr std::int32_t excel_day_of_1970 = 25'569;
constexpr std::int32_t min_excel_day = 61;  // before it lies Excel's 29 February 1900
constexpr int money_decimals = 2;
constexpr int percent_decimals = 4;  // a percentage is stored as a share
constexpr int quantity_decimals = 4;
static_assert(Quantity::scale == 10'000);

std::int64_t power_of_ten(int exponent) {
  std::int64_t power = 1;
  for (; exponent > 0; --exponent) power *= 10;
  return power;
}

void append_escaped(std::string& out, std::string_view content) {
  while (true) {
    const std::size_t length = content.find_first_of("<>&");  // that needs no escape
    out += content.substr(0, length);
    if (length == std::string_view::npos) return;
    const char sign = content[length];
    out += sign == '<' ? "&lt;" : sign == '>' ? "&gt;" : "&amp;";
    content.remove_prefix(length + 1);
  }
}

bool is_blank(char c) { return c == ' ' || c == '\n' || c == '\t'; }

}  // namespace

double StoredNumber::as_double() const {
  return static_cast<double>(units) / static_cast<double>(power_of_ten(decimals));
}

void StoredNumber::append_to(std::string& out) const {
  std::int64_t left = units < 0 ? -units : units;  // never beyond max_exact
  int digits_after = decimals;
  for (; digits_after > 0 && left % 10 == 0; --digits_after) left /= 10;
  std::array<char, 24> digits{};
  const auto [end, error] = std::to_chars(digits.data(), digits.data() + digits.size(), left);
  const auto count = static_cast<int>(end - digits.data());
  if (units < 0) out += '-';
  if (count <= digits_after) {
    out += "0.";
    out.append(static_cast<std::size_t>(digits_after - count), '0');
    out.append(digits.data(), end);
    return;
  }
  out.append(digits.data(), end - digits_after);
  if (digits_after == 0) return;
  out += '.';
  out.append(end - digits_after, end);
}

std::optional<StoredNumber> stored_number(const CellValue& value) {
  const auto exact = [](std::int64_t units, int decimals) -> std::optional<StoredNumber> {
    if (units > max_exact || units < -max_exact) return std::nullopt;
    return StoredNumber{units, decimals};
  };
  if (const auto* money = std::get_if<Money>(&value)) {
    return exact(money->minor_units(), money_decimals);
  }
  if (const auto* percent = std::get_if<Percent>(&value)) {
    return exact(percent->hundredths, percent_decimals);
  }
  if (const auto* quantity = std::get_if<Quantity>(&value)) {
    return exact(quantity->scaled_units(), quantity_decimals);
  }
  if (const auto* day = std::get_if<Date>(&value)) {
    const auto serial = static_cast<std::int64_t>(day->serial()) + excel_day_of_1970;
    if (day->known() && serial >= min_excel_day) return StoredNumber{serial, 0};
  }
  return std::nullopt;
}

void RowText::begin_row(std::uint32_t row, std::size_t height, bool is_folded) {
  row_ = row;
  text_ += "<row r=\"";
  text_ += std::to_string(row + 1);
  if (height > 0) {
    text_ += "\" ht=\"";
    text_ += std::to_string(height);
    text_ += "\" customHeight=\"1";
  }
  if (is_folded) text_ += "\" outlineLevel=\"1";
  text_ += "\">";
}

void RowText::begin_cell(std::uint16_t column, std::int32_t style) {
  text_ += "<c r=\"";
  text_ += a1_name(row_, column);
  text_ += "\" s=\"";
  text_ += std::to_string(style);
}

void RowText::number(std::uint16_t column, std::int32_t style, const StoredNumber& value) {
  begin_cell(column, style);
  text_ += "\"><v>";
  value.append_to(text_);
  text_ += "</v></c>";
}

void RowText::blank(std::uint16_t column, std::int32_t style) {
  begin_cell(column, style);
  text_ += "\"/>";
}

void RowText::words(std::uint16_t column, std::int32_t style, std::string_view content) {
  begin_cell(column, style);
  const bool is_kept = is_blank(content.front()) || is_blank(content.back());
  text_ +=
      is_kept ? "\" t=\"inlineStr\"><is><t xml:space=\"preserve\">" : "\" t=\"inlineStr\"><is><t>";
  append_escaped(text_, content);
  text_ += "</t></is></c>";
}

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
