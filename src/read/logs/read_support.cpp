// Rows of `support`: what a participant received, or how many others came.

#include <array>

#include "euproj/words/kinds.hpp"
#include "read/logs/plain_readers.hpp"
#include "read/logs/row_readers.hpp"

namespace euproj {
namespace {

Listed listed_forms(const Project& project) {
  return {!project.support_forms.empty(), project.support_forms.size()};
}

class PlainSupport : public PlainReader {
 public:
  PlainSupport(const Project& project, Codes& codes, Logs& logs)
      : forms_(listed_forms(project)),
        tasks_declared_(project.budget.latest().tasks_declared),
        tasks_(project.budget.latest().tasks.size()),
        codes_(codes),
        logs_(logs) {}

  void read(PlainCells& cells) override {
    cells.read(Column::support_date, days_);
    cells.read(Column::support_date_to, last_days_);
    cells.look_up(Column::support_person_id, persons_, codes_.person_ids);
    cells.strike_filled(Column::support_headcount);
    cells.read_listed(Column::support_form, form_codes_, codes_.forms, forms_);
    if (tasks_declared_) {
      cells.read_references(Column::support_task, task_codes_, codes_.tasks, tasks_);
    }
    cells.read_repeated(Column::support_session_id, sessions_, codes_.sessions);
    cells.read_repeated(Column::support_provider, providers_, codes_.providers);
    cells.read(Column::support_hours, hours_);  // which have no sign
    for (std::size_t row = 0; row < cells.size(); ++row) {
      const bool ends_before_start = last_days_[row].known() && last_days_[row] < days_[row];
      cells.strike_if(ends_before_start || persons_[row].text.empty(), row);
    }
  }

  void push(const PlainCells& cells, std::size_t first, std::size_t end) override {
    std::array<Code, PlainRows::most> persons;
    for (std::size_t row = first; row < end; ++row) {
      persons[row] = codes_.person_ids.intern(persons_[row]);
    }
    logs_.support.append(end - first, [&](std::size_t at) __attribute__((always_inline)) {
      const std::size_t row = first + at;
      SupportRow support;
      support.origin = cells.origin(row);
      support.date = days_[row];
      support.date_to = last_days_[row];
      support.person_id = persons[row];
      support.form = form_codes_[row];
      support.session = sessions_[row];
      support.provider = providers_[row];
      support.hours = hours_[row];
      return support;
    });
  }

 private:
  const Listed forms_;
  const bool tasks_declared_;
  const std::size_t tasks_;
  Codes& codes_;
  Logs& logs_;
  ByRow<Date> days_;
  ByRow<Date> last_days_;
  ByRow<LookedUp> persons_;
  ByRow<Code> form_codes_;
  ByRow<Code> task_codes_;
  ByRow<Code> sessions_;
  ByRow<Code> providers_;
  ByRow<Quantity> hours_;
};

}  // namespace

std::unique_ptr<PlainReader> plain_support(const Project& project, Codes& codes, Logs& logs) {
  return std::make_unique<PlainSupport>(project, codes, logs);
}

SupportRow support_row(RowCells& cells, const Project& project, Codes& codes) {
  SupportRow row;
  row.origin = cells.origin();
  row.date = cells.date(Column::support_date);
  row.date_to = cells.date(Column::support_date_to);
  if (row.date.known() && row.date_to.known() && row.date_to < row.date) {
    cells.report(Kind::ends_before_start, Column::support_date_to,
                 {row.date_to.iso(), row.date.iso()});
  }

  row.person_id = cells.interned(Column::support_person_id, codes.person_ids);
  const auto headcount = cells.count(Column::support_headcount);
  row.headcount = headcount.value_or(0);
  if (row.person_id != no_code && headcount) {
    cells.report_row(Kind::person_and_headcount, {std::to_string(*headcount)});
  } else if (row.person_id == no_code && !cells.has(Column::support_headcount)) {
    cells.report_row(Kind::no_person_no_headcount);
  }

  row.form = cells.listed(Column::support_form, codes.forms, listed_forms(project));
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
