#include "euproj/core/money.hpp"

#include "core/decimal_text.hpp"
#include "euproj/core/limits.hpp"

namespace euproj {

std::string Money::text() const { return scaled_text(units_, 2, 2); }

Money share_of(Money amount, Rate rate, Rounding rounding) {
  const Int128 product = static_cast<Int128>(amount.minor_units()) * rate.numerator();
  return Money::minor(checked_narrow(divide(product, rate.denominator(), rounding)));
}

Result<Money, NumberFault> parse_money(std::string_view text, char decimal, Grouping grouping,
                                       std::string_view currency) {
  const auto parsed = parse_scaled(text, decimal, {grouping, currency}, 2, limits::money);
  if (!parsed) return parsed.reason();
  return Money::minor(*parsed);
}

std::optional<Money> parse_written_money(std::string_view text) {
  for (const char decimal : {'.', ','}) {
    if (const auto money = parse_money(text, decimal, Grouping::thousands, any_currency)) {
      return *money;
    }
  }
  return std::nullopt;
}

}  // namespace euproj
