#include "report/explain/explained_parts.hpp"

#include <algorithm>

#include "euproj/words/texts.hpp"

namespace euproj::parts {
namespace {

constexpr std::size_t shown_places = 3;  // JSON and CSV have all

/// Amounts are shown where they are not all 1.
bool has_amounts(Count count) {
  return count == Count::hours || count == Count::headcount || count == Count::places ||
         count == Count::measured;
}

}  // namespace

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

TableRow unit_row(const ExplainedIndicator& indicator, const ExplainedRow& row,
                  const Words& words) {
  std::string key = row.key;
  if (!row.pesel.empty()) key += " (PESEL " + row.pesel + ")";
  TableRow made;
  made.cells.reserve(5);
  made.cells.emplace_back(std::move(key));
  if (has_amounts(indicator.count)) made.cells.push_back(quantity_cell(row.amount));
  if (row.counted) made.cells.emplace_back(row.since);
  made.cells.emplace_back(row.reason);
  made.cells.emplace_back(places_text(words, row.at));
  return made;
}

DocumentSection head_section(const ExplainedIndicator& indicator, Date day, const Words& words) {
  DocumentSection section;
  section.id = "indicator";
  section.title = words(Text::explain_indicator, {indicator.id});
  const auto fact = [&](FixedText label, Cell value) {
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

}  // namespace euproj::parts
