#pragma once
// Header: which cell of a row holds which column of a log.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "euproj/model/columns.hpp"
#include "euproj/words/diagnostics.hpp"
#include "read/csv/csv_scanner.hpp"

namespace euproj {

/// The headers that name columns of one log: the names of SPEC 3, or those of `columns:` instead.
/// Compared trimmed and without regard to case; one header may be mapped to several columns.
class ColumnNames {
 public:
  explicit ColumnNames(const DataFile& declared);

  [[nodiscard]] std::vector<Column> find(std::string_view header) const;
  [[nodiscard]] std::size_t count_known(const CsvRow& header) const;

 private:
  std::vector<std::pair<std::string, Column>> names_;  // in lower case
};

struct Header {
  std::vector<std::uint16_t> cells;  // by Column: 1-based, 0 when the file has no such column
  std::vector<std::string> names;    // by cell, as the file writes them

  [[nodiscard]] std::size_t width() const { return names.size(); }
  [[nodiscard]] std::uint16_t cell(Column column) const {
    return cells[static_cast<std::size_t>(column)];
  }
  /// As the file writes it; the name of SPEC 3 when the file has no such column.
  [[nodiscard]] std::string name(Column column) const;
};

/// Nothing when a needed column is missing, one stands twice or a mapping leads nowhere; every
/// fault is reported, and each unknown column once as a warning.
[[nodiscard]] std::optional<Header> read_header(const CsvRow& row, const DataFile& declared,
                                                FileId file, Diagnostics& diagnostics);

/// The kind of finding for a row that could not be scanned, and its arguments.
[[nodiscard]] Message message_of(CsvFault fault);

}  // namespace euproj
