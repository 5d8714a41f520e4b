#pragma once
// CellStyle says how a cell is shown: its number in Excel's language-neutral codes, its part of the
// sheet in colours that stay apart in grey, and never in colour alone. Pure, so that it is tested
// without a file.

#include <compare>
#include <cstdint>
#include <string>

#include "euproj/report/document.hpp"
#include "render/sheets/layout.hpp"

namespace euproj {

enum class Alignment { left, right, centre };

struct CellLook {
  std::string number_format;  // empty: text
  Alignment alignment = Alignment::left;

  friend auto operator<=>(const CellLook&, const CellLook&) = default;
};

/// "#,##0.00", "0.00%", "yyyy-mm-dd"; a quantity with the decimals it has, and at least its own.
[[nodiscard]] CellLook look_of(const Cell& cell, ColumnKind kind);

/// As long as a cell of Excel may be; where it is cut, its end says by how many characters.
[[nodiscard]] std::string fitting_text(const std::string& content, Language language);

/// What a cell without a number shows, as far as Excel can hold it.
[[nodiscard]] std::string shown_text(const SheetCell& cell, Language language);

/// Cut short, with `&`, which begins a code in headers and footers, doubled.
[[nodiscard]] std::string page_header_text(const std::string& content);

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
