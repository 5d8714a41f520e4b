#include "euproj/core/quantity.hpp"

#include "core/decimal_text.hpp"
#include "euproj/core/limits.hpp"

namespace euproj {

std::string Quantity::text() const { return scaled_text(units_, limits::quantity_decimals, 0); }

Result<Quantity, NumberFault> parse_quantity(std::string_view text, char decimal, Grouping grouping,
                                             std::string_view currency) {
  const auto parsed = parse_scaled(text, decimal, {grouping, currency}, limits::quantity_decimals,
                                   limits::quantity * Quantity::scale);
  if (!parsed) return parsed.reason();
  return Quantity::scaled(*parsed);
}

std::optional<Quantity> parse_plain_quantity(std::string_view text, char decimal) {
  const auto plain = parse_plain(text, decimal, limits::quantity_decimals);
  if (!plain || *plain > limits::quantity * Quantity::scale) return std::nullopt;
  return Quantity::scaled(*plain);
}

std::string Percent::text() const { return scaled_text(hundredths, 2, 2); }

std::optional<Percent> percent_of(std::int64_t part, std::int64_t whole) {
  if (whole == 0) return std::nullopt;
  Int128 numerator = static_cast<Int128>(part) * 10'000;
  Int128 denominator = whole;
  if (denominator < 0) {
    numerator = -numerator;
    denominator = -denominator;
  }
  return Percent{checked_narrow(divide(numerator, denominator, Rounding::half_up))};
}

}  // namespace euproj
