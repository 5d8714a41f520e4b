#pragma once
// Workbook: the sheets of one XLSX or ODS file, each read when it is asked for.

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "read/sheet/cell_number.hpp"
#include "read/sheet/sheet_text.hpp"

namespace euproj {

struct ListedSheet {
  std::string name;
  bool is_hidden = false;  // also very hidden
};

/// A cell as the file has it: a number as it is written, a formula without its `=`.
struct RawCell {
  enum class Kind : std::uint8_t { text, number, truth, error };
  std::size_t row = 0;  // from 1, as the column
  std::size_t column = 0;
  Kind kind{};
  std::string value;
  std::string formula;  // empty: none, or one that another cell holds for several
};
using CellVisitor = std::function<void(const RawCell&)>;

class Workbook {
 public:
  virtual ~Workbook() = default;
  [[nodiscard]] const std::vector<ListedSheet>& sheets() const { return sheets_; }
  /// The day of the number 0, as DataFile::day_zero.
  [[nodiscard]] std::int32_t day_zero() const { return day_zero_; }
  /// The sheet at a position among them; `decimal` is the sign that its numbers get.
  /// SpreadsheetFault when it cannot be read.
  [[nodiscard]] virtual SheetText read(std::size_t sheet, char decimal, Extent extent) = 0;
  /// Each cell of a sheet that holds something, in order. False: of an OpenDocument file, whose
  /// cells are read as texts alone.
  [[nodiscard]] virtual bool visit_cells(std::size_t /*sheet*/, const CellVisitor& /*visit*/) {
    return false;
  }
  /// Names of cells, and what they stand for.
  [[nodiscard]] virtual std::vector<std::pair<std::string, std::string>> names() { return {}; }

 protected:
  std::vector<ListedSheet> sheets_;
  std::int32_t day_zero_ = day_zero_1900;
};

// SpreadsheetFault when the file cannot be read. Null when the archive is none of the form; it
// outlives the workbook.
[[nodiscard]] std::unique_ptr<Workbook> open_xlsx(SheetArchive& archive);  // ECMA-376
[[nodiscard]] std::unique_ptr<Workbook> open_ods(SheetArchive& archive);   // OpenDocument 1.3

}  // namespace euproj
