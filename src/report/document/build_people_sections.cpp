// Participants and their breakdowns, support by form, places and durability.

#include "report/document/sections.hpp"

#include "euproj/words/texts.hpp"

namespace euproj::parts {
namespace {

struct BreakdownTexts {
  const char* id;
  FixedText title;
  FixedText heading;
};

BreakdownTexts texts_of(Breakdown of) {
  switch (of) {
    case Breakdown::age:
      return {"by_age", Text::table_by_age, Text::column_age};
    case Breakdown::group:
      return {"by_group", Text::table_by_group, Text::column_group};
    case Breakdown::labour_status:
      return {"by_labour_status", Text::table_by_labour_status, Text::column_labour_status};
    case Breakdown::education:
      return {"by_education", Text::table_by_education, Text::column_education};
  }
  throw InternalError("a breakdown without texts");
}

Table totals_table(const PeopleFigures& people, const Words& words) {
  Table table;
  table.id = "participants";
  table.title = words(Text::table_participants);
  table.columns = {column("figure", words(Text::column_figure), ColumnKind::label),
                   column("cumulative", words(Text::column_cumulative), ColumnKind::count)};
  const auto row = [&](FixedText label, const std::optional<std::int64_t>& count) {
    add_row(table, {words(label), count_cell(words, count)});
  };
  row(Text::row_participants, people.total);
  row(Text::row_women, people.women);
  row(Text::row_men, people.men);
  row(Text::row_active, people.active);
  row(Text::row_exited, people.exited);
  return table;
}

/// A total is printed only where the rows are known to part the participants: who is in no group
/// or in two would make it another number than the one above.
bool rows_add_up(const BreakdownFigures& breakdown,
                 const std::optional<std::int64_t>& participants) {
  Quantity sum;
  for (const BreakdownRow& row : breakdown.rows) {
    if (!row.cumulative.total) return false;
    sum += *row.cumulative.total;
  }
  return participants && sum == Quantity::whole(*participants);
}

Table breakdown_table(const BreakdownFigures& breakdown, const Figures& figures,
                      const Words& words) {
  const BreakdownTexts texts = texts_of(breakdown.of);
  const bool planned = breakdown.of == Breakdown::group;
  Table table;
  table.id = texts.id;
  table.title = words(texts.title);
  table.columns = {column("key", words(texts.heading), ColumnKind::label)};
  add_sex_columns(table, words, "period", words(Text::column_period), ColumnKind::count);
  add_sex_columns(table, words, "cumulative", words(Text::column_cumulative_narrow),
                  ColumnKind::count);
  if (planned) {
    add_sex_columns(table, words, "planned", words(Text::column_planned), ColumnKind::count);
  }
  for (const BreakdownRow& row : breakdown.rows) {
    std::vector<Cell> cells = {breakdown_label(words, breakdown.of, row)};
    add_values(cells, words, row.period);
    add_values(cells, words, row.cumulative);
    if (planned) add_values(cells, words, {row.planned.total, row.planned.women, row.planned.men});
    add_row(table, std::move(cells));
  }
  if (rows_add_up(breakdown, figures.participants.total)) {
    add_total_row(table, words(Text::row_total), 0, hidden_cell(words));
  }
  return table;
}

/// None where a number is hidden: a spreadsheet would draw its word as 0.
std::optional<Chart> age_chart(const BreakdownFigures& ages, const Words& words) {
  bool any = false;
  for (const BreakdownRow& row : ages.rows) {
    const HiddenSexes& hidden = row.cumulative.hidden;
    if (hidden.women || hidden.men || !row.cumulative.women || !row.cumulative.men) return {};
    any = any || !row.cumulative.women->is_zero() || !row.cumulative.men->is_zero();
  }
  if (!any) return {};
  return Chart{Chart::Shape::columns,
               words(Text::chart_ages),
               texts_of(ages.of).id,
               "key",
               {"cumulative_women", "cumulative_men"},
               {words(Text::overview_women), words(Text::overview_men)}};
}

Table persons_by_form(const Figures& figures, const Words& words) {
  Table table;
  table.id = "support_persons";
  table.title = words(Text::table_support_persons);
  table.empty_note = words(Text::none_support);
  table.columns = {column("name", words(Text::column_form), ColumnKind::text)};
  add_sex_columns(table, words, "period", words(Text::column_period), ColumnKind::count);
  add_sex_columns(table, words, "cumulative", words(Text::column_cumulative_narrow),
                  ColumnKind::count);
  for (const SupportFigures& form : figures.support) {
    const std::string& name = form.name.in(words.language());
    std::vector<Cell> cells = {name.empty() ? form.id : name};
    add_values(cells, words, form.persons_period);
    add_values(cells, words, form.persons_cumulative);
    add_row(table, std::move(cells));
  }
  return table;  // no total: one person may be in several forms
}

Table volume_by_form(const Figures& figures, const Words& words) {
  Table table;
  table.id = "support_volume";
  table.title = words(Text::table_support_volume);
  table.columns = {column("name", words(Text::column_form), ColumnKind::text)};
  const auto pair = [&](const char* id, FixedText heading) {
    const std::string title = words(heading);
    table.columns.push_back(column(std::string(id) + "_period",
                                   title + " " + words(Text::column_period_short),
                                   ColumnKind::count));
    table.columns.push_back(column(std::string(id) + "_cumulative",
                                   title + " " + words(Text::column_cumulative_short),
                                   ColumnKind::count));
  };
  pair("sessions", Text::column_sessions);
  pair("hours", Text::column_hours);
  pair("headcount", Text::column_headcount);
  for (const SupportFigures& form : figures.support) {
    const std::string& name = form.name.in(words.language());
    add_row(table,
            {name.empty() ? form.id : name, count_cell(words, form.sessions_period),
             count_cell(words, form.sessions_cumulative), count_cell(words, form.hours_period, 2),
             count_cell(words, form.hours_cumulative, 2), count_cell(words, form.headcount_period),
             count_cell(words, form.headcount_cumulative)});
  }
  return table;
}

}  // namespace

DocumentSection participants_section(const Figures& figures, const Words& words) {
  DocumentSection section;
  section.id = "participants";
  section.title = words(Text::section_participants);
  section.tables = {totals_table(figures.participants, words)};
  for (const BreakdownFigures& breakdown : figures.breakdowns) {
    if (breakdown.rows.empty()) continue;
    section.tables.push_back(breakdown_table(breakdown, figures, words));
    if (breakdown.of != Breakdown::age) continue;
    if (auto chart = age_chart(breakdown, words)) section.charts.push_back(*std::move(chart));
  }
  if (section.tables.size() > 1) section.notes = {words(Text::note_letters)};
  return section;
}

DocumentSection support_section(const Figures& figures, const Words& words) {
  DocumentSection section;
  section.id = "support";
  section.title = words(Text::section_support);
  section.tables = {persons_by_form(figures, words)};
  if (!figures.support.empty()) {
    section.notes = {words(Text::note_letters), words(Text::note_several_forms)};
    section.tables.push_back(volume_by_form(figures, words));
  }
  return section;
}

DocumentSection places_section(const Figures& figures, const Words& words) {
  DocumentSection section;
  section.id = "places";
  section.title = words(Text::section_places);
  if (figures.durability) {
    section.notes = {words(Text::fact_durability) + ": " + period_text(words, *figures.durability)};
  }
  Table table;
  table.id = "places";
  table.title = words(Text::table_places);
  table.empty_note = words(Text::none_places);
  table.columns = {column("id", words(Text::column_id), ColumnKind::label),
                   column("name", words(Text::column_place), ColumnKind::text),
                   column("kind", words(Text::column_source_kind), ColumnKind::text),
                   column("from", words(Text::column_from), ColumnKind::date),
                   column("to", words(Text::column_to), ColumnKind::date),
                   column("capacity", words(Text::column_capacity), ColumnKind::count)};
  for (const PlaceFigures& place : figures.places) {
    const FixedText kind =
        place.kind == PlaceKind::created ? Text::place_created : Text::place_supported;
    add_row(table, {place.id, place.name, words(kind), place.from,
                    place.to.known() ? Cell(place.to) : Cell(), Quantity::whole(place.capacity)});
  }
  section.tables = {std::move(table)};
  return section;
}

}  // namespace euproj::parts
