#include "euproj/core/pesel.hpp"

#include <array>
#include <utility>

namespace euproj {
namespace {

/// The century is added to the month: 1800s +80, 1900s +0, 2000s +20, 2100s +40, 2200s +60.
constexpr std::array<int, 5> century_of_twenty = {1900, 2000, 2100, 2200, 1800};

}  // namespace

Result<Pesel, PeselFault> parse_pesel(std::string_view text) {
  if (text.size() != pesel_digits) return PeselFault::not_eleven_digits;
  std::array<int, pesel_digits> digits{};
  Pesel pesel;
  for (std::size_t i = 0; i < pesel_digits; ++i) {
    if (text[i] < '0' || text[i] > '9') return PeselFault::not_eleven_digits;
    digits[i] = text[i] - '0';
    pesel.number = pesel.number * 10 + static_cast<std::uint64_t>(digits[i]);
  }
  const int coded_month = digits[2] * 10 + digits[3];
  const int year =
      century_of_twenty.at(static_cast<std::size_t>(coded_month / 20)) + digits[0] * 10 + digits[1];
  const auto born = Date::from(year, coded_month % 20, digits[4] * 10 + digits[5]);
  if (!born) return PeselFault::no_such_day;

  constexpr std::array<int, 10> weights = {1, 3, 7, 9, 1, 3, 7, 9, 1, 3};
  int sum = 0;
  for (std::size_t i = 0; i < weights.size(); ++i) sum += weights[i] * digits[i];
  if ((10 - sum % 10) % 10 != digits[10]) return PeselFault::check_digit;

  pesel.born = *born;
  pesel.sex = digits[9] % 2 == 1 ? Sex::man : Sex::woman;
  return pesel;
}

std::optional<std::string> padded_pesel(std::string_view digits) {
  if (digits.size() + 1 != pesel_digits && digits.size() + 2 != pesel_digits) return std::nullopt;
  std::string full = std::string(pesel_digits - digits.size(), '0') + std::string(digits);
  return parse_pesel(full) ? std::optional(std::move(full)) : std::nullopt;
}

bool looks_like_pesel(std::string_view text) { return parse_pesel(text).ok(); }

}  // namespace euproj
