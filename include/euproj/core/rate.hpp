#pragma once
// Rate: an exact reduced fraction, not negative.
//
// "85%" is 17/20, an amount fixed in the agreement is amount / total. Displayed percentages are
// rounded and never computed with (src/calc/README.md#rounding).

#include <cstdint>
#include <string>
#include <string_view>

#include "euproj/base/result.hpp"
#include "euproj/core/rounding.hpp"

namespace euproj {

enum class PercentFault { shape, no_percent_sign, too_many_decimals, over_hundred };

class Rate {
 public:
  constexpr Rate() = default;  // 0
  /// denominator > 0, numerator >= 0
  [[nodiscard]] static Rate of(std::int64_t numerator, std::int64_t denominator);

  [[nodiscard]] std::int64_t numerator() const { return numerator_; }
  [[nodiscard]] std::int64_t denominator() const { return denominator_; }
  [[nodiscard]] bool is_zero() const { return numerator_ == 0; }

  /// As a percentage, as many decimals as it takes and at most seven: "85", "84.28".
  [[nodiscard]] std::string percent_text() const;

  friend bool operator==(Rate, Rate) = default;

 private:
  std::int64_t numerator_ = 0;
  std::int64_t denominator_ = 1;
};

/// An exact decimal percent with its sign, "85%", "84.28 %", at most 100 %.
[[nodiscard]] Result<Rate, PercentFault> parse_percent(std::string_view text);

}  // namespace euproj
