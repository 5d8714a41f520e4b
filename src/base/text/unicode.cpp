#include "euproj/base/unicode.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <array>

#include "euproj/base/encoding.hpp"
#include "euproj/base/utf8.hpp"

namespace euproj {
namespace {

constexpr std::uint32_t first_not_ascii = 0x80;

constexpr char ascii_lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

std::uint32_t lower(std::uint32_t c) {
  return static_cast<std::uint32_t>(utf8proc_tolower(static_cast<utf8proc_int32_t>(c)));
}

bool is_mark(std::uint32_t c) {
  return utf8proc_category(static_cast<utf8proc_int32_t>(c)) == UTF8PROC_CATEGORY_MN;
}

/// The letter that the marks of `c` were put on, itself when it has none. The stroke of ł is none
/// to Unicode, but it is to who types without Polish letters.
std::uint32_t without_marks(std::uint32_t c) {
  if (c == 0x141 || c == 0x142) return c == 0x141 ? 'L' : 'l';
  std::array<utf8proc_int32_t, 4> parts{};
  int last_class = 0;
  const utf8proc_ssize_t count =
      utf8proc_decompose_char(static_cast<utf8proc_int32_t>(c), parts.data(), parts.size(),
                              UTF8PROC_DECOMPOSE, &last_class);
  return count > 0 ? static_cast<std::uint32_t>(parts[0]) : c;
}

/// The small ASCII letter or digit that `c` is without its marks; 0: it is neither.
char folded_letter(std::uint32_t c) {
  const std::uint32_t plain = c < first_not_ascii ? c : without_marks(c);
  if (plain >= first_not_ascii) return 0;
  const char letter = ascii_lower(static_cast<char>(plain));
  return (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9') ? letter : '\0';
}

// The Polish order.

/// Both cases of each letter.
constexpr std::string_view alphabet =
    "aAąĄbBcCćĆdDeEęĘfFgGhHiIjJkKlLłŁmMnNńŃoOóÓpPqQrRsSśŚtTuUvVwWxXyYzZźŹżŻ";
constexpr std::uint32_t first_letter = 0x110000;  // above all that is no letter

/// Letters by their place in the alphabet, digits below them by value, the rest by code point.
std::uint32_t weight_of(std::uint32_t c) {
  std::uint32_t place = 0;
  for (std::size_t at = 0; at < alphabet.size(); ++place) {
    if (next_code_point(alphabet, at) == c) return first_letter + place / 2;
  }
  if (c < first_not_ascii) return c;
  const char plain = folded_letter(c);  // "ü" -> "u"
  return plain == '\0' ? c : weight_of(static_cast<unsigned char>(plain));
}

bool is_sign(std::uint32_t weight) {
  return weight < '0' || (weight > '9' && weight < first_not_ascii);
}

/// Signs such as [ and ~ stand above the digits in ASCII; here they are all below.
std::uint32_t rank_of(std::uint32_t c) {
  const std::uint32_t weight = weight_of(c);
  return is_sign(weight) ? weight : weight + first_not_ascii;
}

// What looks alike.

constexpr std::uint32_t blank = ' ';

/// All blanks and dashes are one, and a letter is a small one.
std::uint32_t letter_of_likeness(std::uint32_t letter) {
  constexpr std::uint32_t minus = 0x2212;
  const utf8proc_category_t category = utf8proc_category(static_cast<utf8proc_int32_t>(letter));
  const bool is_gap = category == UTF8PROC_CATEGORY_ZS || category == UTF8PROC_CATEGORY_PD;
  return is_gap || letter == minus ? blank : lower(letter);
}

constexpr auto ascii_of_likeness = [] {
  std::array<char, first_not_ascii> letters{};
  for (std::size_t i = 0; i < letters.size(); ++i) letters[i] = ascii_lower(static_cast<char>(i));
  letters['-'] = blank;
  return letters;
}();

bool is_digit(std::uint32_t letter) { return letter >= '0' && letter <= '9'; }

template <typename Take>
void for_likeness(std::string_view id, Take take) {
  std::uint32_t last = 0;
  bool was_gap = false;
  for (std::size_t at = 0; at < id.size();) {
    const auto byte = static_cast<unsigned char>(id[at]);
    const std::uint32_t letter =
        byte < first_not_ascii
            ? (++at,
               static_cast<std::uint32_t>(static_cast<unsigned char>(ascii_of_likeness[byte])))
            : letter_of_likeness(next_code_point(id, at));
    if (letter == blank) {
      was_gap = true;
      continue;
    }
    if (was_gap && is_digit(last) && is_digit(letter)) take('-');
    was_gap = false;
    last = letter;
    take(letter);
  }
}

}  // namespace

std::string lower_case(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    if (static_cast<unsigned char>(text[at]) < first_not_ascii) {
      out += ascii_lower(text[at++]);
    } else {
      append_utf8(out, lower(next_code_point(text, at)));
    }
  }
  return out;
}

bool same_word(std::string_view a, std::string_view b) {
  if (a == b) return true;
  if (ascii_prefix(a) == a.size() && ascii_prefix(b) == b.size()) {  // the usual case: no copy
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](char x, char y) { return ascii_lower(x) == ascii_lower(y); });
  }
  return lower_case(a) == lower_case(b);
}

