#pragma once
// The door of spreadsheets: the sheets of an XLSX or ODS file as CSV texts, for the reader of logs.
//
// What a file is shows in its first bytes; its name only tells what the user thought it was. Each
// of the two forms is a Workbook, whose sheets are read when they are asked for.

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "euproj/model/data_file.hpp"
#include "euproj/words/diagnostics.hpp"
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

/// Whether it is no text: a ZIP archive, or the container of old or encrypted Office files.
[[nodiscard]] bool is_spreadsheet(std::string_view bytes);

/// Warns about a text that is named as a spreadsheet, or of which a sheet is asked for.
void check_text_file(const std::string& path, const DataFile& declared, FileId file,
                     Diagnostics& diagnostics);

struct Sheet {
  std::string name;
  std::string text;  // cells joined by `;`, a line for each row
  DataFile form;     // the declared one, as it holds for the text
};

/// Opened once, for as many sheets as are asked for.
class Spreadsheet {
 public:
  /// Null when it cannot be read, which is reported. `bytes` must outlive it.
  [[nodiscard]] static std::unique_ptr<Spreadsheet> open(std::string_view bytes, FileId file,
                                                         Diagnostics& diagnostics,
                                                         const SheetLimits& limits = {});

  [[nodiscard]] const std::vector<ListedSheet>& sheets() const { return workbook_->sheets(); }
  /// Of a sheet by its position, all rows or those among which its header is found. Nothing when it
  /// cannot be read, which is reported.
  [[nodiscard]] std::optional<Sheet> read(std::size_t sheet, Extent extent,
                                          const DataFile& declared, FileId file,
                                          Diagnostics& diagnostics);

 private:
  Spreadsheet(std::string_view bytes, const SheetLimits& limits) : archive_(bytes, limits) {}

  SheetArchive archive_;
  std::unique_ptr<Workbook> workbook_;
};

}  // namespace euproj
