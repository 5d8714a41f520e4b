#include "render/workbook/letter_widths.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

#include "euproj/base/utf8.hpp"

namespace euproj {
namespace {

constexpr std::size_t digit = 100;   // widths are in hundredths of a digit
constexpr std::size_t margin = 150;  // the borders of a cell and an indent
constexpr std::size_t safety = 3;    // percent: letters on a screen are set in whole pixels
constexpr std::uint8_t unknown = 140;
constexpr std::uint8_t widest = 182;  // of all that takes one byte

using Widths = std::array<std::uint8_t, 0x180>;  // by code point, up to Latin Extended-A

/// The widest of Calibri, bold Calibri and DejaVu Sans, which stands in for it where it is missing.
constexpr Widths known_widths() {
  struct Group {
    std::u32string_view letters;
    std::uint8_t width;
  };
  constexpr std::array<Group, 11> groups = {{
      {U" iljIł.,:;'!|", 50},
      {U"tfrJ()[]{}-\"", 72},
      {U"cszćśżźLŁ/_", 88},
      {U"0123456789", digit},
      {U"aegkvxyąęF", 99},
      {U"bdhnopqruńóSEPYT", 106},
      {U"BCKRXZĆŚŻŹ", 115},
      {U"=+", 132},
      {U"ADGHNOQUVÓŃĄ", 136},
      {U"mw", 162},
      {U"MW%@", widest},
  }};
  Widths widths{};
  widths.fill(unknown);
  for (const Group& group : groups) {
    for (const char32_t letter : group.letters) widths[letter] = group.width;
  }
  return widths;
}

std::size_t width_of(std::string_view character, std::uint32_t letter) {
  static constexpr Widths widths = known_widths();
  return letter < widths.size() ? widths[letter] : unknown * display_width(character);
}

}  // namespace

std::size_t lines_in_cell(std::string_view text, std::size_t width) {
  const std::size_t room =
      std::max(width * digit * (100 - safety) / 100, margin + 2 * digit) - margin;
  if (text.size() * widest <= room && text.find('\n') == std::string_view::npos) return 1;
  std::size_t lines = 1;
  std::size_t used = 0;  // of this line, up to the word
  std::size_t word = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t from = at;
    const std::uint32_t letter = next_code_point(text, at);
    const std::size_t wide = width_of(text.substr(from, at - from), letter);
    if (letter == U'\n') {
      ++lines;
      used = word = 0;
    } else if (letter == U' ') {
      used += word + wide;  // a blank at the end of a line needs no room
      word = 0;
    } else {
      word += wide;
      if (used + word <= room) continue;
      ++lines;  // with the word, or with its last letter where it is longer than a line
      used = 0;
      if (word > room) word = wide;
    }
  }
  return lines;
}

}  // namespace euproj
