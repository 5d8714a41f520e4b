// Check digits of PESEL and NIP.
#include "identity.h"

#include <array>
#include <cstddef>

#include "table.h"

namespace euproj_examples {

namespace {

template <std::size_t Count>
int weighted_sum(const std::string& digits, const std::array<int, Count>& weights) {
  int sum = 0;
  for (std::size_t index = 0; index < Count; ++index) {
    sum += (digits.at(index) - '0') * weights[index];
  }
  return sum;
}

}  // namespace

std::string make_pesel(Day birth, Sex sex, int ordinal) {
  const CivilDate date = civil_of(birth);
  const int month = date.month + (date.year >= 2000 ? 20 : 0);
  const int serial = 9700 + ordinal % 150 * 2 + (sex == Sex::man ? 1 : 0);
  const std::string digits =
      padded(date.year % 100, 2) + padded(month, 2) + padded(date.day, 2) + padded(serial, 4);
  constexpr std::array<int, 10> weights = {1, 3, 7, 9, 1, 3, 7, 9, 1, 3};
  return digits + std::to_string((10 - weighted_sum(digits, weights) % 10) % 10);
}

std::string make_nip(int ordinal) {
  constexpr std::array<int, 9> weights = {6, 5, 7, 2, 3, 4, 5, 6, 7};
  // A sum with remainder 10 has no check digit: such a number is skipped.
  for (int middle = 100000 + ordinal * 7919;; ++middle) {
    const std::string digits = "000" + padded(middle % 1000000, 6);
    const int check = weighted_sum(digits, weights) % 11;
    if (check < 10) return digits + std::to_string(check);
  }
}

}  // namespace euproj_examples
