#pragma once
// XlsxNumber: what a spreadsheet stores for an amount, a quantity, a percentage or a day.
//
// Excel stores numbers as doubles. Up to 10^15 units (grosze, ten-thousandths) a double gives them
// back exactly; what is larger is written as text, and so are days before March 1900, where Excel
// counts a 29 February that never was.

#include <cstdint>
#include <optional>
#include <string>

#include "euproj/report/document.hpp"

namespace euproj {

struct XlsxNumber {
  std::int64_t units = 0;
  int decimals = 0;  // the number is units / 10^decimals

  [[nodiscard]] double as_double() const;
  /// As in a file: "-12.5", without zeros at the end.
  void append_to(std::string& out) const;
};

/// None for text, for nothing, and for what a spreadsheet would not store exactly.
[[nodiscard]] std::optional<XlsxNumber> stored_number(const CellValue& value);

}  // namespace euproj
