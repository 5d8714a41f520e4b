// Indicators, outputs before results.
//
// The workbook has total, women and men side by side, as the payment claim does, so that a column
// can be filtered and charted; a text has no room for that and puts women and men on lines below.

#include <algorithm>

#include "euproj/base/texts.hpp"
#include "report/sections.hpp"

namespace euproj::parts {
namespace {

struct Shown {
  Indicator::Kind kind;
  const char* id;
  Text title;
  Text empty_note;
  Text chart;
};
constexpr Shown outputs = {Indicator::Kind::output, "outputs", Text::table_outputs,
                           Text::none_outputs, Text::chart_outputs};
constexpr Shown results = {Indicator::Kind::result, "results", Text::table_results,
                           Text::none_results, Text::chart_results};

int least_decimals(Count count) { return count == Count::ratio ? 2 : 0; }

/// `blank` stands where there is no percentage.
Cell achieved_cell(const std::optional<Percent>& achieved, Cell blank = Cell()) {
  if (!achieved) return blank;
  constexpr std::int64_t reached = 100'00;
  return Cell(*achieved, achieved->hundredths >= reached ? Tone::good : Tone::normal);
}

std::vector<const IndicatorFigures*> indicators_of(const Figures& figures, Indicator::Kind kind) {
  std::vector<const IndicatorFigures*> found;
  for (const IndicatorFigures& indicator : figures.indicators) {
    if (indicator.kind == kind) found.push_back(&indicator);
  }
  return found;
}

Table wide_table(const Figures& figures, const Words& words, const Shown& shown) {
  Table table;
  table.id = shown.id;
  table.title = words(shown.title);
  table.empty_note = words(shown.empty_note);
  table.medium = Medium::workbook;
  const bool with_codes =
      std::any_of(figures.indicators.begin(), figures.indicators.end(),
                  [](const IndicatorFigures& indicator) { return !indicator.code.empty(); });
  table.columns = {column("id", words(Text::column_id), ColumnKind::label),
                   column("name", words(Text::column_indicator), ColumnKind::text),
                   column("unit", words(Text::column_unit), ColumnKind::text),
                   column("baseline", words(Text::column_baseline), ColumnKind::count)};
  add_sex_columns(table, words, "target", words(Text::column_target), ColumnKind::count);
  add_sex_columns(table, words, "period", words(Text::column_period), ColumnKind::count);
  add_sex_columns(table, words, "cumulative", words(Text::column_cumulative_narrow),
                  ColumnKind::count);
  add_sex_columns(table, words, "achieved", words(Text::column_achieved), ColumnKind::percent);
  if (with_codes) {
    table.columns.push_back(column("code", words(Text::column_code), ColumnKind::label));
  }
  for (const IndicatorFigures* indicator : indicators_of(figures, shown.kind)) {
    const int decimals = least_decimals(indicator->count);
    std::vector<Cell> cells = {indicator->id, indicator->name.in(words.language()), indicator->unit,
                               quantity_cell(indicator->baseline, decimals)};
    for (const std::optional<Quantity>& value :
         {indicator->target.total, indicator->target.women, indicator->target.men,
          indicator->period.total, indicator->period.women, indicator->period.men,
          indicator->cumulative.total, indicator->cumulative.women, indicator->cumulative.men}) {
      cells.push_back(quantity_cell(value, decimals));
    }
    for (const std::optional<Percent>& achieved :
         {indicator->achieved, indicator->achieved_women, indicator->achieved_men}) {
      cells.push_back(achieved_cell(achieved));
    }
    if (with_codes) cells.emplace_back(indicator->code);
    add_row(table, std::move(cells));
  }
  return table;
}

void add_sex_line(Table& table, std::string label, const std::optional<Quantity>& target,
                  const std::optional<Quantity>& period, const std::optional<Quantity>& cumulative,
                  const std::optional<Percent>& achieved) {
  if (!target && !cumulative) return;
  add_row(table, {std::string(), std::move(label), std::string(), std::string(),
                  target ? Cell(*target) : Cell(std::string()), optional_cell(period),
                  optional_cell(cumulative), achieved_cell(achieved, std::string())});
}

Table narrow_table(const Figures& figures, const Words& words, const Shown& shown) {
  Table table;
  table.id = std::string(shown.id) + "_text";
  table.title = words(shown.title);
  table.empty_note = words(shown.empty_note);
  table.medium = Medium::text;
  table.columns = {column("id", words(Text::column_id), ColumnKind::label),
                   column("name", words(Text::column_indicator), ColumnKind::text),
                   column("unit", words(Text::column_unit), ColumnKind::text),
                   column("baseline", words(Text::column_baseline), ColumnKind::count),
                   column("target", words(Text::column_target), ColumnKind::count),
                   column("period", words(Text::column_period), ColumnKind::count),
                   column("cumulative", words(Text::column_cumulative), ColumnKind::count),
                   column("achieved", words(Text::column_achieved), ColumnKind::percent)};
  for (const IndicatorFigures* indicator : indicators_of(figures, shown.kind)) {
    const int decimals = least_decimals(indicator->count);
    std::string name = indicator->name.in(words.language());
    if (!indicator->code.empty()) name += " [" + indicator->code + "]";
    add_row(table, {indicator->id, std::move(name), indicator->unit,
                    quantity_cell(indicator->baseline, decimals),
                    quantity_cell(indicator->target.total, decimals),
                    quantity_cell(indicator->period.total, decimals),
                    quantity_cell(indicator->cumulative.total, decimals),
                    achieved_cell(indicator->achieved)});
    add_sex_line(table, words(Text::row_women), indicator->target.women, indicator->period.women,
                 indicator->cumulative.women, indicator->achieved_women);
    add_sex_line(table, words(Text::row_men), indicator->target.men, indicator->period.men,
                 indicator->cumulative.men, indicator->achieved_men);
  }
  return table;
}

}  // namespace

DocumentSection indicators_section(const Figures& figures, const Words& words) {
  DocumentSection section;
  section.id = "indicators";
  section.title = words(Text::section_indicators);
  for (const Shown& shown : {outputs, results}) {
    Table wide = wide_table(figures, words, shown);
    const bool any_achieved =
        std::any_of(figures.indicators.begin(), figures.indicators.end(),
                    [&](const IndicatorFigures& i) { return i.kind == shown.kind && i.achieved; });
    if (any_achieved) {
      section.charts.push_back(
          Chart{Chart::Shape::bars, words(shown.chart), wide.id, "id", {"achieved_total"}});
    }
    section.tables.push_back(std::move(wide));
    section.tables.push_back(narrow_table(figures, words, shown));
  }
  return section;
}

}  // namespace euproj::parts
