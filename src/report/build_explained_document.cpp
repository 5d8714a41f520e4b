#include <algorithm>
#include <map>

#include "euproj/base/texts.hpp"
#include "euproj/report/build_explained.hpp"
#include "report/document_parts.hpp"
#include "report/story_sections.hpp"

namespace euproj {
namespace parts {
namespace {

constexpr std::size_t shown_places = 3;  // JSON and CSV have all

/// Amounts are shown where they are not all 1.
bool has_amounts(Count count) {
  return count == Count::hours || count == Count::headcount || count == Count::places ||
         count == Count::measured;
}

Table rows_table(const ExplainedIndicator& indicator, const Words& words, bool counted) {
  Table table;
  table.columns = {column("key", words(Text::column_key), ColumnKind::label)};
  if (has_amounts(indicator.count)) {
    table.columns.push_back(column("amount", words(Text::column_value), ColumnKind::count));
  }
  if (counted) {
    table.columns.push_back(column("since", words(Text::column_since), ColumnKind::date));
  }
  table.columns.push_back(column("reason", words(Text::column_reason), ColumnKind::text));
  table.columns.push_back(column("at", words(Text::column_rows_used), ColumnKind::text));
  return table;
}

void add_unit(Table& table, const ExplainedIndicator& indicator, const ExplainedRow& row,
              const Words& words) {
  std::string key = row.key;
  if (!row.pesel.empty()) key += " (PESEL " + row.pesel + ")";
  std::vector<Cell> cells = {std::move(key)};
  if (has_amounts(indicator.count)) cells.push_back(quantity_cell(row.amount));
  if (row.counted) cells.emplace_back(row.since);
  cells.emplace_back(row.reason);
  cells.emplace_back(places_text(words, row.at));
  add_row(table, std::move(cells));
}

DocumentSection head_section(const ExplainedIndicator& indicator, Date day, const Words& words) {
  DocumentSection section;
  section.id = "indicator";
  section.title = words(Text::explain_indicator, {indicator.id});
  const auto fact = [&](Text label, Cell value) {
    section.facts.emplace_back(words(label), std::move(value));
  };
  const auto with_unit = [&](const std::optional<Quantity>& value) {
    if (!value) return Cell();
    std::string shown = value_text(indicator.count, *value);
    if (words.language() == Language::polish) std::replace(shown.begin(), shown.end(), '.', ',');
    return Cell(indicator.unit.empty() ? shown : shown + " " + indicator.unit);
  };
  fact(Text::fact_name, indicator.name);
  fact(Text::fact_rule, indicator.rule);
  fact(Text::fact_defined, indicator.defined);
  fact(Text::fact_day, day);
  fact(Text::fact_value, with_unit(indicator.value));
  fact(Text::fact_target, with_unit(indicator.target.total));
  for (const auto& part : {indicator.numerator, indicator.denominator}) {
    if (!part) continue;
    std::string shown = value_text(part->count, part->value);
    section.facts.emplace_back(words(Text::explain_indicator, {part->id}), std::move(shown));
  }
  if (indicator.numerator && indicator.denominator) {
    section.notes.push_back(words(Text::explain_ratio_note,
                                  {indicator.numerator->id, indicator.denominator->id}));
  }
  return section;
}

DocumentSection counted_section(const ExplainedIndicator& indicator, const Words& words) {
  DocumentSection section;
  section.id = "counted";
  Table table = rows_table(indicator, words, true);
  table.id = "counted";
  table.empty_note = words(Text::explain_none_counted);
  for (const ExplainedRow& row : indicator.rows) {
    if (row.counted) add_unit(table, indicator, row, words);
  }
  section.title = words(Text::explain_counted, {std::to_string(table.rows.size())});
  section.tables = {std::move(table)};
  return section;
}

/// One table a group of reasons, the largest first.
DocumentSection not_counted_section(const ExplainedIndicator& indicator, const Words& words) {
  DocumentSection section;
  section.id = "not_counted";
  std::map<Text, Table> groups;
  std::size_t all = 0;
  for (const ExplainedRow& row : indicator.rows) {
    if (row.counted) continue;
    ++all;
    const auto [group, is_new] = groups.try_emplace(row.group);
    if (is_new) group->second = rows_table(indicator, words, false);
    add_unit(group->second, indicator, row, words);
  }
  for (auto& [group, table] : groups) {
    table.id = "not_counted_" + std::to_string(section.tables.size() + 1);
    table.title =
        words(Text::explain_group, {words(group), std::to_string(table.rows.size())});
    section.tables.push_back(std::move(table));
  }
  std::stable_sort(
      section.tables.begin(), section.tables.end(),
      [](const Table& a, const Table& b) { return a.rows.size() > b.rows.size(); });
  section.title = words(Text::explain_not_counted, {std::to_string(all)});
  return section;
}

}  // namespace

std::string places_text(const Words& words, const std::vector<std::string>& at) {
  std::string shown;
  for (std::size_t i = 0; i < std::min(at.size(), shown_places); ++i) {
    shown += (i == 0 ? "" : ", ") + at[i];
  }
  if (at.size() > shown_places) {
    shown += " " + words(Text::explain_more_rows, {std::to_string(at.size() - shown_places)});
  }
  return shown;
}

}  // namespace parts

Document build_explained_document(const Explained& explained) {
  const parts::Words words(explained.language);
  Document document;
  document.language = explained.language;
  document.title = explained.person ? words(Text::explain_story_title, {explained.person->key})
                                    : words(Text::explain_title, {explained.indicator->id});
  document.subtitle = words(Text::explain_subtitle, {explained.title, explained.day.iso()});
  if (!explained.complete) document.incomplete_mark = words(Text::report_incomplete);
  if (explained.indicator) {
    const ExplainedIndicator& indicator = *explained.indicator;
    document.sections.push_back(parts::head_section(indicator, explained.day, words));
    if (indicator.count != Count::ratio) {
      document.sections.push_back(parts::counted_section(indicator, words));
      document.sections.push_back(parts::not_counted_section(indicator, words));
      if (document.sections.back().tables.empty()) document.sections.pop_back();
    }
  }
  if (explained.person) {
    auto story = parts::story_sections(*explained.person, explained.day, words);
    for (DocumentSection& section : story) document.sections.push_back(std::move(section));
  }
  return document;
}

}  // namespace euproj
