#include "euproj/base/collation.hpp"

#include <cstdint>
#include <string>

#include "euproj/base/utf8.hpp"

namespace euproj {
namespace {

/// Both cases of each letter, in order.
constexpr std::string_view alphabet =
    "aAąĄbBcCćĆdDeEęĘfFgGhHiIjJkKlLłŁmMnNńŃoOóÓpPqQrRsSśŚtTuUvVwWxXyYzZźŹżŻ";
constexpr std::uint32_t first_letter = 0x110000;  // above all that is no letter

/// Letters by their place in the alphabet, digits below them by value, the rest by code point.
std::uint32_t weight_of(std::uint32_t c) {
  std::uint32_t place = 0;
  for (std::size_t at = 0; at < alphabet.size(); ++place) {
    if (next_code_point(alphabet, at) == c) return first_letter + place / 2;
  }
  if (c < 0x80) return c;
  std::string foreign;
  append_utf8(foreign, c);
  const std::string plain = folded(foreign);  // "ü" -> "u"
  return plain.size() == 1 && plain != foreign ? weight_of(static_cast<unsigned char>(plain[0]))
                                               : c;
}

bool is_sign(std::uint32_t weight) { return weight < '0' || (weight > '9' && weight < 0x80); }

/// Signs such as [ and ~ stand above the digits in ASCII; here they are all below.
std::uint32_t rank_of(std::uint32_t c) {
  const std::uint32_t weight = weight_of(c);
  return is_sign(weight) ? weight : weight + 0x80;
}

}  // namespace

bool is_before_in_polish(std::string_view a, std::string_view b) {
  std::size_t at_a = 0;
  std::size_t at_b = 0;
  while (at_a < a.size() && at_b < b.size()) {
    const std::uint32_t rank_a = rank_of(next_code_point(a, at_a));
    const std::uint32_t rank_b = rank_of(next_code_point(b, at_b));
    if (rank_a != rank_b) return rank_a < rank_b;
  }
  if (at_a < a.size() || at_b < b.size()) return at_b < b.size();
  return a < b;
}

}  // namespace euproj
