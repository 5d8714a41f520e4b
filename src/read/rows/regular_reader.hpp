#pragma once
// RegularReader: the fast engine. Rows about which there is nothing to say, many at a time.
//
// It reads the columns of columns.def one after another into rows of the model, and asks the rules
// of row_rules.hpp. Each row that it does not reject is the one that read_row would give.

#include <memory>

#include "read/rows/regular_cells.hpp"
#include "read/rows/row_context.hpp"

namespace euproj {

class RegularReader {
 public:
  virtual ~RegularReader() = default;
  /// All columns of some rows, of which it rejects those about which there may be something to say.
  virtual void read(RegularCells& cells) = 0;
  /// Appends the rows from `first` to before `end`, none of them rejected. Rows come in order, so
  /// that words get their codes in order.
  virtual void push(std::size_t first, std::size_t end) = 0;
};

/// Null for a log that is only read row by row. All outlive the reader.
[[nodiscard]] std::unique_ptr<RegularReader> regular_reader(LogKind log, const RowContext& context,
                                                            Logs& logs);

}  // namespace euproj
