#include "report/explain/story_sections.hpp"

#include "euproj/words/texts.hpp"
#include "report/explain/explained_parts.hpp"

namespace euproj::parts {
namespace {

DocumentSection section_of(std::string_view id, FixedText title, const Words& words) {
  DocumentSection section;
  section.id = id;
  section.title = words(title);
  return section;
}

FixedText heading_of(std::string_view cell) {
  if (cell == "entry_date") return Text::column_entry;
  if (cell == "exit_date") return Text::column_exit;
  if (cell == "completed") return Text::column_completed;
  if (cell == "date") return Text::column_date;
  if (cell == "date_to") return Text::column_to;
  if (cell == "form") return Text::column_form;
  if (cell == "session_id") return Text::column_session;
  if (cell == "hours") return Text::column_hours;
  if (cell == "outcome") return Text::column_outcome;
  if (cell == "provider") return Text::column_provider;
  return Text::fact_person_ids;
}

Table rows_of(std::string_view id, const std::vector<StoryRow>& rows, const Words& words) {
  Table table;
  table.id = id;
  if (rows.empty()) return table;
  for (const auto& [name, value] : rows.front().cells) {
    table.columns.push_back(column(name, words(heading_of(name)), ColumnKind::text));
  }
  table.columns.push_back(column("at", words(Text::column_rows_used), ColumnKind::text));
  for (const StoryRow& row : rows) {
    std::vector<Cell> cells;
    for (const auto& [name, value] : row.cells) {
      cells.push_back(value.empty() ? Cell() : Cell(value));
    }
    cells.emplace_back(row.at);
    add_row(table, std::move(cells));
  }
  return table;
}

DocumentSection who_section(const PersonStory& story, const Words& words) {
  DocumentSection section = section_of("person", Text::section_person, words);
  std::string ids;
  for (const std::string& id : story.ids) ids += (ids.empty() ? "" : ", ") + id;
  section.facts.emplace_back(words(Text::fact_person_ids), ids);
  if (!story.pesel.empty()) section.facts.emplace_back("PESEL", story.pesel);
  section.facts.emplace_back(words(Text::fact_start), story.start);
  if (story.age) section.facts.emplace_back(words(Text::fact_age), std::to_string(*story.age));
  if (!story.hidden.empty()) {
    std::string names;
    for (const std::string& name : story.hidden) names += (names.empty() ? "" : ", ") + name;
    section.notes.push_back(words(Text::explain_hidden_note, {names}));
  }
  Table table;
  table.id = "attributes";
  table.title = words(Text::table_attributes, {story.attributes.at});
  table.columns = {column("attribute", words(Text::column_attribute), ColumnKind::label),
                   column("value", words(Text::column_value), ColumnKind::text)};
  for (const auto& [name, value] : story.attributes.cells) add_row(table, {name, value});
  if (!table.rows.empty()) section.tables = {std::move(table)};
  return section;
}

DocumentSection indicators_of(const PersonStory& story, const Words& words) {
  DocumentSection section =
      section_of("person_indicators", Text::section_person_indicators, words);
  Table table;
  table.id = "person_indicators";
  table.empty_note = words(Text::none_person_indicators);
  table.columns = {column("indicator", words(Text::column_indicator), ColumnKind::label),
                   column("counted", words(Text::column_counted), ColumnKind::text),
                   column("since", words(Text::column_since), ColumnKind::date),
                   column("reason", words(Text::column_reason), ColumnKind::text),
                   column("at", words(Text::column_rows_used), ColumnKind::text)};
  for (const auto& [id, row] : story.indicators) {
    const FixedText counted = row.counted ? Text::answer_yes : Text::answer_no;
    add_row(table, {id, words(counted), row.counted ? Cell(row.since) : Cell(), row.reason,
                    places_text(words, row.at)});
  }
  section.tables = {std::move(table)};
  return section;
}

}  // namespace

std::vector<DocumentSection> story_sections(const PersonStory& story, Date day,
                                            const Words& words) {
  std::vector<DocumentSection> sections = {who_section(story, words),
                                           indicators_of(story, words)};
  const auto add = [&](std::string_view id, FixedText title, const std::vector<StoryRow>& rows,
                       FixedText none) {
    DocumentSection section = section_of(id, title, words);
    Table table = rows_of(id, rows, words);
    table.empty_note = words(none);
    section.tables = {std::move(table)};
    sections.push_back(std::move(section));
  };
  add("participations", Text::section_participations, story.participations,
      Text::none_person_support);
  add("support", Text::section_person_support, story.support, Text::none_person_support);
  add("outcomes", Text::section_outcomes, story.outcomes, Text::none_outcomes);
  sections.back().notes.push_back(words(Text::explain_later_note, {day.iso()}));
  return sections;
}

}  // namespace euproj::parts