std::string folded(std::string_view text) {
  std::string out;
  bool is_gap = false;
  for (std::size_t at = 0; at < text.size();) {
    const std::uint32_t c = next_code_point(text, at);
    if (c >= first_not_ascii && is_mark(c)) continue;  // on its own: decomposed text (NFD)
    const char letter = folded_letter(c);
    if (letter == '\0') {
      is_gap = !out.empty();
      continue;
    }
    if (is_gap) out += ' ';
    is_gap = false;
    out += letter;
  }
  return out;
}

std::size_t display_width(std::string_view text) {
  std::size_t width = 0;
  for (std::size_t at = 0; at < text.size();) {
    if (static_cast<unsigned char>(text[at]) < first_not_ascii) {
      ++at;
      ++width;
    } else {
      const auto c = static_cast<utf8proc_int32_t>(next_code_point(text, at));
      width += static_cast<std::size_t>(utf8proc_charwidth(c));
    }
  }
  return width;
}

bool is_showable(std::uint32_t c) {
  const utf8proc_property_t& property = *utf8proc_get_property(static_cast<utf8proc_int32_t>(c));
  switch (property.category) {
    case UTF8PROC_CATEGORY_CC:
    case UTF8PROC_CATEGORY_ZL:
    case UTF8PROC_CATEGORY_ZP:
      return false;
    default:
      break;
  }
  switch (property.bidi_class) {
    case UTF8PROC_BIDI_CLASS_LRE:
    case UTF8PROC_BIDI_CLASS_RLE:
    case UTF8PROC_BIDI_CLASS_LRO:
    case UTF8PROC_BIDI_CLASS_RLO:
    case UTF8PROC_BIDI_CLASS_PDF:
    case UTF8PROC_BIDI_CLASS_LRI:
    case UTF8PROC_BIDI_CLASS_RLI:
    case UTF8PROC_BIDI_CLASS_FSI:
    case UTF8PROC_BIDI_CLASS_PDI:
      return false;
    default:
      return (c & 0xFFFE) != 0xFFFE;  // U+xxFFFE and U+xxFFFF are no characters
  }
}

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

std::string likeness_of(std::string_view id) {
  std::string likeness;
  for_likeness(id, [&](std::uint32_t letter) { append_utf8(likeness, letter); });
  return likeness;
}

std::uint64_t likeness_number(std::string_view id) {
  constexpr std::uint64_t factor = 0x9E3779B97F4A7C15u;
  std::uint64_t number = 0;
  for_likeness(id, [&](std::uint32_t letter) { number = number * factor + letter; });
  return number;
}

}  // namespace euproj
