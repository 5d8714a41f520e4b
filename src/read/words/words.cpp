#include "read/words/words.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "euproj/base/encoding.hpp"
#include "euproj/base/utf8.hpp"
#include "euproj/model/logs.hpp"

namespace euproj {
namespace {

constexpr std::array<std::string_view, 6> answer_words = {"tak", "nie", "odmowa",
                                                          "yes", "no",  "refused"};
constexpr std::array<std::string_view, 7> sex_words = {"K",     "M",   "kobieta", "mężczyzna",
                                                       "woman", "man", "F"};
constexpr std::array<std::string_view, 2> place_kind_words = {"created", "supported"};
constexpr std::array<std::string_view, 3> degurba_words = {"1", "2", "3"};

char ascii_lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

/// Latin-1 and Latin Extended-A; Unicode pairs capital and small letter there in three ways.
std::uint32_t lower_code_point(std::uint32_t c) {
  if (c >= 0xC0 && c <= 0xDE && c != 0xD7) return c + 0x20;
  const bool odd_capitals = (c >= 0x139 && c <= 0x148) || (c >= 0x179 && c <= 0x17E);
  if (odd_capitals) return c % 2 == 1 ? c + 1 : c;
  if (c == 0x178) return 0xFF;
  const bool even_capitals = c >= 0x100 && c <= 0x177 && c != 0x130 && c != 0x138;
  if (even_capitals) return c % 2 == 0 ? c + 1 : c;
  return c;
}

template <typename Meaning, std::size_t count>
std::optional<Meaning> meaning_of(
    std::string_view text, const std::array<std::pair<std::string_view, Meaning>, count>& words) {
  for (const auto& [word, meaning] : words) {
    if (same_word(text, word)) return meaning;
  }
  return std::nullopt;
}

}  // namespace

std::string lower_case(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    if (static_cast<unsigned char>(text[at]) < 0x80) {
      out += ascii_lower(text[at++]);
    } else {
      append_utf8(out, lower_code_point(next_code_point(text, at)));
    }
  }
  return out;
}

bool same_word(std::string_view a, std::string_view b) {
  if (a == b) return true;
  if (ascii_prefix(a) == a.size() && ascii_prefix(b) == b.size()) {  // the usual case: no copy
    return a.size() == b.size() && std::equal(a.begin(), a.end(), b.begin(), [](char x, char y) {
             return ascii_lower(x) == ascii_lower(y);
           });
  }
  return lower_case(a) == lower_case(b);
}

std::string ungrouped_pesel(std::string_view text) {
  std::string digits;
  for (const char c : text) {
    if (c != ' ' && c != '\'') digits += c;
  }
  return digits;
}

std::optional<Answer> answer_of(std::string_view text) {
  static constexpr std::array<std::pair<std::string_view, Answer>, 7> words = {{
      {"tak", Answer::yes},
      {"nie", Answer::no},
      {"yes", Answer::yes},
      {"no", Answer::no},
      {"odmowa", Answer::refused},
      {"refused", Answer::refused},
      {"odmowa podania informacji", Answer::refused},  // the word of both central systems
  }};
  return meaning_of(text, words);
}

std::optional<Sex> sex_of(std::string_view text) {
  static constexpr std::array<std::pair<std::string_view, Sex>, 8> words = {{
      {"K", Sex::woman},
      {"M", Sex::man},
      {"kobieta", Sex::woman},
      {"mężczyzna", Sex::man},
      {"mezczyzna", Sex::man},
      {"woman", Sex::woman},
      {"man", Sex::man},
      {"F", Sex::woman},
  }};
  return meaning_of(text, words);
}

std::optional<PlaceKind> place_kind_of(std::string_view text) {
  static constexpr std::array<std::pair<std::string_view, PlaceKind>, 2> words = {{
      {"created", PlaceKind::created},
      {"supported", PlaceKind::supported},
  }};
  return meaning_of(text, words);
}

std::span<const std::string_view> words_of(ColumnType type) {
  if (type == ColumnType::answer) return answer_words;
  if (type == ColumnType::sex) return sex_words;
  if (type == ColumnType::place_kind) return place_kind_words;
  if (type == ColumnType::labour_status) return labour_status_words;
  if (type == ColumnType::education) return education_levels;
  if (type == ColumnType::degurba) return degurba_words;
  return {};
}

Code code_of_word(ColumnType type, std::string_view text) {
  const std::span<const std::string_view> words = words_of(type);
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (same_word(text, words[i])) return static_cast<Code>(i + 1);
  }
  return no_code;
}

Code code_of_answer(std::string_view text) {
  static_assert(static_cast<Code>(Answer::blank) == no_code);
  return static_cast<Code>(answer_of(text).value_or(Answer::blank));
}

Code code_of_sex(std::string_view text) {
  static_assert(static_cast<Code>(Sex::unknown) == no_code);
  return static_cast<Code>(sex_of(text).value_or(Sex::unknown));
}

}  // namespace euproj
