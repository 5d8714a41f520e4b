#include "render/text/signs.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "euproj/base/unicode.hpp"
#include "euproj/base/utf8.hpp"
#include "render/clean_text.hpp"

namespace euproj {
namespace {

constexpr std::int64_t hundred_percent = 100'00;
constexpr std::uint32_t no_break_space = 0xA0;

/// U+00C0 to U+017F, a letter for a letter.
constexpr std::string_view latin_letters =
    "AAAAAAACEEEEIIIIDNOOOOOxOUUUUYTs"  // C0
    "aaaaaaaceeeeiiiidnooooo/ouuuuyty"  // E0
    "AaAaAaCcCcCcCcDdDdEeEeEeEeEeGgGg"  // 100
    "GgGgHhHhIiIiIiIiIiIiJjKkkLlLlLlL"  // 120
    "lLlNnNnNnnNnOoOoOoOoRrRrRrSsSsSs"  // 140
    "SsTtTtTtUuUuUuUuUuUuWwYyYZzZzZzs"  // 160
    ;
constexpr std::uint32_t first_latin = 0xC0;

constexpr std::array<std::pair<std::string_view, std::string_view>, 22> signs = {{
    {"–", "-"},   {"—", "-"},  {"‑", "-"},   {"−", "-"},  {"…", "..."}, {"„", "\""},
    {"”", "\""},  {"“", "\""}, {"’", "'"},   {"‘", "'"},  {"«", "\""},  {"»", "\""},
    {"•", "*"},   {"·", "-"},  {"×", "x"},   {"÷", "/"},  {"≤", "<="},  {"≥", ">="},
    {"€", "EUR"}, {"§", "S."}, {"°", "st."}, {"→", "->"},
}};

std::string repeated(std::string_view piece, std::size_t times) {
  std::string out;
  for (std::size_t i = 0; i < times; ++i) out += piece;
  return out;
}

std::string_view likeness(std::string_view sign, std::uint32_t c) {
  for (const auto& [known, plain] : signs) {
    if (known == sign) return plain;
  }
  if (c >= first_latin && c - first_latin < latin_letters.size()) {
    return latin_letters.substr(c - first_latin, 1);
  }
  return "?";
}

}  // namespace

std::string ascii_text(std::string_view valid) {
  std::string out;
  for (std::size_t at = 0; at < valid.size();) {
    const std::size_t begin = at;
    const std::uint32_t c = next_code_point(valid, at);
    const std::string_view sign = valid.substr(begin, at - begin);
    if (display_width(sign) == 0) continue;  // a mark on its own
    out += c < 0x80 || c == no_break_space ? sign : likeness(sign, c);
  }
  return out;
}

std::string shown_text(std::string_view text, const TextStyle& style) {
  std::string clean = clean_text(text, LineBreaks::as_blanks);
  return style.ascii ? ascii_text(clean) : clean;
}

std::string percent_bar(Percent value, std::size_t cells, const TextStyle& style) {
  constexpr std::array<const char*, 8> eighths = {"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"};
  const auto eighth_cells = static_cast<std::int64_t>(cells * 8);
  const std::int64_t clipped = std::clamp<std::int64_t>(value.hundredths, 0, hundred_percent);
  const auto filled = static_cast<std::size_t>(clipped * eighth_cells / hundred_percent);
  const bool over = value.hundredths > hundred_percent;
  const std::size_t full = filled / 8;
  std::string out = repeated(style.ascii ? "#" : "█", full - (over ? 1 : 0));
  if (over) out += style.ascii ? ">" : "▶";
  std::size_t used = full;
  if (filled % 8 > 0 && !style.ascii) {
    out += eighths[filled % 8];
    ++used;
  }
  return out + repeated(style.ascii ? "." : "·", cells - used);
}

std::string rule_text(Rule rule, std::size_t width, const TextStyle& style) {
  if (style.ascii) return repeated(rule == Rule::heavy ? "=" : "-", width);
  return repeated(rule == Rule::heavy ? "═" : "─", width);
}

}  // namespace euproj
