// Rows of `outcomes`: what a participant achieved, and when.

#include "read/row_readers.hpp"

namespace euproj {

void read_outcome(RowCells& cells, const Project&, Codes& codes, Logs& logs) {
  OutcomeRow row;
  row.origin = cells.origin();
  row.person_id = cells.person_id(Column::outcomes_person_id, codes.person_ids);
  row.outcome = cells.repeated(Column::outcomes_outcome, codes.outcomes);
  row.date = cells.date(Column::outcomes_date);
  if (cells.ok()) logs.outcomes.push_back(row);
}

}  // namespace euproj
