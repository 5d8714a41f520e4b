#include <algorithm>
#include <map>

#include "euproj/report/build_explained.hpp"
#include "euproj/words/texts.hpp"
#include "report/document/document_parts.hpp"
#include "report/explain/explained_parts.hpp"
#include "report/explain/story_sections.hpp"

namespace euproj {
namespace parts {
namespace {

DocumentSection counted_section(const ExplainedIndicator& indicator, const Words& words) {
  DocumentSection section;
  section.id = "counted";
  Table table = rows_table(indicator, words, true);
  table.id = "counted";
  table.empty_note = words(Text::explain_none_counted);
  for (const ExplainedRow& row : indicator.rows) {
    if (row.counted) table.rows.push_back(unit_row(indicator, row, words));
  }
  section.title = words(Text::explain_counted, {std::to_string(table.rows.size())});
  section.tables = {std::move(table)};
  return section;
}

/// One table a group of reasons, the largest first.
DocumentSection not_counted_section(const ExplainedIndicator& indicator, const Words& words) {
  DocumentSection section;
  section.id = "not_counted";
  std::map<FixedText, Table> groups;
  std::size_t all = 0;
  for (const ExplainedRow& row : indicator.rows) {
    if (row.counted) continue;
    ++all;
    const auto [group, is_new] = groups.try_emplace(row.group);
    if (is_new) group->second = rows_table(indicator, words, false);
    group->second.rows.push_back(unit_row(indicator, row, words));
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
