#pragma once
// The dialect of one log: its delimiter and decimal sign, declared or found once for the file.
//
// The delimiter comes from the header and the first rows, the decimal sign from the number columns
// of a sample; never from a row on its own. What stays unclear is a finding, and nothing is read.

#include <optional>
#include <string_view>

#include "euproj/model/data_file.hpp"
#include "euproj/words/diagnostics.hpp"
#include "read/logs/log_form.hpp"
#include "read/rows/header.hpp"

namespace euproj {

/// Of `;` `,` TAB the one under which the header has the most known names; then the one that gives
/// the most rows the header's number of cells. Nothing when there is no header or none is known.
[[nodiscard]] std::optional<char> find_delimiter(std::string_view text, const DataFile& declared,
                                                 const LogForm& form, FileId file,
                                                 Diagnostics& diagnostics);

/// Whether the only cell of the header holds several known names: a CSV file that a spreadsheet
/// took for a single column, which is reported. `declared` has the delimiter of the sheet's text.
[[nodiscard]] bool has_rows_in_one_cell(std::string_view sheet, const DataFile& declared,
                                        const LogForm& form, FileId file, Diagnostics& diagnostics);

/// The sign that all numbers of the sample share; a dot when none has one. Nothing when both occur.
[[nodiscard]] std::optional<char> find_decimal_sign(std::string_view text, char delimiter,
                                                    const Header& header, const DataFile& declared,
                                                    FileId file, Diagnostics& diagnostics);

}  // namespace euproj
