#include "read/words/shown_value.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

#include "euproj/base/suggest.hpp"
#include "euproj/base/utf8.hpp"

namespace euproj {
namespace {

constexpr std::size_t max_characters = 60;
constexpr std::size_t pesel_digits = 11;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

}  // namespace

/// A PESEL in the wrong column, or with one digit too many, is personal all the same.
std::string without_pesel(std::string_view value) {
  std::string out(value);
  for (std::size_t at = 0; at < out.size();) {
    std::size_t end = at;
    while (end < out.size() && is_digit(out[end])) ++end;
    if (end - at >= pesel_digits) std::fill_n(out.begin() + static_cast<long>(at), end - at, '#');
    at = end + 1;
  }
  return out;
}

namespace {

void append_escaped(std::string& out, std::uint32_t code_point) {
  constexpr std::string_view hex = "0123456789ABCDEF";
  if (code_point == '\n') {
    out += "\\n";
  } else if (code_point == '\r') {
    out += "\\r";
  } else if (code_point == '\t') {
    out += "\\t";
  } else if (code_point < 0x20 || (code_point >= 0x7F && code_point < 0xA0)) {
    out += "\\x";
    out += hex[code_point >> 4];
    out += hex[code_point & 0xF];
  } else {
    append_utf8(out, code_point);
  }
}

}  // namespace

std::string shown(std::string_view value) {
  const std::string safe = without_pesel(value);
  std::string out;
  std::size_t characters = 0;
  for (std::size_t at = 0; at < safe.size(); ++characters) {
    if (characters == max_characters) return out + "…";
    append_escaped(out, next_code_point(safe, at));
  }
  return out;
}

std::size_t character_count(std::string_view value) {
  std::size_t characters = 0;
  for (std::size_t at = 0; at < value.size(); ++characters) {
    static_cast<void>(next_code_point(value, at));
  }
  return characters;
}

namespace {

bool are_same_word(std::string_view text, std::string_view small) {
  return std::equal(text.begin(), text.end(), small.begin(), small.end(), [](char a, char b) {
    return (a >= 'A' && a <= 'Z' ? static_cast<char>(a + ('a' - 'A')) : a) == b;
  });
}

/// Bare, it is a number, a day, a truth or nothing for who reads YAML by its types: 1.10, 007, NO.
bool is_taken_for_another_type(std::string_view text) {
  constexpr std::array words = {std::string_view("true"), std::string_view("false"),
                                std::string_view("yes"),  std::string_view("no"),
                                std::string_view("on"),   std::string_view("off"),
                                std::string_view("y"),    std::string_view("n"),
                                std::string_view("null"), std::string_view("~")};
  return is_digit(text.front()) || text.front() == '.' ||
         std::any_of(words.begin(), words.end(),
                     [&](std::string_view word) { return are_same_word(text, word); });
}

}  // namespace

std::string yaml_text(std::string_view text) {
  const bool is_plain = !text.empty() && !is_taken_for_another_type(text) && text.front() != '-' &&
                        text.front() != ' ' && text.back() != ' ' &&
                        text.find_first_of(":#,[]{}&*!|>'\"%@`+?=<\\\t") == std::string_view::npos;
  if (is_plain) return std::string(text);
  std::string quoted = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') quoted += '\\';
    quoted += c;
  }
  return quoted + '"';
}

std::string nearest_shown(std::string_view word, std::span<const std::string_view> known) {
  const std::string_view near = nearest(word, known);
  return near.empty() ? list_shown(known, 8) : "`" + shown(near) + "`";
}

std::string list_shown(std::span<const std::string_view> words, std::size_t max) {
  std::string out;
  for (const std::string_view word : words.first(std::min(max, words.size()))) {
    if (!out.empty()) out += ", ";
    out += "`" + shown(word) + "`";
  }
  if (words.size() > max) out += ", …";
  return out.empty() ? "–" : out;
}

std::string known_shown(std::string_view word, std::span<const std::string_view> known) {
  constexpr std::size_t short_word = 2;
  constexpr std::size_t max_listed = 12;
  return word.size() <= short_word ? list_shown(known, max_listed) : nearest_shown(word, known);
}

}  // namespace euproj
