// Indicators, outputs before results.
//
// The workbook has total, women and men side by side, as the payment claim does, so that a column
// can be filtered and charted; a text has no room for that and puts women and men on lines below.

#include <algorithm>
#include <array>

#include "euproj/words/texts.hpp"
#include "report/document/sections.hpp"

namespace euproj::parts {
namespace {

struct Shown {
  Indicator::Kind kind;
  const char* id;
  FixedText title;
  FixedText empty_note;
  FixedText chart;
};
constexpr Shown outputs = {Indicator::Kind::output, "outputs", Text::table_outputs,
                           Text::none_outputs, Text::chart_outputs};
constexpr Shown results = {Indicator::Kind::result, "results", Text::table_results,
                           Text::none_results, Text::chart_results};

int least_decimals(Count count) { return count == Count::ratio ? 2 : 0; }

/// `blank` stands where there is no percentage.
Cell achieved_cell(const Words& words, const std::optional<Percent>& achieved, bool hidden,
                   Cell blank = Cell()) {
  if (hidden) return hidden_cell(words);
  if (!achieved) return blank;
  constexpr std::int64_t reached = 100'00;
  return Cell(*achieved, achieved->hundredths >= reached ? Tone::good : Tone::normal);
}

/// Where there is a target there would be a percentage.
HiddenSexes hidden_achievement(const IndicatorFigures& indicator) {
  const HiddenSexes& value = indicator.cumulative.hidden;
  const Target& target = indicator.target;
  return {value.total && target.total, value.women && target.women, value.men && target.men};
}

std::vector<const IndicatorFigures*> indicators_of(const Figures& figures, Indicator::Kind kind) {
  std::vector<const IndicatorFigures*> found;
  for (const IndicatorFigures& indicator : figures.indicators) {
    if (indicator.kind == kind) found.push_back(&indicator);
  }
  return found;
}

/// On paper, so many columns in full words would be too small to read.
void shorten(Table& table, const Words& words) {
  constexpr std::array<std::pair<const char*, FixedText>, 3> narrow = {
      {{"target", Text::column_target_narrow},
       {"period", Text::column_period_narrow},
       {"achieved", Text::column_achieved_narrow}}};
  constexpr std::array<std::pair<const char*, FixedText>, 3> letters = {{{"_total", Text::letter_total},
                                                                    {"_women", Text::letter_women},
                                                                    {"_men", Text::letter_men}}};
  for (TableColumn& each : table.columns) {
    for (const auto& [id, heading] : narrow) {
      for (const auto& [sex, letter] : letters) {
        if (each.id != std::string(id) + sex) continue;
        each.paper_heading = words(heading) + " " + words(letter);
      }
    }
  }
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
  shorten(table, words);
  for (const char* const sex : {"_total", "_women", "_men"}) {
    const auto achieved = std::find_if(
        table.columns.begin(), table.columns.end(),
        [&](const TableColumn& each) { return each.id == std::string("achieved") + sex; });
    achieved->rule = ratio_of(std::string("cumulative") + sex, std::string("target") + sex);
    achieved->watch = Watch::reached;
  }
  if (with_codes) {
    table.columns.push_back(column("code", words(Text::column_code), ColumnKind::label));
  }
  for (const IndicatorFigures* indicator : indicators_of(figures, shown.kind)) {
    const int decimals = least_decimals(indicator->count);
    std::vector<Cell> cells = {indicator->id, indicator->name.in(words.language()), indicator->unit,
                               quantity_cell(indicator->baseline, decimals)};
    const Target& target = indicator->target;
    add_values(cells, words, {target.total, target.women, target.men}, decimals);
    add_values(cells, words, indicator->period, decimals);
    add_values(cells, words, indicator->cumulative, decimals);
    const HiddenSexes hidden = hidden_achievement(*indicator);
    cells.push_back(achieved_cell(words, indicator->achieved, hidden.total));
    cells.push_back(achieved_cell(words, indicator->achieved_women, hidden.women));
    cells.push_back(achieved_cell(words, indicator->achieved_men, hidden.men));
    if (with_codes) cells.emplace_back(indicator->code);
    add_row(table, std::move(cells));
  }
  return table;
}

struct SexLine {
  FixedText label;
  const std::optional<Quantity>& target;
  const std::optional<Quantity>& period;
  bool period_hidden = false;
  const std::optional<Quantity>& cumulative;
  bool cumulative_hidden = false;
  const std::optional<Percent>& achieved;
};

void add_sex_line(Table& table, const Words& words, const SexLine& line) {
  if (!line.target && !line.cumulative && !line.cumulative_hidden) return;
  const auto value = [&](const std::optional<Quantity>& number, bool hidden) {
    return hidden ? hidden_cell(words) : optional_cell(number);
  };
  add_row(table, {std::string(), words(line.label), std::string(), std::string(),
                  line.target ? Cell(*line.target) : Cell(std::string()),
                  value(line.period, line.period_hidden),
                  value(line.cumulative, line.cumulative_hidden),
                  achieved_cell(words, line.achieved, line.cumulative_hidden && line.target,
                                std::string())});
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
    const auto total = [&](const Value& value) {
      return value.hidden.total ? hidden_cell(words) : quantity_cell(value.total, decimals);
    };
    std::string name = indicator->name.in(words.language());
    if (!indicator->code.empty()) name += " [" + indicator->code + "]";
    add_row(table, {indicator->id, std::move(name), indicator->unit,
                    quantity_cell(indicator->baseline, decimals),
                    quantity_cell(indicator->target.total, decimals),
                    total(indicator->period), total(indicator->cumulative),
                    achieved_cell(words, indicator->achieved,
                                  hidden_achievement(*indicator).total)});
    const Value& period = indicator->period;
    const Value& cumulative = indicator->cumulative;
    add_sex_line(table, words,
                 {Text::row_women, indicator->target.women, period.women, period.hidden.women,
                  cumulative.women, cumulative.hidden.women, indicator->achieved_women});
    add_sex_line(table, words,
                 {Text::row_men, indicator->target.men, period.men, period.hidden.men,
                  cumulative.men, cumulative.hidden.men, indicator->achieved_men});
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
    // A spreadsheet draws a word as 0.
    const bool any_hidden =
        std::any_of(figures.indicators.begin(), figures.indicators.end(), [&](const auto& i) {
          return i.kind == shown.kind && hidden_achievement(i).total;
        });
    if (any_achieved && !any_hidden) {
      section.charts.push_back(
          Chart{Chart::Shape::bars, words(shown.chart), wide.id, "id", {"achieved_total"}});
    }
    section.tables.push_back(std::move(wide));
    section.tables.push_back(narrow_table(figures, words, shown));
  }
  return section;
}

}  // namespace euproj::parts
