#pragma once
// Quantity: the value of an indicator, exact with four decimals.
//
// Counts are whole; hours and measured values may have a fraction.

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "euproj/base/checked.hpp"
#include "euproj/base/result.hpp"
#include "euproj/core/money.hpp"

namespace euproj {

class Quantity {
 public:
  static constexpr std::int64_t scale = 10'000;

  constexpr Quantity() = default;
  [[nodiscard]] static Quantity whole(std::int64_t count) {
    return Quantity(checked_narrow(static_cast<Int128>(count) * scale));
  }
  [[nodiscard]] static constexpr Quantity scaled(std::int64_t units) { return Quantity(units); }

  [[nodiscard]] constexpr std::int64_t scaled_units() const { return units_; }
  [[nodiscard]] constexpr bool is_zero() const { return units_ == 0; }
  [[nodiscard]] constexpr bool is_whole() const { return units_ % scale == 0; }
  [[nodiscard]] constexpr std::int64_t whole_part() const { return units_ / scale; }
  [[nodiscard]] std::string text() const;  // 12, 12.5, -0.25: as many decimals as it takes

  Quantity& operator+=(Quantity other) {
    units_ = checked_add(units_, other.units_);
    return *this;
  }
  Quantity& operator-=(Quantity other) {
    units_ = checked_subtract(units_, other.units_);
    return *this;
  }
  friend Quantity operator+(Quantity a, Quantity b) { return a += b; }
  friend Quantity operator-(Quantity a, Quantity b) { return a -= b; }
  friend constexpr auto operator<=>(Quantity, Quantity) = default;

 private:
  explicit constexpr Quantity(std::int64_t units) : units_(units) {}
  std::int64_t units_ = 0;
};

/// As parse_money, with up to four decimals.
[[nodiscard]] Result<Quantity, NumberFault> parse_quantity(std::string_view text,
                                                           char decimal = '.',
                                                           Grouping grouping = Grouping::none,
                                                           std::string_view currency = {});

/// The same of digits with no more than a decimal sign among them, as nearly all quantities are
/// written; nothing for any other text.
[[nodiscard]] std::optional<Quantity> parse_plain_quantity(std::string_view text, char decimal);

/// A percentage in hundredths of a percent: 8523 is 85.23 %.
struct Percent {
  std::int64_t hundredths = 0;

  [[nodiscard]] std::string text() const;  // 85.23
  friend bool operator==(Percent, Percent) = default;
};

/// part / whole x 100, two decimals, half up away from zero (src/calc/README.md#rounding); none
/// when whole is 0. Both in the same unit.
[[nodiscard]] std::optional<Percent> percent_of(std::int64_t part, std::int64_t whole);

}  // namespace euproj
