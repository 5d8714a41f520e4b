#include "report/figures/build_people_figures.hpp"

#include <algorithm>
#include <array>

namespace euproj {
namespace {

Value value_of(const SexedQuantity& quantity) {
  return {quantity.total, quantity.women, quantity.men};
}

BreakdownRow breakdown_row(std::string key, const Series<SexedQuantity>& series, Period period) {
  BreakdownRow row;
  row.key = std::move(key);
  row.period = value_of(period_value(series, period));
  row.cumulative = value_of(series.at(period.last));
  return row;
}

bool is_empty(const BreakdownRow& row) {
  return row.cumulative.total->is_zero() && row.period.total->is_zero();
}

BreakdownFigures by_attribute(const Dossier& dossier, Breakdown of, Attribute attribute,
                              const std::vector<Series<SexedQuantity>>& series, Period period) {
  const auto& groups = dossier.project.groups;
  BreakdownFigures breakdown{of, {}};
  for (Code code = 1; code < series.size(); ++code) {
    BreakdownRow row = breakdown_row(std::string(dossier.codes.attribute(attribute).text(code)),
                                     series[code], period);
    const bool declared = of == Breakdown::group && code <= groups.size();
    if (declared) {
      row.name = groups[code - 1].name;
      row.planned = groups[code - 1].planned;
    }
    if (declared || !is_empty(row)) breakdown.rows.push_back(std::move(row));
  }
  const BreakdownRow not_given = breakdown_row("", series[no_code], period);
  if (!is_empty(not_given)) breakdown.rows.push_back(not_given);
  return breakdown;
}

bool says_anything(const BreakdownFigures& breakdown) {
  return std::any_of(breakdown.rows.begin(), breakdown.rows.end(),
                     [](const BreakdownRow& row) { return !row.key.empty(); });
}

void add_plan(const std::vector<PlannedMonth>& schedule, MonthFigures& month) {
  if (schedule.empty()) return;
  month.planned = Money();
  month.planned_cumulative = Money();
  for (const PlannedMonth& planned : schedule) {
    if (planned.first > month.first) break;
    *month.planned_cumulative += planned.amount;
    if (planned.first == month.first) month.planned = planned.amount;
  }
}

}  // namespace

void add_participants(const Dossier& dossier, const PeopleSeries& people, Figures& figures) {
  const Period period = figures.period;
  const SexedQuantity started = people.started.at(period.last);
  const SexedQuantity exited = people.exited.at(period.last);
  figures.participants = {started.total.whole_part(), started.women.whole_part(),
                          started.men.whole_part(), (started.total - exited.total).whole_part(),
                          exited.total.whole_part()};

  BreakdownFigures ages{Breakdown::age, {}};
  const auto& by_age = people.by_age;
  for (std::size_t band = 0; band < by_age.size(); ++band) {
    const bool known = band < age_bands.size();
    BreakdownRow row = breakdown_row(known ? std::string(age_bands[band].key) : std::string(),
                                     by_age[band], period);
    if (known || !is_empty(row)) ages.rows.push_back(std::move(row));
  }
  figures.breakdowns.push_back(std::move(ages));
  constexpr std::array shown = {Breakdown::group, Breakdown::labour_status, Breakdown::education};
  static_assert(shown.size() == breakdown_attributes.size());
  for (std::size_t i = 0; i < shown.size(); ++i) {
    BreakdownFigures breakdown = by_attribute(dossier, shown[i], breakdown_attributes[i],
                                              people.by_attribute[i], period);
    if (says_anything(breakdown)) figures.breakdowns.push_back(std::move(breakdown));
  }
}

void add_support(const Dossier& dossier, const std::vector<FormSeries>& forms, Figures& figures) {
  const Date last = figures.period.last;
  const Date before = figures.period.first.plus_days(-1);
  const auto& declared = dossier.project.support_forms;
  for (Code code = 1; code < forms.size(); ++code) {
    const FormSeries& form = forms[code];
    SupportFigures row;
    row.id = dossier.codes.forms.text(code);
    if (code <= declared.size()) row.name = declared[code - 1].name;
    row.persons_period = value_of(period_value(form.persons, figures.period));
    row.persons_cumulative = value_of(form.persons.at(last));
    const SupportAmount now = form.support.at(last);
    const SupportAmount earlier = form.support.at(before);
    row.sessions_cumulative = now.sessions;
    row.sessions_period = now.sessions - earlier.sessions;
    row.hours_cumulative = now.hours;
    row.hours_period = now.hours - earlier.hours;
    row.headcount_cumulative = now.headcount;
    row.headcount_period = now.headcount - earlier.headcount;
    figures.support.push_back(std::move(row));
  }
}

void add_places(const Dossier& dossier, Figures& figures) {
  for (const PlaceRow& place : dossier.logs.places) {
    if (place.from > figures.period.last) continue;
    figures.places.push_back({std::string(dossier.codes.places.text(place.place)), place.name,
                              place.kind, place.from, place.to, place.capacity});
  }
}

/// The months of the project up to the end of the period, for the charts.
void add_months(const Dossier& dossier, const PeopleSeries& people, const Expenditure& expenditure,
                Figures& figures) {
  const Period project = dossier.project.period;
  const Date last = std::min(project.last, figures.period.last);
  const CalendarDay begin = project.first.calendar();
  for (Date first = *Date::from(begin.year, begin.month, 1); first <= last;
       first = first.plus_months(1)) {
    const Date end = std::min(first.plus_months(1).plus_days(-1), last);
    const Money spent = expenditure.eligible(end);
    figures.months.push_back({first, people.started.at(end).total.whole_part(),
                              spent - expenditure.eligible(first.plus_days(-1)), spent, {}, {}});
    add_plan(dossier.project.budget.on(last).schedule, figures.months.back());
  }
}

}  // namespace euproj
