#pragma once
// SheetText: the rows of one sheet as a CSV text, a line for each row, so that the line of a
// finding is the row that a person sees. Cells are joined by `;` and quoted where they need it.

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace euproj {

/// The one that a definition names, else the first one.
struct SheetChoice {
  std::string sheet;  // empty: the first one
  char decimal = '.';

  /// The position among `names`; SpreadsheetFault when there is no such sheet.
  [[nodiscard]] std::size_t among(const std::vector<std::string_view>& names) const;
};

class SheetText {
 public:
  /// `decimal`: the sign that numbers get.
  SheetText(std::string sheet, char decimal) : sheet_(std::move(sheet)), decimal_(decimal) {}

  /// Rows and cells are counted from 1 and given in order. SpreadsheetFault beyond the limits;
  /// blank cells and rows at the ends count for nothing, programs write them by the thousand.
  void begin_row(std::size_t row);
  void add(std::size_t column, std::string_view text);
  void add_number(std::size_t column, std::string text);  // as of number_text
  void end_row(std::size_t times = 1);

  [[nodiscard]] const std::string& sheet() const { return sheet_; }
  [[nodiscard]] const std::string& text() const { return text_; }
  [[nodiscard]] std::string take_text() { return std::move(text_); }
  /// Whether a number has decimals, which settles the sign for the sheet.
  [[nodiscard]] bool has_decimals() const { return has_decimals_; }

 private:
  void write_cells();

  std::string sheet_;
  char decimal_;
  bool has_decimals_ = false;
  std::size_t row_ = 0;
  std::size_t row_bytes_ = 0;
  std::vector<std::string> cells_;  // of the row, up to the last that is not blank
  std::size_t lines_ = 0;           // written
  std::size_t width_ = 0;           // of the first row that is not blank, which is the header
  std::string text_;
};

}  // namespace euproj
