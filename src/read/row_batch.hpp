#pragma once
// RowBatch: rows read ahead of their use, so that what they name can be asked for in one go.

#include <vector>

#include "euproj/base/interner.hpp"
#include "read/csv_scanner.hpp"

namespace euproj {

class RowBatch {
 public:
  /// Takes the scanner's next rows, of those that begin before `end` in its text; false when there
  /// is none. Good until it is called again.
  [[nodiscard]] bool read(CsvScanner& scanner, std::size_t end);
  [[nodiscard]] const std::vector<CsvRow>& rows() const { return rows_; }
  /// The texts of one cell (1-based; 0: none) by row, looked up in `words` at once; good as long as the rows.
  [[nodiscard]] const std::vector<LookedUp>& look_up(std::size_t cell, const Interner& words);

 private:
  std::vector<CsvRow> rows_;
  std::vector<LookedUp> texts_;
};

}  // namespace euproj
