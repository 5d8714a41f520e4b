#pragma once
// Integer arithmetic that never wraps silently.
//
// Every amount and count of the program is a 64-bit integer; products go through 128 bits and are
// narrowed with a check. An overflow after the limits of core/limits.hpp is a bug of ours, so it
// throws InternalError, which only `run` catches.

#include <cstdint>
#include <stdexcept>
#include <string>

namespace euproj {

__extension__ typedef __int128 Int128;

/// A broken invariant of the program itself; `what()` says what was being computed.
class InternalError : public std::logic_error {
 public:
  explicit InternalError(const std::string& what) : std::logic_error(what) {}
};

/// Apart, so that the arithmetic itself is small enough to be inlined.
[[noreturn, gnu::cold, gnu::noinline]] inline void throw_overflow(const char* what) {
  throw InternalError(what);
}

[[nodiscard]] inline std::int64_t checked_narrow(Int128 value) {
  if (value > INT64_MAX || value < INT64_MIN) throw_overflow("a number beyond 64 bits");
  return static_cast<std::int64_t>(value);
}

[[nodiscard]] inline std::int64_t checked_add(std::int64_t a, std::int64_t b) {
  std::int64_t sum = 0;
  if (__builtin_add_overflow(a, b, &sum)) throw_overflow("a sum beyond 64 bits");
  return sum;
}

[[nodiscard]] inline std::int64_t checked_subtract(std::int64_t a, std::int64_t b) {
  std::int64_t difference = 0;
  if (__builtin_sub_overflow(a, b, &difference)) {
    throw_overflow("a difference beyond 64 bits");
  }
  return difference;
}

[[nodiscard]] inline Int128 checked_multiply(Int128 a, Int128 b) {
  Int128 product = 0;
  if (__builtin_mul_overflow(a, b, &product)) throw_overflow("a product beyond 128 bits");
  return product;
}

}  // namespace euproj
