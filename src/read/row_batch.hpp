#pragma once
// RowBatch: rows read ahead of their use, so that what they name can be asked for in one go.

#include <string_view>
#include <vector>

#include "read/csv_scanner.hpp"

namespace euproj {

class RowBatch {
 public:
  /// Takes the scanner's next rows, of those that begin before `end` in its text; false when there
  /// is none. Good until it is called again.
  [[nodiscard]] bool read(CsvScanner& scanner, std::size_t end);
  [[nodiscard]] const std::vector<CsvRow>& rows() const { return rows_; }
  /// The texts of one cell (1-based) of those rows that have it; good as long as the rows.
  [[nodiscard]] const std::vector<std::string_view>& texts_of(std::size_t cell);

 private:
  std::vector<CsvRow> rows_;
  std::vector<std::string_view> texts_;
};

}  // namespace euproj
