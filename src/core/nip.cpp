#include "euproj/core/nip.hpp"

#include <algorithm>
#include <array>

#include "euproj/base/unicode.hpp"

namespace euproj {
namespace {

constexpr std::size_t nip_digits = 10;
constexpr std::array<int, nip_digits - 1> nip_weights = {6, 5, 7, 2, 3, 4, 5, 6, 7};
constexpr std::array<std::string_view, 7> no_number = {"brak", "niedotyczy", "n/d", "nd",
                                                       "n.d.", "n/a",        "bd"};

bool is_nip_digit(char c) { return c >= '0' && c <= '9'; }

}  // namespace

std::string nip_key(std::string_view written) {
  std::string key = strict_likeness_of(written);
  key.erase(std::remove(key.begin(), key.end(), '-'), key.end());
  if (key.starts_with("pl") && key.size() > 2 && is_nip_digit(key[2])) key.erase(0, 2);
  const bool is_zero = key.find_first_not_of('0') == std::string::npos;
  const bool is_none = std::find(no_number.begin(), no_number.end(), key) != no_number.end();
  return is_zero || is_none ? std::string() : key;
}

std::optional<NipFault> nip_fault(std::string_view key) {
  if (key.empty() || !is_nip_digit(key.front())) return std::nullopt;
  if (key.size() != nip_digits || !std::all_of(key.begin(), key.end(), is_nip_digit)) {
    return NipFault::not_ten_digits;
  }
  int sum = 0;
  for (std::size_t i = 0; i < nip_weights.size(); ++i) sum += nip_weights.at(i) * (key[i] - '0');
  // A remainder of ten is no digit: such numbers are not given out.
  if (sum % 11 == key.back() - '0') return std::nullopt;
  return NipFault::check_digit;
}

}  // namespace euproj
