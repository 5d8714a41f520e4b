// Fills the log of support and lays it out as a table.
#include "support_log.h"

#include <algorithm>
#include <cstddef>
#include <stdexcept>
#include <utility>

namespace euproj_examples {

namespace {

std::string cell_of(const SupportRow& row, const std::string& column, const Dialect& dialect) {
  if (column == "date") return format_day(row.date, dialect.date);
  if (column == "date_to") {
    return row.date_to > row.date ? format_day(row.date_to, dialect.date) : "";
  }
  if (column == "person_id") return row.person_id;
  if (column == "form") return row.form;
  if (column == "task") return row.task;
  if (column == "session_id") return row.session_id;
  if (column == "hours") {
    return row.half_hours == 0 ? "" : format_half_hours(row.half_hours, dialect.decimal);
  }
  if (column == "provider") return row.provider;
  if (column == "headcount") return row.headcount == 0 ? "" : std::to_string(row.headcount);
  throw std::runtime_error("no such column of the support log: " + column);
}

}  // namespace

void SupportLog::add(const SupportRow& row) {
  const bool is_person = !row.person_id.empty();
  if (is_person && !known_.emplace(row.person_id, row.form, row.date.number).second) return;
  rows_.push_back(row);
  rows_.back().date_to = later_of(row.date, row.date_to);
}

void SupportLog::add_group_session(RandomSource& random, const std::vector<Person>& people,
                                   const GroupSession& session, const Admission& admits) {
  const Day until = later_of(session.date, session.date_to);
  std::vector<const Person*> present;
  for (const Person& person : people) {
    if (admits(person) && takes_part(person, session.date, until)) present.push_back(&person);
  }
  random.shuffle(present);
  if (static_cast<int>(present.size()) > session.places) {
    present.resize(static_cast<std::size_t>(session.places));
  }
  std::sort(present.begin(), present.end(),
            [](const Person* left, const Person* right) { return left->id < right->id; });
  for (const Person* person : present) {
    add({.date = session.date,
         .date_to = until,
         .person_id = person->id,
         .form = session.form,
         .task = session.task,
         .session_id = session.session_id,
         .half_hours = session.half_hours,
         .provider = session.provider,
         .headcount = 0});
  }
}

void SupportLog::add_individual(RandomSource& random, const std::vector<Person>& people,
                                const IndividualPlan& plan, const Admission& admits) {
  for (const Person& person : people) {
    if (!admits(person)) continue;
    for (const Stay& stay : person.stays) {
      std::size_t turn = 0;
      for (Day date = working_day_from(stay.first_support + plan.first_after); date <= stay.exit;) {
        const std::size_t form = turn++ % plan.forms.size();
        add({.date = date,
             .date_to = date,
             .person_id = person.id,
             .form = plan.forms[form],
             .task = plan.task,
             .session_id = "",
             .half_hours = random.between(plan.shortest, plan.longest),
             .provider = plan.providers[form],
             .headcount = 0});
        const int quarter = plan.days_between / 4;
        date = working_day_from(date + plan.days_between + random.between(-quarter, quarter));
      }
    }
  }
}

Table SupportLog::table(const std::vector<std::string>& columns, const Dialect& dialect,
                        int year) const {
  std::vector<const SupportRow*> chosen;
  for (const SupportRow& row : rows_) {
    if (year == 0 || civil_of(row.date).year == year) chosen.push_back(&row);
  }
  std::stable_sort(
      chosen.begin(), chosen.end(),
      [](const SupportRow* left, const SupportRow* right) { return left->date < right->date; });
  Table table{.columns = plain_columns(columns), .rows = {}};
  for (const SupportRow* row : chosen) {
    std::vector<std::string> cells;
    for (const std::string& column : columns) cells.push_back(cell_of(*row, column, dialect));
    table.rows.push_back(std::move(cells));
  }
  return table;
}

}  // namespace euproj_examples
