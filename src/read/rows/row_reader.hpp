#pragma once
// read_row: the exact engine. The cells of one row, whatever they hold, become a row of the model.
//
// Every cell of columns.def is read and every rule of row_rules.hpp asked, so that all faults of
// the row are found. The row is good when the cells are (RowCells::ok).

#include "read/rows/row_context.hpp"

namespace euproj {

template <typename Row>
[[nodiscard]] Row read_row(RowCells& cells, const RowContext& context);

/// Reads a row of a log and appends it to its table, unless it has errors.
void read_row_of(LogKind log, RowCells& cells, const RowContext& context, Logs& logs);

}  // namespace euproj
