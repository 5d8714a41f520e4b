// Quotients as the money is rounded: whole numbers only, since engines round quotients of decimals
// each in their own way. All three cut a whole quotient toward zero, so negative amounts mirror
// positive ones.

#include "sql/rules/script.hpp"

namespace euproj::sql {

Value divided(const Value& a, const Value& b, Rounding rounding) {
  const Value zero = number(0);
  const Value one = choice(a < zero, number(-1), number(1));
  switch (rounding) {
    case Rounding::down:
      return whole_quotient(a, b);
    case Rounding::up:
      return whole_quotient(a, b) + choice(remainder(a, b) == zero, zero, one);
    case Rounding::half_up:
      return whole_quotient(number(2) * a + choice(a < zero, zero - b, b), number(2) * b);
    case Rounding::half_even:
      break;  // only in a column
  }
  throw InternalError("a rounding that no constant rule has");
}

Value rounded(const Value& quotient, const Value& rest, const Value& divisor,
              const Value& rounding) {
  const Value zero = number(0);
  const Value twice = number(2) * size_of(rest);
  const Value is_odd = remainder(quotient, number(2)) != zero;
  const Value is_away =
      (rounding == text("up") && rest != zero) ||
      (rounding == text("half_up") && twice >= divisor) ||
      (rounding == text("half_even") && (twice > divisor || (twice == divisor && is_odd)));
  return quotient + choice(is_away, choice(rest < zero, number(-1), number(1)), zero);
}

Value percent(const Value& a, const Value& b) {
  const Value zero = number(0);
  const Value above = number(10'000) * choice(b < zero, zero - a, a);
  return number(100) * divided(above, nonzero(size_of(b)), Rounding::half_up);
}

Value nonzero(const Value& a) { return choice(a == number(0), null(), a); }

Value flag(const Value& condition) { return choice(condition, number(1), number(0)); }

Value one_if(const Value& condition) { return choice(condition, number(per_unit), number(0)); }

Value zero_if_null(const Value& value) { return first_known(value, cast(number(0), Type::wide)); }

Value in_ten_thousandths(const std::optional<Quantity>& quantity) {
  return quantity ? number(quantity->scaled_units()) : null();
}

}  // namespace euproj::sql
