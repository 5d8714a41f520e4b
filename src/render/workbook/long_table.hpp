#pragma once
// LongTable writes the rows of a table that has too many to hold: each is made, laid out and
// written before the next.
//
// libxlsxwriter would hold every cell, or in constant memory take a third longer. So it writes the
// sheet with stand-ins for the rows, and the finished sheet is copied with the rows in their place:
//
//   as the library writes it                        what comes of it
//   row         7  the headings                     row         7  the headings
//   row         8  A8 empty, in the first style     row         8  the first row of the table
//   row         9  A9 empty, in the second style    row         9  the second row
//     ..           a stand-in for each style          ..
//   row 1 000 007  empty: here the sheet ends       row 1 000 007  the last row
//
// The stand-ins say which number the library gave to each style (the `s` of their cells). So the
// rows are made twice: once for their styles, before the library writes, and once for their text.

#include <map>
#include <string_view>
#include <vector>

#include "euproj/base/files.hpp"
#include "render/sheets/layout.hpp"
#include "render/workbook/style.hpp"

namespace euproj {

class LongTable {
 public:
  /// The rows' table outlives it.
  LongTable(const LongRows& rows, std::vector<std::size_t> widths, Language language);

  [[nodiscard]] std::uint32_t first_row() const { return rows_.first; }
  [[nodiscard]] std::uint32_t last_row() const;
  [[nodiscard]] std::uint16_t last_column() const;
  /// Of its cells, each once, in the order in which they first occur; fewer than rows.
  [[nodiscard]] const std::vector<CellStyle>& styles() const { return styles_; }

  /// The rows as they stand in the file. `numbers`: by position in styles().
  void write(const std::vector<std::int32_t>& numbers, const Sink& sink);

 private:
  /// Of the cell above, whose style nearly always is that of this one.
  struct LastStyle {
    std::size_t type = std::variant_npos;
    SheetPart part{};
    Tone tone{};
    std::size_t style = 0;
  };

  [[nodiscard]] std::size_t style_in_column(const SheetCell& cell);
  [[nodiscard]] std::size_t position_of(const CellStyle& style);

  LongRows rows_;
  std::vector<std::size_t> widths_;
  Language language_;
  std::vector<CellStyle> styles_;
  std::map<CellStyle, std::size_t> positions_;  // in styles_
  std::vector<LastStyle> last_;                 // by column
};

/// A sheet as the library wrote it, with the rows of its long tables, from the top, in the place of
/// their stand-ins. WriteFailure where it has none.
void write_with_rows(std::string_view sheet, std::vector<LongTable>& tables, const Sink& sink);

}  // namespace euproj
