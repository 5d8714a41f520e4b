// Rows of `support`: what a participant received, or how many others came.

#include "read/row_readers.hpp"

#include "euproj/base/kinds.hpp"

namespace euproj {

SupportRow support_row(RowCells& cells, const Project& project, Codes& codes) {
  SupportRow row;
  row.origin = cells.origin();
  row.date = cells.date(Column::support_date);
  row.date_to = cells.date(Column::support_date_to);
  if (row.date.known() && row.date_to.known() && row.date_to < row.date) {
    cells.report(Kind::ends_before_start, Column::support_date_to,
                 {row.date_to.iso(), row.date.iso()});
  }

  row.person_id = cells.person_id(Column::support_person_id, codes.person_ids);
  const auto headcount = cells.count(Column::support_headcount);
  row.headcount = headcount.value_or(0);
  if (row.person_id != no_code && headcount) {
    cells.report_row(Kind::person_and_headcount, {std::to_string(*headcount)});
  } else if (row.person_id == no_code && !cells.has(Column::support_headcount)) {
    cells.report_row(Kind::no_person_no_headcount);
  }

  const std::size_t forms = project.support_forms.size();
  row.form = forms > 0 ? cells.reference(Column::support_form, codes.forms, forms)
                       : cells.repeated(Column::support_form, codes.forms);
  if (project.budget.latest().tasks_declared) {
    // Costs carry tasks, support does not; here the name is only checked.
    static_cast<void>(
        cells.reference(Column::support_task, codes.tasks, project.budget.latest().tasks.size()));
  }
  row.session = cells.repeated(Column::support_session_id, codes.sessions);
  row.provider = cells.repeated(Column::support_provider, codes.providers);
  row.hours = cells.quantity(Column::support_hours).value_or(Quantity());
  if (row.hours < Quantity()) {
    cells.report(Kind::negative_hours, Column::support_hours, {row.hours.text()});
  }
  return row;
}

void read_support(RowCells& cells, const Project& project, Codes& codes, Logs& logs) {
  const SupportRow row = support_row(cells, project, codes);
  if (cells.ok()) logs.support.push_back(row);
}

}  // namespace euproj
