#pragma once
// StoredNumber is what a spreadsheet stores for an amount, a quantity, a percentage or a day.
//
// Excel stores numbers as doubles. Up to 10^15 units (grosze, ten-thousandths) a double gives them
// back exactly; what is larger is written as text, and so are days before March 1900, where Excel
// counts a 29 February that never was.
//
// RowText writes rows of a sheet as they stand in its part of the file, without libxlsxwriter.
//
// For sheets of up to a million rows, which take a fifth less time so than by the library in
// constant memory
// (`./dev bench`). Texts stand in their cells ("inline"), as the library writes them there too.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "euproj/report/document.hpp"

namespace euproj {

struct StoredNumber {
  std::int64_t units = 0;
  int decimals = 0;  // the number is units / 10^decimals

  [[nodiscard]] double as_double() const;
  /// As in a file: "-12.5", without zeros at the end.
  void append_to(std::string& out) const;
};

/// None for text, for nothing, and for what a spreadsheet would not store exactly.
[[nodiscard]] std::optional<StoredNumber> stored_number(const CellValue& value);

class RowText {
 public:
  /// Rows from the top, cells from the left. `height` in points; 0: as usual.
  void begin_row(std::uint32_t row, std::size_t height, bool is_folded = false);
  void end_row() { text_ += "</row>"; }
  /// `style` is the position of a format in the file.
  void number(std::uint16_t column, std::int32_t style, const StoredNumber& value);
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

/// Whether the library would print this number with other digits than its own.
[[nodiscard]] bool gets_a_tail(const StoredNumber& number);

/// A sheet as the library wrote it; each number in the fewest digits that give the same double.
/// Texts that a formula gives stay as they are.
[[nodiscard]] std::string with_shortest_numbers(std::string_view sheet);

}  // namespace euproj
