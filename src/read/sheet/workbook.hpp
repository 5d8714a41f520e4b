#pragma once
// Workbook: the sheets of one XLSX or ODS file, each read when it is asked for.

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "read/sheet/cell_number.hpp"
#include "read/sheet/sheet_text.hpp"

namespace euproj {

struct ListedSheet {
  std::string name;
  bool is_hidden = false;  // also very hidden
};

class Workbook {
 public:
  virtual ~Workbook() = default;
  [[nodiscard]] const std::vector<ListedSheet>& sheets() const { return sheets_; }
  /// The day of the number 0, as DataFile::day_zero.
  [[nodiscard]] std::int32_t day_zero() const { return day_zero_; }
  /// The sheet at a position among them; `decimal` is the sign that its numbers get.
  /// SpreadsheetFault when it cannot be read.
  [[nodiscard]] virtual SheetText read(std::size_t sheet, char decimal, Extent extent) = 0;

 protected:
  std::vector<ListedSheet> sheets_;
  std::int32_t day_zero_ = day_zero_1900;
};

// SpreadsheetFault when the file cannot be read. Null when the archive is none of the form; it
// outlives the workbook.
[[nodiscard]] std::unique_ptr<Workbook> open_xlsx(SheetArchive& archive);  // ECMA-376
[[nodiscard]] std::unique_ptr<Workbook> open_ods(SheetArchive& archive);   // OpenDocument 1.3

}  // namespace euproj
