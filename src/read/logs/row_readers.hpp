#pragma once
// One function per log: the cells of a row to a row of model/logs.hpp.
//
// Each reads every cell, checks what one row can contradict by itself (SPEC 3, 4.11), and appends
// the row only when it is without errors. What takes two rows is the check floor's.

#include "euproj/model/project.hpp"
#include "read/table/cells.hpp"

namespace euproj {

using RowReader = void (*)(RowCells& cells, const Project& project, Codes& codes, Logs& logs);

void read_participant(RowCells& cells, const Project& project, Codes& codes, Logs& logs);
void read_support(RowCells& cells, const Project& project, Codes& codes, Logs& logs);
/// The row alone, for who decides by it; good when the cells are.
[[nodiscard]] SupportRow support_row(RowCells& cells, const Project& project, Codes& codes);
void read_outcome(RowCells& cells, const Project& project, Codes& codes, Logs& logs);
void read_place(RowCells& cells, const Project& project, Codes& codes, Logs& logs);
void read_measurement(RowCells& cells, const Project& project, Codes& codes, Logs& logs);
void read_expenditure(RowCells& cells, const Project& project, Codes& codes, Logs& logs);
void read_alias(RowCells& cells, const Project& project, Codes& codes, Logs& logs);

}  // namespace euproj
