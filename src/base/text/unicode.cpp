#include "euproj/base/unicode.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <memory>
#include <vector>

#include "euproj/base/encoding.hpp"
#include "euproj/base/format.hpp"
#include "euproj/base/utf8.hpp"

namespace euproj {
namespace {

constexpr std::uint32_t first_not_ascii = 0x80;

constexpr char ascii_lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

std::uint32_t lower(std::uint32_t c) {
  if (c < first_not_ascii) return static_cast<unsigned char>(ascii_lower(static_cast<char>(c)));
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

/// Letters and their marks as one character each (NFC), where there is such a character. Nothing
/// below the first combining mark, U+0300 or 0xCC 0x80 in UTF-8, is composed of anything.
std::string composed_text(std::string_view text) {
  constexpr unsigned char first_byte_of_marks = 0xCC;
  const auto may_be_mark = [](char c) {
    return static_cast<unsigned char>(c) >= first_byte_of_marks;
  };
  if (std::none_of(text.begin(), text.end(), may_be_mark)) return std::string(text);
  utf8proc_uint8_t* made = nullptr;
  const utf8proc_ssize_t size =
      utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                   static_cast<utf8proc_ssize_t>(text.size()), &made,
                   static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE));
  const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owner(made, &std::free);
  if (size < 0) return std::string(text);
  return {reinterpret_cast<const char*>(made), static_cast<std::size_t>(size)};
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

/// Small letters that look like Latin ones, in either case, and those.
struct Twin {
  std::uint32_t letter;
  char latin;
};
constexpr std::array<Twin, 31> twins = {{
    {0x430, 'a'}, {0x432, 'b'}, {0x435, 'e'}, {0x43A, 'k'}, {0x43C, 'm'}, {0x43D, 'h'},
    {0x43E, 'o'}, {0x440, 'p'}, {0x441, 'c'}, {0x442, 't'}, {0x443, 'y'}, {0x445, 'x'},
    {0x455, 's'}, {0x456, 'i'}, {0x458, 'j'}, {0x4BB, 'h'}, {0x3B1, 'a'}, {0x3B2, 'b'},
    {0x3B5, 'e'}, {0x3B6, 'z'}, {0x3B7, 'h'}, {0x3B9, 'i'}, {0x3BA, 'k'}, {0x3BC, 'm'},
    {0x3BD, 'n'}, {0x3BF, 'o'}, {0x3C1, 'p'}, {0x3C4, 't'}, {0x3C5, 'y'}, {0x3C7, 'x'},
    {0x3F2, 'c'},
}};

std::uint32_t without_twin(std::uint32_t letter) {
  const auto twin = std::find_if(twins.begin(), twins.end(),
                                 [letter](const Twin& one) { return one.letter == letter; });
  return twin == twins.end() ? letter : static_cast<unsigned char>(twin->latin);
}

bool is_invisible(std::uint32_t letter) {
  return utf8proc_category(static_cast<utf8proc_int32_t>(letter)) == UTF8PROC_CATEGORY_CF;
}

/// Calls `take(letter, at)` for each small letter, with where it stands: without blanks, dashes and
/// what cannot be seen, but for one dash between digits.
template <typename Take>
void for_folded(std::string_view id, Take take) {
  std::uint32_t last = 0;
  bool was_gap = false;
  const auto take_letter = [&](std::uint32_t letter, std::size_t at) {
    if (was_gap && is_digit(last) && is_digit(letter)) take(std::uint32_t{'-'}, at);
    was_gap = false;
    last = letter;
    take(letter, at);
  };
  for (std::size_t next = 0; next < id.size();) {
    const std::size_t at = next;
    const auto byte = static_cast<unsigned char>(id[at]);
    if (byte < first_not_ascii) {
      ++next;
      const auto letter = static_cast<unsigned char>(ascii_of_likeness[byte]);
      if (letter == blank) {
        was_gap = true;
      } else {
        take_letter(letter, at);
      }
      continue;
    }
    const std::uint32_t letter = letter_of_likeness(next_code_point(id, next));
    if (letter == blank) was_gap = true;
    if (letter == blank || is_invisible(letter)) continue;
    std::array<utf8proc_int32_t, 8> parts{};  // with its marks apart, as some programs write it
    int last_class = 0;
    const utf8proc_ssize_t count =
        utf8proc_decompose_char(static_cast<utf8proc_int32_t>(letter), parts.data(), parts.size(),
                                UTF8PROC_DECOMPOSE, &last_class);
    if (count <= 0 || static_cast<std::size_t>(count) > parts.size()) {
      take_letter(letter, at);
    } else {
      for (std::size_t i = 0; i < static_cast<std::size_t>(count); ++i) {
        take_letter(static_cast<std::uint32_t>(parts.at(i)), at);
      }
    }
  }
}

/// Calls `take(letter, before, at)` for each letter of the likeness, with what it was before its
/// twin took its place and where it stands.
template <typename Take>
void for_likeness(std::string_view id, Take take) {
  std::uint32_t last = 0;
  std::size_t last_at = 0;
  bool zero_waits = false;  // whether it is the number itself shows behind it
  for_folded(id, [&](std::uint32_t before, std::size_t at) {
    const bool goes_on = zero_waits && is_digit(before);
    if (zero_waits && !goes_on) take(std::uint32_t{'0'}, std::uint32_t{'0'}, last_at);
    zero_waits = before == '0' && (goes_on || !is_digit(last));
    last = before;
    last_at = at;
    if (!zero_waits) take(before < first_not_ascii ? before : without_twin(before), before, at);
  });
  if (zero_waits) take(std::uint32_t{'0'}, std::uint32_t{'0'}, last_at);
}

/// The name of what cannot be told by its looks; empty where it can.
std::string name_of_unseen(std::uint32_t letter, bool is_twin) {
  constexpr std::uint32_t no_break_space = 0xA0;
  if (letter < first_not_ascii) return {};
  std::string character;
  append_utf8(character, letter);
  if (is_twin) {
    const bool is_greek = letter < 0x400;
    return (is_greek ? "<Greek " : "<Cyrillic ") + character + ">";
  }
  if (letter == no_break_space) return "<NBSP>";
  const utf8proc_category_t category = utf8proc_category(static_cast<utf8proc_int32_t>(letter));
  const bool is_seen = category != UTF8PROC_CATEGORY_ZS && category != UTF8PROC_CATEGORY_CF &&
                       category != UTF8PROC_CATEGORY_MN && category != UTF8PROC_CATEGORY_PD;
  return is_seen ? std::string() : "<U+" + hexadecimal(letter) + ">";
}

/// Letters, and numbers without the zeros before them; a slash parts two numbers.
template <typename Take>
void for_loose_likeness(std::string_view id, Take take) {
  bool ends_in_digit = false;  // of what was taken
  bool in_number = false;
  bool only_zeros = false;  // in the number so far
  const auto begin_number = [&] {
    if (ends_in_digit) take('/');
    ends_in_digit = in_number = only_zeros = true;
  };
  const auto end_number = [&] {
    if (in_number && only_zeros) take('0');
    in_number = false;
  };
  for_folded(id, [&](std::uint32_t letter, std::size_t) {
    if (is_digit(letter)) {
      if (!in_number) begin_number();
      if (only_zeros && letter == '0') return;
      only_zeros = false;
      take(letter);
      return;
    }
    end_number();
    const bool is_letter = letter >= first_not_ascii || (letter >= 'a' && letter <= 'z');
    if (!is_letter) return;
    take(letter);
    ends_in_digit = false;
  });
  end_number();
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

std::string header_key(std::string_view text) {
  const std::string composed = composed_text(text);
  std::string out;
  out.reserve(composed.size());
  bool is_gap = false;
  for (std::size_t at = 0; at < composed.size();) {
    const std::uint32_t c = next_code_point(composed, at);
    const utf8proc_category_t category = utf8proc_category(static_cast<utf8proc_int32_t>(c));
    if (category == UTF8PROC_CATEGORY_CF) continue;  // of no width, soft hyphens, directions
    const bool is_blank = category == UTF8PROC_CATEGORY_CC || category == UTF8PROC_CATEGORY_ZS ||
                          category == UTF8PROC_CATEGORY_ZL || category == UTF8PROC_CATEGORY_ZP;
    if (is_blank) {
      is_gap = !out.empty();
      continue;
    }
    if (is_gap) out += ' ';
    is_gap = false;
    append_utf8(out, lower(c));
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

namespace {

constexpr std::uint64_t likeness_factor = 0x9E3779B97F4A7C15u;

}  // namespace

std::string likeness_of(std::string_view id) {
  std::string likeness;
  for_likeness(
      id, [&](std::uint32_t letter, std::uint32_t, std::size_t) { append_utf8(likeness, letter); });
  return likeness;
}

std::uint64_t likeness_number(std::string_view id) {
  std::uint64_t number = 0;
  for_likeness(id, [&](std::uint32_t letter, std::uint32_t, std::size_t) {
    number = number * likeness_factor + letter;
  });
  return number;
}

std::string strict_likeness_of(std::string_view id) {
  std::string likeness;
  for_folded(id, [&](std::uint32_t letter, std::size_t) { append_utf8(likeness, letter); });
  return likeness;
}

std::uint64_t strict_likeness_number(std::string_view id) {
  std::uint64_t number = 0;
  for_folded(
      id, [&](std::uint32_t letter, std::size_t) { number = number * likeness_factor + letter; });
  return number;
}

std::string loose_likeness_of(std::string_view id) {
  std::string likeness;
  for_loose_likeness(id, [&](std::uint32_t letter) { append_utf8(likeness, letter); });
  return likeness;
}

std::uint64_t loose_likeness_number(std::string_view id) {
  std::uint64_t number = 0;
  for_loose_likeness(id, [&](std::uint32_t letter) { number = number * likeness_factor + letter; });
  return number;
}

namespace {

struct PlacedLetter {
  std::uint32_t letter = 0;
  std::size_t at = 0;
};

std::vector<PlacedLetter> letters_of(std::string_view id) {
  std::vector<PlacedLetter> letters;
  for_likeness(id, [&](std::uint32_t, std::uint32_t before, std::size_t at) {
    letters.push_back({before, at});
  });
  return letters;
}

/// With names for what cannot be seen, and for the twins at `named`.
std::string with_names(std::string_view id, const std::vector<std::size_t>& named,
                       std::string& unseen) {
  std::string out;
  for (std::size_t next = 0; next < id.size();) {
    const std::size_t at = next;
    const std::uint32_t letter = next_code_point(id, next);
    const bool is_twin = std::find(named.begin(), named.end(), at) != named.end();
    const std::string name = name_of_unseen(letter, is_twin);
    out += name.empty() ? std::string(id.substr(at, next - at)) : name;
    if (!name.empty() && unseen.find(name) == std::string::npos) {
      unseen += (unseen.empty() ? "`" : ", `") + name + "`";
    }
  }
  return out;
}

}  // namespace

std::string with_unseen_named(std::string_view text) {
  if (ascii_prefix(text) == text.size()) return std::string(text);
  const bool is_latin = std::any_of(text.begin(), text.end(), [](char c) {
    return ascii_lower(c) >= 'a' && ascii_lower(c) <= 'z';
  });
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const std::uint32_t letter = next_code_point(text, at);
    const utf8proc_category_t category = utf8proc_category(static_cast<utf8proc_int32_t>(letter));
    const bool is_unseen = category == UTF8PROC_CATEGORY_ZS || category == UTF8PROC_CATEGORY_CF;
    const bool is_twin = is_latin && without_twin(letter) != letter;
    const std::string name = is_unseen || is_twin ? name_of_unseen(letter, is_twin) : std::string();
    out += name.empty() ? text.substr(begin, at - begin) : std::string_view(name);
  }
  return out;
}

ToldApart tell_apart(std::string_view first, std::string_view second) {
  const std::vector<PlacedLetter> a = letters_of(first);
  const std::vector<PlacedLetter> b = letters_of(second);
  std::vector<std::size_t> named_in_first;
  std::vector<std::size_t> named_in_second;
  for (std::size_t i = 0; i < std::min(a.size(), b.size()); ++i) {
    if (a[i].letter == b[i].letter) continue;
    if (without_twin(a[i].letter) != a[i].letter) named_in_first.push_back(a[i].at);
    if (without_twin(b[i].letter) != b[i].letter) named_in_second.push_back(b[i].at);
  }
  ToldApart told;
  told.first = with_names(first, named_in_first, told.unseen);
  told.second = with_names(second, named_in_second, told.unseen);
  return told;
}

}  // namespace euproj
