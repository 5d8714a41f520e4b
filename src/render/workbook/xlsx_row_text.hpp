#pragma once
// XlsxRowText: rows of a sheet as they stand in its part of the file, made without libxlsxwriter.
//
// For sheets of up to a million rows, which take a quarter less time so (`./dev bench`). Texts stand in their cells ("inline"), as the library writes them in constant memory.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "render/workbook/xlsx_number.hpp"

namespace euproj {

class XlsxRowText {
 public:
  /// Rows from the top, cells from the left. `height` in points; 0: as usual.
  void begin_row(std::uint32_t row, std::size_t height);
  void end_row() { text_ += "</row>"; }
  /// `style` is the position of a format in the file.
  void number(std::uint16_t column, std::int32_t style, const XlsxNumber& value);
  void blank(std::uint16_t column, std::int32_t style);
  /// Of clean text.
  void words(std::uint16_t column, std::int32_t style, std::string_view content);

  [[nodiscard]] const std::string& text() const { return text_; }
  void clear() { text_.clear(); }

 private:
  void begin_cell(std::uint16_t column, std::int32_t style);

  std::string text_;
  std::uint32_t row_ = 0;
};

}  // namespace euproj
