#pragma once
// How each part of a sheet is dressed: in colours that stay apart in grey, and never in colour
// alone. Pure, so that it is tested without a file.

#include <compare>
#include <cstdint>
#include <string>

#include "render/workbook/xlsx_layout.hpp"
#include "render/workbook/xlsx_look.hpp"

namespace euproj {

struct CellStyle {
  std::string number_format;
  Alignment alignment = Alignment::left;
  bool middle = false;  // of the row's height; else at the top
  bool wrapped = false;
  bool indented = false;
  bool bold = false;
  bool underlined = false;
  bool grid = false;
  bool line_above = false;
  bool of_blocks = false;    // in a font that has them in one width
  int size = 0;              // in points; 0: as usual
  std::uint32_t colour = 0;  // of the letters
  std::uint32_t fill = 0;    // 0: none

  friend auto operator<=>(const CellStyle&, const CellStyle&) = default;
};

[[nodiscard]] CellStyle style_of(const SheetCell& cell);

/// Of what deserves notice; black for what does not.
[[nodiscard]] std::uint32_t tone_colour(Tone tone);

}  // namespace euproj
