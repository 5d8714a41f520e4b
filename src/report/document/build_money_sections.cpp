// Sources of financing, expenditure, and spending by month.

#include <algorithm>

#include "report/document/sections.hpp"

#include "euproj/words/texts.hpp"
#include "report/document/agreement_tables.hpp"

namespace euproj::parts {
namespace {

Table tasks_table(const Figures& figures, const Words& words) {
  Table table;
  table.id = "tasks";
  table.title = words(Text::table_tasks);
  table.empty_note = words(Text::none_tasks);
  table.columns = {column("id", words(Text::column_id), ColumnKind::label),
                   column("name", words(Text::column_task), ColumnKind::text),
                   column("planned", words(Text::column_planned), ColumnKind::money),
                   column("period", words(Text::column_period), ColumnKind::money),
                   column("cumulative", words(Text::column_cumulative), ColumnKind::money),
                   column("remaining", words(Text::column_remaining), ColumnKind::money,
                          difference_of("planned", "cumulative"))};
  for (const TaskFigures& task : figures.tasks) {
    Cell remaining = optional_cell(task.remaining);
    if (task.remaining && task.remaining->is_negative()) remaining.tone = Tone::attention;
    add_row(table, {task.id, task.name.in(words.language()), optional_cell(task.planned),
                    task.period, task.cumulative, remaining});
  }
  if (!table.rows.empty()) add_total_row(table, words(Text::row_total), 1);
  return table;
}

Table categories_table(const Figures& figures, const Words& words) {
  Table table;
  table.id = "categories";
  table.title = words(Text::table_categories);
  table.columns = {column("id", words(Text::column_id), ColumnKind::label),
                   column("name", words(Text::column_category), ColumnKind::text),
                   column("period", words(Text::column_period), ColumnKind::money),
                   column("cumulative", words(Text::column_cumulative), ColumnKind::money)};
  for (const CategoryFigures& category : figures.categories) {
    add_row(table, {category.id, category.name.in(words.language()), category.period,
                    category.cumulative});
  }
  add_total_row(table, words(Text::row_total), 1);
  return table;
}

Table costs_table(const Figures& figures, const Words& words) {
  Table table;
  table.id = "costs";
  table.title = words(Text::table_costs);
  table.columns = {column("id", "", ColumnKind::label),
                   column("name", words(Text::column_costs), ColumnKind::text),
                   column("period", words(Text::column_period), ColumnKind::money),
                   column("cumulative", words(Text::column_cumulative), ColumnKind::money)};
  const auto row = [&](std::string label, const MoneyFigures& money, RowRole role) {
    add_row(table, {std::string(), std::move(label), money.period, money.cumulative}, role);
  };
  row(words(Text::row_direct), figures.direct, RowRole::item);
  row(figures.indirect_rate
          ? words(Text::row_indirect_rate, {figures.indirect_rate->percent_text()})
          : words(Text::row_indirect),
      figures.indirect, RowRole::item);
  row(words(Text::row_eligible), figures.eligible, RowRole::total);
  return table;
}

TextOf<1> base_text(Limit::Base base) {
  switch (base) {
    case Limit::Base::total: return Text::limit_of_total;
    case Limit::Base::direct: return Text::limit_of_direct;
    case Limit::Base::eu: return Text::limit_of_eu;
  }
  return Text::limit_of_total;
}

Table limits_table(const Figures& figures, const Words& words) {
  Table table;
  table.id = "limits";
  table.title = words(Text::table_limits);
  table.columns = {column("id", "", ColumnKind::label),
                   column("name", words(Text::column_limit), ColumnKind::text),
                   column("base", words(Text::column_limit_base), ColumnKind::text),
                   column("used", words(Text::column_limit_used), ColumnKind::money),
                   column("max", words(Text::column_limit_max), ColumnKind::money),
                   column("left", words(Text::column_limit_left), ColumnKind::money,
                          difference_of("max", "used")),
                   column("state", words(Text::column_limit_state), ColumnKind::text)};
  for (const LimitFigures& limit : figures.limits) {
    const Tone tone = limit.exceeded ? Tone::attention : Tone::normal;
    add_row(table, {std::string(), limit.id,
                    words(base_text(limit.of), {limit.rate.percent_text()}), limit.used, limit.max, Cell(limit.left, tone),
                    Cell(words(limit.exceeded ? Text::limit_exceeded : Text::limit_kept), tone)});
  }
  return table;
}

Chart month_chart(const Words& words, FixedText title, Chart::Shape shape, std::string series) {
  return Chart{shape, words(title), "months", "month", {std::move(series)}};
}

}  // namespace

DocumentSection financing_section(const Figures& figures, const Words& words) {
  DocumentSection section;
  section.id = "financing";
  section.title = words(Text::section_financing);
  section.notes = {words(Text::note_currency, {figures.currency})};

  Table table;
  table.id = "sources";
  table.empty_note = words(Text::none_sources);
  table.columns = {column("id", words(Text::column_source), ColumnKind::label),
                   column("kind", words(Text::column_source_kind), ColumnKind::text),
                   column("share", words(Text::column_share), ColumnKind::text),
                   column("agreed", words(Text::column_agreed), ColumnKind::money),
                   column("period", words(Text::column_period), ColumnKind::money),
                   column("cumulative", words(Text::column_cumulative), ColumnKind::money),
                   column("remaining", words(Text::column_remaining), ColumnKind::money,
                          difference_of("agreed", "cumulative")),
                   column("used_percent", words(Text::column_used), ColumnKind::percent,
                          ratio_of("cumulative", "agreed"))};
  table.columns.back().watch = Watch::above_whole;
  for (const SourceFigures& source : figures.sources) {
    Cell remaining = source.remaining;
    if (source.remaining.is_negative()) remaining.tone = Tone::attention;
    add_row(table, {source.id, words(source_kind_text(source.kind)),
                    source.share.empty() ? words(Text::row_remainder) : source.share, source.agreed,
                    source.period, source.cumulative, remaining, optional_cell(source.used)});
  }
  if (!table.rows.empty()) {
    add_total_row(table, words(Text::row_total));
    set_last_row_cell(table, "used_percent", used_of_total(figures));
    section.charts = {Chart{Chart::Shape::columns,
                            words(Text::chart_sources),
                            "sources",
                            "kind",
                            {"agreed", "cumulative"}}};
  }
  section.tables = {std::move(table)};
  if (!figures.adjustments.empty()) section.tables.push_back(adjustments_table(figures, words));
  return section;
}

DocumentSection expenditure_section(const Figures& figures, const Words& words) {
  DocumentSection section;
  section.id = "expenditure";
  section.title = words(Text::section_expenditure);
  section.notes = {words(Text::note_currency, {figures.currency})};
  section.tables = {costs_table(figures, words), tasks_table(figures, words)};
  if (!figures.categories.empty()) section.tables.push_back(categories_table(figures, words));
  if (!figures.limits.empty()) section.tables.push_back(limits_table(figures, words));
  if (!figures.shifts.empty()) section.tables.push_back(shifts_table(figures, words));
  if (!figures.partners.empty()) section.tables.push_back(partners_table(figures, words));
  if (!figures.documented.empty()) section.tables.push_back(documented_table(figures, words));
  if (!figures.corrections.empty()) section.tables.push_back(corrections_table(figures, words));
  if (figures.eligible.period.is_negative()) {
    section.notes.push_back(words(Text::note_negative_period));
  }
  const bool runs = figures.period.last < figures.project_period.last;
  if (runs && figures.forecast && !figures.eligible.cumulative.is_zero()) {
    const Forecast& forecast = *figures.forecast;
    section.facts.emplace_back(
        words(Text::fact_forecast, {std::to_string(forecast.elapsed_days),
                                    std::to_string(forecast.project_days)}),
        forecast.at_end);
    section.facts.emplace_back(
        words(Text::fact_forecast_percent),
        optional_cell(percent_of(forecast.at_end.minor_units(), figures.total.minor_units())));
  }
  return section;
}

DocumentSection months_section(const Figures& figures, const Words& words) {
  DocumentSection section;
  section.id = "months";
  section.title = words(Text::section_months);
  section.only_in_workbook = true;

  Table table;
  table.id = "months";
  table.title = words(Text::table_months);
  table.empty_note = words(Text::none_months);
  table.columns = {
      column("month", words(Text::column_month), ColumnKind::label),
      column("participants", words(Text::column_participants), ColumnKind::count),
      column("eligible", words(Text::column_eligible_month), ColumnKind::money),
      column("eligible_cumulative", words(Text::column_eligible_cumulative), ColumnKind::money)};
  const std::optional<Goal>& goal = figures.participants_goal;
  const bool has_plan = !figures.months.empty() && figures.months.front().planned.has_value();
  if (has_plan) {
    table.columns.back().watch = Watch::below_plan;
    table.columns.back().plan = "planned_cumulative";
    table.columns.push_back(
        column("planned", words(Text::column_planned_month), ColumnKind::money));
    table.columns.push_back(
        column("planned_cumulative", words(Text::column_planned_cumulative), ColumnKind::money));
  }
  if (goal) {
    table.columns.push_back(
        column("goal", words(Text::column_goal, {goal->indicator}), ColumnKind::count));
  }
  for (const MonthFigures& month : figures.months) {
    std::vector<Cell> cells = {month.first.iso().substr(0, 7),
                               count_cell(words, month.participants), month.eligible,
                               month.eligible_cumulative};
    if (has_plan) {
      cells.push_back(optional_cell(month.planned));
      cells.push_back(optional_cell(month.planned_cumulative));
    }
    if (goal) cells.push_back(quantity_cell(goal->target));
    add_row(table, std::move(cells));
  }
  if (!table.rows.empty()) {
    const bool any_hidden = std::any_of(figures.months.begin(), figures.months.end(),
                                        [](const auto& month) { return !month.participants; });
    if (!any_hidden) {  // a spreadsheet draws a word as 0
      Chart persons = month_chart(words, Text::chart_participants, Chart::Shape::lines, "participants");
      if (goal) {
        persons.title = words(Text::chart_participants_goal, {goal->indicator});
        persons.series.emplace_back("goal");
      }
      section.charts.push_back(std::move(persons));
    }
    Chart monthly = month_chart(words, Text::chart_spending_month, Chart::Shape::columns, "eligible");
    Chart cumulative =
        month_chart(words, Text::chart_spending, Chart::Shape::lines, "eligible_cumulative");
    if (has_plan) {
      monthly.series.emplace_back("planned");
      cumulative.series.emplace_back("planned_cumulative");
    }
    section.charts.push_back(std::move(monthly));
    section.charts.push_back(std::move(cumulative));
  }
  section.tables = {std::move(table)};
  return section;
}

}  // namespace euproj::parts
