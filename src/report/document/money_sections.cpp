#include <algorithm>

#include "euproj/words/texts.hpp"
#include "report/document/sections.hpp"

namespace euproj::parts {
namespace {

void add_use_of_sources(TypedTable<SourceFigures>& table) {
  table.column("period", Text::column_period, &SourceFigures::period);
  table.column("cumulative", Text::column_cumulative, &SourceFigures::cumulative);
  table
      .column("remaining", Text::column_remaining,
              [](const SourceFigures& source) { return attention_if_negative(source.remaining); })
      .rule(difference_of("agreed", "cumulative"));
  table.column("used_percent", Text::column_used, &SourceFigures::used)
      .rule(ratio_of("cumulative", "agreed"))
      .watch(Watch::above_whole);
}

Table sources_table(const Figures& figures, const Words& words) {
  TypedTable<SourceFigures> table(words, "sources");
  table.empty_note(Text::none_sources);
  table.label("id", Text::column_source, [words](const SourceFigures& source) {
    const std::string& name = source.name.in(words.language());
    return text_cell(name.empty() ? source.id : name);
  });
  table.column("kind", Text::column_source_kind,
               [words](const SourceFigures& source) { return source_kind_text(words, source); });
  table.column("share", Text::column_share,
               [words](const SourceFigures& source) { return share_text(words, source); });
  table.column("agreed", Text::column_agreed, &SourceFigures::agreed);
  const bool tells_costs = !figures.costs_suppressed;
  if (tells_costs) add_use_of_sources(table);
  table.rows(figures.sources);
  if (!table.empty()) {
    table.total_row(Text::row_total, "id");
    if (tells_costs) table.total_cell("used_percent", cell_of(words, used_of_total(figures)));
  }
  return table.take();
}

/// What amendments in the period moved of what had been spent before.
Table adjustments_table(const Figures& figures, const Words& words) {
  TypedTable<AdjustmentFigures> table(words, "adjustments");
  table.title(Text::table_adjustments);
  table.column("day", Text::column_amendment, &AdjustmentFigures::day);
  table.list(source_columns(figures, words), &AdjustmentFigures::moved);
  table.rows(figures.adjustments);
  return table.take();
}

struct CostLine {
  std::string name;
  MoneyFigures money;
};

Table costs_table(const Figures& figures, const Words& words) {
  TypedTable<CostLine> table(words, "costs");
  table.title(Text::table_costs);
  // Keeps the columns of the sheet in line with those of the tables below.
  table.label("id", std::string(), [](const CostLine&) { return TextCell::blank(); });
  table.column("name", Text::column_costs, &CostLine::name);
  table.column("period", Text::column_period,
               [](const CostLine& line) { return line.money.period; });
  table.column("cumulative", Text::column_cumulative,
               [](const CostLine& line) { return line.money.cumulative; });
  table.row({words(Text::row_direct), figures.direct});
  table.row({indirect_label(figures, words), figures.indirect});
  table.row({words(Text::row_eligible), figures.eligible}, RowRole::total);
  return table.take();
}

Table tasks_table(const Figures& figures, const Words& words) {
  TypedTable<TaskFigures> table(words, "tasks");
  table.title(Text::table_tasks);
  table.empty_note(Text::none_tasks);
  table.label("id", Text::column_id, &TaskFigures::id);
  table.column("name", Text::column_task, &TaskFigures::name);
  table.column("planned", Text::column_planned, &TaskFigures::planned);
  table.column("period", Text::column_period, &TaskFigures::period);
  table.column("cumulative", Text::column_cumulative, &TaskFigures::cumulative);
  table
      .column("remaining", Text::column_remaining,
              [](const TaskFigures& task) { return attention_if_negative(task.remaining); })
      .rule(difference_of("planned", "cumulative"));
  table.rows(figures.tasks);
  if (!table.empty()) table.total_row(Text::row_total, "name");
  return table.take();
}

Table categories_table(const Figures& figures, const Words& words) {
  TypedTable<CategoryFigures> table(words, "categories");
  table.title(Text::table_categories);
  table.label("id", Text::column_id, &CategoryFigures::id);
  table.column("name", Text::column_category, &CategoryFigures::name);
  table.column("period", Text::column_period, &CategoryFigures::period);
  table.column("cumulative", Text::column_cumulative, &CategoryFigures::cumulative);
  table.rows(figures.categories);
  table.total_row(Text::row_total, "name");
  return table.take();
}

TextOf<1> base_text(Limit::Base base) {
  switch (base) {
    case Limit::Base::total:
      return Text::limit_of_total;
    case Limit::Base::direct:
      return Text::limit_of_direct;
    case Limit::Base::eu:
      return Text::limit_of_eu;
  }
  return Text::limit_of_total;
}

TextCell limit_state(const Words& words, bool exceeded) {
  return exceeded ? text_cell(words(Text::limit_exceeded), Tone::attention)
                  : text_cell(words(Text::limit_kept));
}

Table limits_table(const Figures& figures, const Words& words) {
  TypedTable<LimitFigures> table(words, "limits");
  table.title(Text::table_limits);
  table.label("id", std::string(), [](const LimitFigures&) { return TextCell::blank(); });
  table.column("name", Text::column_limit, &LimitFigures::id);
  table.column("base", Text::column_limit_base, [words](const LimitFigures& limit) {
    return words(base_text(limit.of), {limit.rate.percent_text()});
  });
  table.column("used", Text::column_limit_used, &LimitFigures::used);
  table.column("max", Text::column_limit_max, &LimitFigures::max);
  table
      .column(
          "left", Text::column_limit_left,
          [words](const LimitFigures& limit) {
            return cell_of(words, limit.left).with(limit.exceeded ? Tone::attention : Tone::normal);
          })
      .rule(difference_of("max", "used"));
  table.column("state", Text::column_limit_state,
               [words](const LimitFigures& limit) { return limit_state(words, limit.exceeded); });
  table.rows(figures.limits);
  return table.take();
}

Table shifts_table(const Figures& figures, const Words& words) {
  TypedTable<ShiftFigures> table(words, "shifts");
  table.title(Text::table_shifts);
  table.label("id", Text::column_task, &ShiftFigures::task);
  table.column("planned", Text::column_planned, &ShiftFigures::planned);
  table.column("over", Text::column_over_plan, &ShiftFigures::over);
  table.column("allowed", Text::column_allowed, &ShiftFigures::allowed);
  table.column("state", Text::column_limit_state, [words](const ShiftFigures& shift) {
    return limit_state(words, shift.over > shift.allowed);
  });
  table.rows(figures.shifts);
  return table.take();
}

Table partners_table(const Figures& figures, const Words& words) {
  TypedTable<PartnerFigures> table(words, "partners");
  table.title(Text::table_partners);
  table.label("id", Text::column_partner, [words](const PartnerFigures& partner) {
    const std::string& name = partner.name.in(words.language());
    return partner.leads ? words(Text::partner_leads, {name}) : name;
  });
  table.column("planned", Text::column_planned, &PartnerFigures::planned);
  table.column("period", Text::column_period, &PartnerFigures::period);
  table.column("cumulative", Text::column_cumulative, &PartnerFigures::cumulative);
  table.list(source_columns(figures, words), &PartnerFigures::shares);
  table.column("remaining", Text::column_remaining, &PartnerFigures::remaining)
      .rule(difference_of("planned", "cumulative"));
  table.rows(figures.partners);
  table.total_row(Text::row_total, "id");
  return table.take();
}

Table documented_table(const Figures& figures, const Words& words) {
  TypedTable<DocumentedFigures> table(words, "documented");
  table.title(Text::table_documented);
  table.label("source", Text::column_source, [words, &figures](const DocumentedFigures& row) {
    return source_label(words, figures, row.source);
  });
  table.column("due", Text::column_due, &DocumentedFigures::share);
  table.column("documented", Text::column_documented, &DocumentedFigures::documented);
  table
      .column("remaining", Text::column_remaining,
              [](const DocumentedFigures& row) { return row.share - row.documented; })
      .rule(difference_of("due", "documented"));
  table.rows(figures.documented);
  return table.take();
}

Table corrections_table(const Figures& figures, const Words& words) {
  TypedTable<CorrectionFigures> table(words, "corrections");
  table.title(Text::table_corrections);
  table.label("document", Text::column_document, &CorrectionFigures::document);
  table.label("corrects", Text::column_corrects, &CorrectionFigures::corrects);
  table.column("day", Text::column_date, &CorrectionFigures::day);
  table.label("task", Text::column_task, &CorrectionFigures::task);
  table.column("amount", Text::column_amount, &CorrectionFigures::amount);
  table.column("at", Text::column_where, &CorrectionFigures::at);
  table.rows(figures.corrections);
  table.total_row(Text::row_total, "document");
  return table.take();
}

Table exposure_table(const Figures& figures, const Words& words) {
  TypedTable<ExposureFigures> table(words, "exposure");
  table.label("id", Text::column_indicator, &ExposureFigures::indicator);
  table.column("achieved", Text::column_achieved, &ExposureFigures::achieved);
  table.column("missing", Text::column_missing, &ExposureFigures::missing);
  table.column("tasks", Text::column_linked_tasks, [words](const ExposureFigures& exposure) {
    return exposure.tasks.empty() ? words(Text::all_tasks) : comma_list(exposure.tasks);
  });
  table.column("direct", Text::row_direct, &ExposureFigures::direct);
  table.column("indirect", Text::row_indirect, &ExposureFigures::indirect);
  table
      .column("together", Text::column_exposed,
              [](const ExposureFigures& exposure) { return exposure.direct + exposure.indirect; })
      .rule(sum_of("direct", "indirect"));
  table.rows(figures.exposure);
  return table.take();
}

bool has_plan(const Figures& figures) {
  return !figures.months.empty() && figures.months.front().planned.has_value();
}

Table months_table(const Figures& figures, const Words& words) {
  TypedTable<MonthFigures> table(words, "months");
  table.title(Text::table_months);
  table.empty_note(Text::none_months);
  table.label("month", Text::column_month,
              [](const MonthFigures& month) { return month.first.iso().substr(0, 7); });
  table.column("participants", Text::column_participants,
               [](const MonthFigures& month) { return suppressible(month.participants); });
  if (!figures.costs_suppressed) {
    table.column("eligible", Text::column_eligible_month, &MonthFigures::eligible);
    ColumnOptions cumulative = table.column("eligible_cumulative", Text::column_eligible_cumulative,
                                            &MonthFigures::eligible_cumulative);
    if (has_plan(figures)) cumulative.watch(Watch::below_plan, "planned_cumulative");
  }
  if (has_plan(figures)) {
    table.column("planned", Text::column_planned_month, &MonthFigures::planned);
    table.column("planned_cumulative", Text::column_planned_cumulative,
                 &MonthFigures::planned_cumulative);
  }
  if (const std::optional<Goal>& goal = figures.participants_goal) {
    table.column("goal", words(Text::column_goal, {goal->indicator}),
                 [target = goal->target](const MonthFigures&) { return target; });
  }
  table.rows(figures.months);
  return table.take();
}

std::vector<Chart> month_charts(const Figures& figures, const Words& words) {
  const auto chart = [&](FixedText title, Chart::Shape shape, std::string series) {
    return Chart{shape, words(title), "months", "month", {std::move(series)}};
  };
  std::vector<Chart> charts;
  const bool any_suppressed = std::any_of(figures.months.begin(), figures.months.end(),
                                          [](const auto& month) { return !month.participants; });
  if (!any_suppressed) {  // a spreadsheet draws a word as 0
    Chart persons = chart(Text::chart_participants, Chart::Shape::lines, "participants");
    if (const std::optional<Goal>& goal = figures.participants_goal) {
      persons.title = words(Text::chart_participants_goal, {goal->indicator});
      persons.series.emplace_back("goal");
    }
    charts.push_back(std::move(persons));
  }
  if (figures.costs_suppressed) return charts;
  Chart monthly = chart(Text::chart_spending_month, Chart::Shape::columns, "eligible");
  Chart cumulative = chart(Text::chart_spending, Chart::Shape::lines, "eligible_cumulative");
  if (has_plan(figures)) {
    monthly.series.emplace_back("planned");
    cumulative.series.emplace_back("planned_cumulative");
  }
  charts.push_back(std::move(monthly));
  charts.push_back(std::move(cumulative));
  return charts;
}

}  // namespace

std::optional<Percent> used_of_total(const Figures& figures) {
  return percent_of(figures.eligible.cumulative.minor_units(), figures.total.minor_units());
}

std::string indirect_label(const Figures& figures, const Words& words) {
  return figures.flat_rate
             ? words(Text::row_indirect_rate, {figures.flat_rate->rate.percent_text()})
             : words(Text::row_indirect);
}

std::string flat_rate_text(const FlatRateFigures& rate, const Words& words) {
  return words(
      Text::note_flat_rate,
      {rate.rate.percent_text(),
       words(rate.of == FlatRate::Base::staff ? Text::flat_rate_of_staff
                                              : Text::flat_rate_of_direct),
       words(rate.rounding == Rounding::down ? Text::flat_rate_down : Text::flat_rate_half_up)});
}

DocumentSection financing_section(const Figures& figures, const Words& words) {
  DocumentSection section = section_of("financing", words(Text::section_financing));
  section.add_note(words(Text::note_currency, {figures.currency}));
  section.add(sources_table(figures, words));
  if (!figures.sources.empty() && !figures.costs_suppressed) {
    section.add(Chart{Chart::Shape::columns,
                      words(Text::chart_sources),
                      "sources",
                      "kind",
                      {"agreed", "cumulative"}});
  }
  if (!figures.adjustments.empty()) section.add(adjustments_table(figures, words));
  return section;
}

DocumentSection expenditure_section(const Figures& figures, const Words& words) {
  DocumentSection section = section_of("expenditure", words(Text::section_expenditure));
  if (figures.costs_suppressed) {
    section.add_note(words(Text::note_costs_hidden));
    return section;
  }
  section.add_note(words(Text::note_currency, {figures.currency}));
  if (figures.flat_rate) {
    section.add_fact(flat_rate_text(*figures.flat_rate, words), figures.flat_rate->base);
  }
  section.add(costs_table(figures, words));
  section.add(tasks_table(figures, words));
  if (!figures.categories.empty()) section.add(categories_table(figures, words));
  if (!figures.lump_sums.empty()) add_lump_sums(figures, words, section);
  if (!figures.unit_costs.empty()) section.add(unit_costs_table(figures, words));
  if (!figures.limits.empty()) section.add(limits_table(figures, words));
  if (!figures.shifts.empty()) section.add(shifts_table(figures, words));
  if (!figures.partners.empty()) section.add(partners_table(figures, words));
  if (!figures.documented.empty()) section.add(documented_table(figures, words));
  if (!figures.corrections.empty()) section.add(corrections_table(figures, words));
  if (figures.eligible.period.is_negative()) {
    section.add_note(words(Text::note_negative_period));
  }
  const bool runs = figures.period.last < figures.project_period.last;
  if (runs && figures.forecast && !figures.eligible.cumulative.is_zero()) {
    const Forecast& forecast = *figures.forecast;
    section.add_fact(words(Text::fact_forecast, {std::to_string(forecast.elapsed_days),
                                                 std::to_string(forecast.project_days)}),
                     forecast.at_end);
    section.add_fact(
        words(Text::fact_forecast_percent),
        cell_of(words, percent_of(forecast.at_end.minor_units(), figures.total.minor_units())));
    add_open_lump_sums(figures, words, section);
  }
  return section;
}

DocumentSection exposure_section(const Figures& figures, const Words& words) {
  DocumentSection section = section_of("exposure", words(Text::section_exposure));
  section.add_note(words(Text::note_exposure));
  section.add_note(words(Text::note_currency, {figures.currency}));
  // Until the project ends every indicator is on its way: a terminal need not show it each month.
  section.only_in_workbook = figures.period.last < figures.project_period.last;
  section.add(exposure_table(figures, words));
  return section;
}

DocumentSection months_section(const Figures& figures, const Words& words) {
  DocumentSection section = section_of("months", words(Text::section_months));
  section.only_in_workbook = true;
  section.add(months_table(figures, words));
  if (!figures.months.empty()) section.charts = month_charts(figures, words);
  return section;
}

}  // namespace euproj::parts
