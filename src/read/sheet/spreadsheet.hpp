#pragma once
// The door of spreadsheets: the sheets of an XLSX or ODS file as CSV texts, for the reader of logs.
//
// What a file is shows in its first bytes; its name only tells what the user thought it was.

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "euproj/model/data_file.hpp"
#include "euproj/words/diagnostics.hpp"
#include "read/sheet/workbook.hpp"

namespace euproj {

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
