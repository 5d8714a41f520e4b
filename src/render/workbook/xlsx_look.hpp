#pragma once
// How cells are shown, in Excel's language-neutral codes, and texts for page headers.

#include <string>

#include "euproj/report/document.hpp"

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

/// Cut short, with `&`, which begins a code in headers and footers, doubled.
[[nodiscard]] std::string page_header_text(const std::string& content);

}  // namespace euproj
