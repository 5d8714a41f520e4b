#include "render/workbook/xlsx_number.hpp"

#include <array>
#include <charconv>

namespace euproj {
namespace {

constexpr std::int64_t most_exact = 1'000'000'000'000'000;
constexpr std::int32_t excel_day_of_1970 = 25'569;
constexpr std::int32_t first_safe_excel_day = 61;  // before it lies Excel's 29 February 1900
constexpr int money_decimals = 2;
constexpr int percent_decimals = 4;  // a percentage is stored as a share
constexpr int quantity_decimals = 4;
static_assert(Quantity::scale == 10'000);

std::int64_t power_of_ten(int exponent) {
  std::int64_t power = 1;
  for (; exponent > 0; --exponent) power *= 10;
  return power;
}

}  // namespace

double XlsxNumber::as_double() const {
  return static_cast<double>(units) / static_cast<double>(power_of_ten(decimals));
}

void XlsxNumber::append_to(std::string& out) const {
  std::int64_t left = units < 0 ? -units : units;  // never beyond most_exact
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

std::optional<XlsxNumber> stored_number(const CellValue& value) {
  const auto exact = [](std::int64_t units, int decimals) -> std::optional<XlsxNumber> {
    if (units > most_exact || units < -most_exact) return std::nullopt;
    return XlsxNumber{units, decimals};
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
    if (day->known() && serial >= first_safe_excel_day) return XlsxNumber{serial, 0};
  }
  return std::nullopt;
}

}  // namespace euproj
