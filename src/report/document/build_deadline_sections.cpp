// Windows that are still open, and what the indicators have in common.

#include <algorithm>

#include "euproj/words/texts.hpp"
#include "report/document/sections.hpp"

namespace euproj::parts {
namespace {

/// The last week is when somebody has to be called.
constexpr std::int64_t few_days = 7;

Table deadlines_table(const std::vector<OpenWindowFigures>& windows, const Words& words) {
  Table table;
  table.id = "deadlines";
  table.title = words(Text::table_deadlines);
  table.empty_note = words(Text::none_deadlines);
  table.columns = {column("person", words(Text::column_leaver), ColumnKind::label),
                   column("indicator", words(Text::column_indicator), ColumnKind::label),
                   column("outcome", words(Text::column_outcome), ColumnKind::text),
                   column("exit", words(Text::column_exit), ColumnKind::date),
                   column("last_day", words(Text::column_last_day), ColumnKind::date),
                   column("days_left", words(Text::column_days_left), ColumnKind::count)};
  for (const OpenWindowFigures& window : windows) {
    const Tone tone = window.days_left <= few_days ? Tone::attention : Tone::normal;
    add_row(table, {window.person, window.indicator, window.outcomes, window.exit, window.last_day,
                    Cell(Quantity::whole(window.days_left), tone)});
  }
  return table;
}

}  // namespace

DocumentSection deadlines_section(const Figures& figures, const Words& words) {
  DocumentSection section;
  section.id = "deadlines";
  section.title = words(Text::section_deadlines);
  section.notes = {words(Text::note_deadlines, {figures.period.last.iso()})};
  if (figures.small_cells) {
    section.notes.push_back(words(Text::note_list_hidden));
    return section;
  }
  section.tables = {deadlines_table(*figures.open_windows, words)};
  return section;
}

DocumentSection overlap_section(const Figures& figures, const Words& words) {
  const OverlapFigures& overlap = figures.overlap;
  DocumentSection section;
  section.id = "overlap";
  section.title = words(Text::section_overlap);
  section.only_in_workbook = true;
  section.notes = {words(Text::note_overlap, {figures.period.last.iso()})};
  const auto shown = static_cast<std::ptrdiff_t>(overlap.indicators.size());
  if (std::count_if(figures.indicators.begin(), figures.indicators.end(),
                    [](const IndicatorFigures& i) { return i.count == Count::persons; }) > shown) {
    section.notes.push_back(words(Text::note_overlap_part, {std::to_string(shown)}));
  }
  Table table;
  table.id = "overlap";
  table.title = words(Text::table_overlap);
  table.columns = {column("id", words(Text::column_id), ColumnKind::label),
                   column("name", words(Text::column_indicator), ColumnKind::text)};
  for (const std::size_t position : overlap.indicators) {
    const std::string& id = figures.indicators[position].id;
    table.columns.push_back(column("with_" + id, id, ColumnKind::count));
  }
  for (std::size_t row = 0; row < overlap.indicators.size(); ++row) {
    const IndicatorFigures& indicator = figures.indicators[overlap.indicators[row]];
    std::vector<Cell> cells = {indicator.id, indicator.name.in(words.language())};
    for (const std::optional<std::int64_t>& persons : overlap.persons[row]) {
      cells.push_back(count_cell(words, persons));
    }
    add_row(table, std::move(cells));
  }
  section.tables = {std::move(table)};
  return section;
}

}  // namespace euproj::parts
