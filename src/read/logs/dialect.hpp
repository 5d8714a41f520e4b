#pragma once
// The dialect of one log: its delimiter and decimal sign, declared or found once for the file.
//
// The delimiter comes from the header and the first rows, the decimal sign from the number columns
// of a sample; never from a row on its own. What stays unclear is a finding, and nothing is read.

#include <optional>
#include <string_view>

#include "euproj/model/data_file.hpp"
#include "euproj/words/diagnostics.hpp"
#include "read/rows/header.hpp"
#include "read/rows/table.hpp"

namespace euproj {

/// Where the table of a text is, and what stands between its cells.
struct Layout {
  char delimiter = ';';
  TableStart start;
};

/// The declared delimiter, else that of a line `sep=;`, else of `;` `,` TAB the one under which
/// the best header is found: all needed names before the most known ones, then the most rows of the
/// header's number of cells. Nothing when there is no header or none of its names is known.
[[nodiscard]] std::optional<Layout> find_layout(std::string_view text, const DataFile& declared,
                                                const HeaderNames& names, FileId file,
                                                Diagnostics& diagnostics);

/// Whether the only cell of the header holds several known names: a CSV file that a spreadsheet
/// took for a single column, which is reported. `declared` has the delimiter of the sheet's text.
[[nodiscard]] bool has_rows_in_one_cell(std::string_view sheet, const DataFile& declared,
                                        const HeaderNames& names, FileId file,
                                        Diagnostics& diagnostics);

/// The sign that all numbers of the sample share; a dot when none has one. Nothing when both occur.
/// In a sheet numbers have a dot, and the sign is that of numbers that are kept as text.
[[nodiscard]] std::optional<char> find_decimal_sign(std::string_view text, const Layout& layout,
                                                    const Header& header, const DataFile& declared,
                                                    FileId file, Diagnostics& diagnostics);

}  // namespace euproj
