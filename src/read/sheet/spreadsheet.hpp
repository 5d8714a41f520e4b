#pragma once
// The door of spreadsheets: one sheet of an XLSX or ODS file as a CSV text, for the reader of logs.
//
// What a file is shows in its first bytes; its name only tells what the user thought it was.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "euproj/model/data_file.hpp"
#include "euproj/words/diagnostics.hpp"
#include "read/sheet/archive.hpp"

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

/// The names of the sheets that a person sees. None when the file cannot be read, which is
/// reported.
[[nodiscard]] std::vector<std::string> visible_sheets(std::string_view bytes, FileId file,
                                                      Diagnostics& diagnostics);

/// By `sheet:`, else the first one. Nothing when it cannot be read, which is reported.
[[nodiscard]] std::optional<Sheet> read_spreadsheet(std::string_view bytes,
                                                    const DataFile& declared, FileId file,
                                                    Diagnostics& diagnostics,
                                                    const SheetLimits& limits = {});

}  // namespace euproj
