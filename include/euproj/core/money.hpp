#pragma once
// Money: a whole number of minor units (grosze), positive or negative.
//
// Made from text by parse_money, added and subtracted with a check, and shared out by `share_of`
// with a named rounding. It is never multiplied otherwise and never meets a floating-point number.
// One project has one currency, so an amount carries none.

#include <compare>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>

#include "euproj/base/checked.hpp"
#include "euproj/base/result.hpp"
#include "euproj/core/rate.hpp"
#include "euproj/core/rounding.hpp"

namespace euproj {

class Money {
 public:
  constexpr Money() = default;
  [[nodiscard]] static constexpr Money minor(std::int64_t units) { return Money(units); }

  [[nodiscard]] constexpr std::int64_t minor_units() const { return units_; }
  [[nodiscard]] constexpr bool is_zero() const { return units_ == 0; }
  [[nodiscard]] constexpr bool is_negative() const { return units_ < 0; }
  [[nodiscard]] std::string text() const;  // 1042938.86, -0.05

  Money& operator+=(Money other) {
    units_ = checked_add(units_, other.units_);
    return *this;
  }
  Money& operator-=(Money other) {
    units_ = checked_subtract(units_, other.units_);
    return *this;
  }
  friend Money operator+(Money a, Money b) { return a += b; }
  friend Money operator-(Money a, Money b) { return a -= b; }
  friend constexpr auto operator<=>(Money, Money) = default;

 private:
  explicit constexpr Money(std::int64_t units) : units_(units) {}
  std::int64_t units_ = 0;
};

/// An amount or none, in the eight bytes of an amount: what the rows of a log keep.
class MaybeMoney {
 public:
  constexpr MaybeMoney() = default;
  constexpr MaybeMoney(Money amount) : units_(amount.minor_units()) {}
  constexpr MaybeMoney(std::optional<Money> amount)
      : units_(amount ? amount->minor_units() : none) {}

  [[nodiscard]] constexpr bool has_value() const { return units_ != none; }
  constexpr explicit operator bool() const { return has_value(); }
  /// Only when there is one.
  [[nodiscard]] constexpr Money operator*() const { return Money::minor(units_); }
  [[nodiscard]] constexpr Money value_or(Money other) const { return has_value() ? **this : other; }
  [[nodiscard]] constexpr std::optional<Money> optional() const {
    return has_value() ? std::optional<Money>(**this) : std::nullopt;
  }
  friend constexpr bool operator==(MaybeMoney, MaybeMoney) = default;

 private:
  static constexpr std::int64_t none = std::numeric_limits<std::int64_t>::min();  // beyond limits
  std::int64_t units_ = none;
};

/// amount x rate, rounded to the minor unit.
[[nodiscard]] Money share_of(Money amount, Rate rate, Rounding rounding);

enum class NumberFault {
  shape,              // not a number
  too_many_decimals,  // 12.345 with a declared decimal sign
  ambiguous,          // 1.234: thousands or three decimals?
  other_decimal,      // a comma where the file's decimal sign is a dot, or the reverse
  too_large,
  other_currency,  // 12.00 EUR where amounts are in złote
  negative_form,   // (12.00), 12.00-, - 12.00: a negative amount as accounting programs print it
};

/// Digits with an optional sign, and at most two decimals after `decimal`. With
/// Grouping::thousands as tables write amounts, beside that:
///   1 234 567,89     blanks (the no-break ones too) between groups of three
///   1.234.567,89     or the other sign; 1.234 alone stays ambiguous
///   1 234,56 zł, €5  the currency before or after: a code of ISO 4217 in any case, or a sign;
///                    `currency` is the code that may stand there, or any_currency
///   1234,5600000001  more decimals, where they are within a millionth of a grosz of a whole grosz:
///                    a spreadsheet has computed the amount, and it is that grosz
enum class Grouping { none, thousands };
inline constexpr std::string_view any_currency = "*";
[[nodiscard]] Result<Money, NumberFault> parse_money(std::string_view text, char decimal = '.',
                                                     Grouping grouping = Grouping::none,
                                                     std::string_view currency = {});

/// As somebody types or prints it, where no file says which decimal sign it has:
/// with a dot or a comma, groups of thousands, a currency. Nothing for any other text, "1.234"
/// among them, which is one amount or another by its sign.
[[nodiscard]] std::optional<Money> parse_written_money(std::string_view text);

}  // namespace euproj
