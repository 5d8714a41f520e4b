#include "render/text/wrap_text.hpp"

#include <algorithm>

#include "euproj/base/unicode.hpp"
#include "euproj/base/utf8.hpp"

namespace euproj {
namespace {

/// Polish does not leave "w", "i" or "z" alone at the end of a line.
bool holds_on(std::string_view word) {
  return word.size() == 1 && std::string_view("aiouwzAIOUWZ").find(word[0]) != word.npos;
}

std::vector<std::string_view> words_of(std::string_view text) {
  std::vector<std::string_view> words;
  while (!text.empty()) {
    std::size_t end = std::min(text.find_first_of(" \n"), text.size());
    if (holds_on(text.substr(0, end)) && end + 1 < text.size() && text[end] == ' ') {
      end = std::min(text.find_first_of(" \n", end + 1), text.size());
    }
    if (end > 0) words.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return words;
}

/// How many bytes of the word fit into `width` columns: at least one character, so that it ends.
std::size_t bytes_that_fit(std::string_view word, std::size_t width) {
  std::size_t used = 0;
  std::size_t after_sign = 0;
  std::size_t at = 0;
  while (at < word.size()) {
    std::size_t next = at;
    const std::uint32_t c = next_code_point(word, next);
    used += display_width(word.substr(at, next - at));
    if (used > width && at > 0) break;
    at = next;
    if (c == '/' || c == '-' || c == '_' || c == '.') after_sign = at;
  }
  // A break after a sign is worth a shorter line, but not a line of a few characters.
  return at < word.size() && after_sign > at / 2 ? after_sign : at;
}

}  // namespace

std::vector<std::string> wrap_text(std::string_view text, std::size_t width) {
  width = std::max<std::size_t>(width, 1);
  std::vector<std::string> lines(1);
  std::size_t used = 0;
  for (std::string_view word : words_of(text)) {
    std::size_t word_width = display_width(word);
    if (used > 0 && used + 1 + word_width <= width) {
      lines.back() += ' ';
      ++used;
    } else if (used > 0) {
      lines.emplace_back();
      used = 0;
    }
    while (word_width > width) {
      const std::size_t bytes = bytes_that_fit(word, width);
      if (bytes == word.size()) break;  // one character wider than the line
      lines.back() += word.substr(0, bytes);
      lines.emplace_back();
      word.remove_prefix(bytes);
      word_width = display_width(word);
    }
    lines.back() += word;
    used += word_width;
  }
  return lines;
}

std::size_t widest_word(std::string_view text) {
  std::size_t widest = 0;
  for (const std::string_view word : words_of(text)) {
    widest = std::max(widest, display_width(word));
  }
  return widest;
}

}  // namespace euproj
