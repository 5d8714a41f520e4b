#include "euproj/core/rate.hpp"

#include <numeric>

#include "core/decimal_text.hpp"
#include "euproj/base/checked.hpp"
#include "euproj/core/limits.hpp"

namespace euproj {
namespace {

constexpr std::int64_t percent_scale = 10'000'000;  // 10^percent_decimals
static_assert(limits::percent_decimals == 7);

}  // namespace

Rate Rate::of(std::int64_t numerator, std::int64_t denominator) {
  if (denominator <= 0 || numerator < 0) throw InternalError("a rate that is not a fraction");
  const std::int64_t divisor = std::gcd(numerator, denominator);
  Rate rate;
  rate.numerator_ = numerator / divisor;
  rate.denominator_ = denominator / divisor;
  return rate;
}

std::string Rate::percent_text() const {
  const Int128 scaled = static_cast<Int128>(numerator_) * 100 * percent_scale;
  return scaled_text(checked_narrow(divide(scaled, denominator_, Rounding::half_up)),
                     limits::percent_decimals, 0);
}

Result<Rate, PercentFault> parse_percent(std::string_view text) {
  if (!text.ends_with('%')) return PercentFault::no_percent_sign;
  text.remove_suffix(1);
  while (text.ends_with(' ')) text.remove_suffix(1);
  if (text.starts_with('-') || text.starts_with('+')) return PercentFault::shape;
  const auto parsed = parse_scaled(text, '.', {}, limits::percent_decimals, INT64_MAX / 100);
  if (!parsed) {
    if (parsed.reason() == NumberFault::too_many_decimals) return PercentFault::too_many_decimals;
    if (parsed.reason() == NumberFault::too_large) return PercentFault::over_hundred;
    return PercentFault::shape;
  }
  if (*parsed < 0) return PercentFault::shape;  // the minus of typesetters is no '-'
  if (*parsed > 100 * percent_scale) return PercentFault::over_hundred;
  return Rate::of(*parsed, 100 * percent_scale);
}

}  // namespace euproj
