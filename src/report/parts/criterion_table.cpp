#include "report/parts/criterion_table.hpp"

#include <algorithm>

#include "euproj/words/texts.hpp"

namespace euproj::parts {
namespace {

CountCell count_of(const CriterionFigures& figures,
                   const std::optional<std::int64_t> CriterionFigures::*count) {
  return suppressible(figures.*count);
}

PercentCell percent_of(const CriterionFigures& figures,
                       const std::optional<Percent> CriterionFigures::*percent) {
  PercentCell cell;
  if (figures.*percent) cell.value = *(figures.*percent);
  cell.suppressed = figures.suppressed;
  return cell;
}

/// "22%", as exact as it was written.
std::string threshold_of(const Words& words, Rate threshold) {
  std::string shown = threshold.percent_text();
  if (words.language() == Language::polish) std::replace(shown.begin(), shown.end(), '.', ',');
  return shown + "%";
}

TextCell met_of(const Words& words, const CriterionFigures& figures) {
  if (!figures.met) {
    TextCell none;
    none.suppressed = figures.suppressed;
    return none;
  }
  return text_cell(words(*figures.met ? Text::answer_yes : Text::answer_no),
                   *figures.met ? Tone::good : Tone::attention);
}

}  // namespace

TypedTable<CriterionLine> criterion_table(const Words& words) {
  using Row = CriterionLine;
  TypedTable<Row> table(words, "criteria");
  table.title(Text::table_criteria);
  table.label("id", Text::column_id, &Row::id);
  table.column("name", Text::column_indicator, &Row::name);
  table.column("denominator", Text::column_windows_closed, [](const Row& row) {
    return count_of(*row.figures, &CriterionFigures::denominator);
  });
  table.column("reached", Text::column_reached,
               [](const Row& row) { return count_of(*row.figures, &CriterionFigures::reached); });
  table.column("percent", Text::column_share_reached,
               [](const Row& row) { return percent_of(*row.figures, &CriterionFigures::percent); });
  table.column("threshold", Text::column_threshold, [words](const Row& row) {
    return text_cell(threshold_of(words, row.figures->threshold));
  });
  table.column("met", Text::column_criterion_met,
               [words](const Row& row) { return met_of(words, *row.figures); });
  table.column("open", Text::column_windows_open,
               [](const Row& row) { return count_of(*row.figures, &CriterionFigures::open); });
  table.column("worst", Text::column_worst,
               [](const Row& row) { return percent_of(*row.figures, &CriterionFigures::worst); });
  table.column("best", Text::column_best,
               [](const Row& row) { return percent_of(*row.figures, &CriterionFigures::best); });
  return table;
}

void add_criterion(const std::string& indicator, const LocalText& name,
                   const std::vector<CriterionFigures>& figures, const Words& words,
                   TypedTable<CriterionLine>& table) {
  for (const CriterionFigures& each : figures) {
    const LocalText& shown = each.id.empty() ? name : each.name;
    table.row({each.id.empty() ? indicator : indicator + "/" + each.id, shown.in(words.language()),
               &each});
  }
}

}  // namespace euproj::parts
