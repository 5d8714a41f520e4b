#include "report/explain/explained_document.hpp"

#include <algorithm>
#include <map>

#include "euproj/base/format.hpp"
#include "euproj/words/texts.hpp"
#include "report/parts/code_words.hpp"
#include "report/parts/criterion_table.hpp"

namespace euproj {
namespace parts {
namespace {

constexpr std::size_t shown_places = 3;  // JSON and CSV have all

/// The first few places and how many more there are.
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

DocumentSection counted_section(const ExplainedIndicator& indicator, const Words& words) {
  std::size_t count = 0;
  TypedTable<ExplainedRow> table = unit_table("counted", indicator, words, true);
  table.empty_note(Text::explain_none_counted);
  for (const ExplainedRow& row : indicator.rows) {
    if (!row.counted) continue;
    table.row(row);
    ++count;
  }
  DocumentSection section =
      section_of("counted", words(Text::explain_counted, {std::to_string(count)}));
  section.add(table.take());
  return section;
}

/// One table a group of reasons, the largest first. Without tables when everything counts.
DocumentSection not_counted_section(const ExplainedIndicator& indicator, const Words& words) {
  std::map<FixedText, std::vector<const ExplainedRow*>> groups;
  std::size_t count = 0;
  for (const ExplainedRow& row : indicator.rows) {
    if (row.counted) continue;
    groups[row.group].push_back(&row);
    ++count;
  }
  DocumentSection section =
      section_of("not_counted", words(Text::explain_not_counted, {std::to_string(count)}));
  for (const auto& [group, rows] : groups) {
    const std::string id = "not_counted_" + std::to_string(section.tables.size() + 1);
    TypedTable<ExplainedRow> table = unit_table(id, indicator, words, false);
    table.title(words(Text::explain_group, {words(group), std::to_string(rows.size())}));
    for (const ExplainedRow* const row : rows) table.row(*row);
    section.add(table.take());
  }
  std::stable_sort(section.tables.begin(), section.tables.end(),
                   [](const Table& a, const Table& b) { return a.rows.size() > b.rows.size(); });
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

/// A column for each cell of the first row: all rows of a log have the same.
Table story_table(std::string_view id, const std::vector<StoryRow>& rows, const Words& words) {
  TypedTable<StoryRow> table(words, id);
  if (rows.empty()) return table.take();
  std::vector<std::pair<std::string, std::string>> columns;
  for (const auto& [name, value] : rows.front().cells) {
    columns.emplace_back(name, words(heading_of(name)));
  }
  table.list(columns, [words](const StoryRow& row) {
    std::vector<TextCell> cells;
    for (const auto& [name, value] : row.cells) {
      cells.push_back(value.empty() ? TextCell() : text_cell(value_word(words, name, value)));
    }
    return cells;
  });
  table.column("at", Text::column_rows_used, &StoryRow::at);
  table.rows(rows);
  return table.take();
}

DocumentSection who_section(const PersonStory& story, const Words& words) {
  DocumentSection section = section_of("person", words(Text::section_person));
  section.add_fact(words(Text::fact_person_ids), comma_list(story.ids));
  if (!story.pesel.empty()) section.add_fact("PESEL", story.pesel);
  section.add_fact(words(Text::fact_start), story.start);
  if (story.age) section.add_fact(words(Text::fact_age), std::to_string(*story.age));
  if (!story.masked.empty()) {
    std::vector<std::string> masked;
    for (const std::string& column : story.masked) masked.push_back(column_word(words, column));
    section.add_note(words(Text::explain_hidden_note, {comma_list(masked)}));
  }
  using NamedValue = std::pair<std::string, std::string>;
  TypedTable<NamedValue> table(words, "attributes");
  table.title(words(Text::table_attributes, {story.attributes.at}));
  table.label("attribute", Text::column_attribute, [words](const NamedValue& cell) {
    return text_cell(column_word(words, cell.first));
  });
  table.column("value", Text::column_value, [words](const NamedValue& cell) {
    return text_cell(value_word(words, cell.first, cell.second));
  });
  table.rows(story.attributes.cells);
  if (!table.empty()) section.add(table.take());
  return section;
}

DocumentSection indicators_of(const PersonStory& story, const Words& words) {
  using Row = std::pair<std::string, ExplainedRow>;  // the indicator's id first
  TypedTable<Row> table(words, "person_indicators");
  table.empty_note(Text::none_person_indicators);
  table.label("indicator", Text::column_indicator, &Row::first);
  table.column("counted", Text::column_counted, [](const Row& row) {
    return row.second.counted ? Text::answer_yes : Text::answer_no;
  });
  table.column("since", Text::column_since,
               [](const Row& row) { return row.second.counted ? row.second.since : Date(); });
  table.column("reason", Text::column_reason,
               [](const Row& row) -> const std::string& { return row.second.reason; });
  table.column("at", Text::column_rows_used,
               [words](const Row& row) { return places_text(words, row.second.at); });
  table.rows(story.indicators);
  DocumentSection section = section_of("person_indicators", words(Text::section_person_indicators));
  section.add(table.take());
  return section;
}

/// In order: who it is, the indicators, and the rows of each log.
std::vector<DocumentSection> story_sections(const PersonStory& story, Date day,
                                            const Words& words) {
  std::vector<DocumentSection> sections = {who_section(story, words), indicators_of(story, words)};
  const auto add = [&](std::string_view id, FixedText title, const std::vector<StoryRow>& rows,
                       FixedText none) {
    DocumentSection section = section_of(id, words(title));
    Table table = story_table(id, rows, words);
    table.empty_note = words(none);
    section.add(std::move(table));
    sections.push_back(std::move(section));
  };
  add("participations", Text::section_participations, story.participations,
      Text::none_person_support);
  add("support", Text::section_person_support, story.support, Text::none_person_support);
  add("outcomes", Text::section_outcomes, story.outcomes, Text::none_outcomes);
  sections.back().add_note(words(Text::explain_later_note, {day.iso()}));
  return sections;
}

}  // namespace

bool has_amounts(Count count) {
  return count == Count::hours || count == Count::headcount || count == Count::places ||
         count == Count::measured;
}

std::string sex_text(const Words& words, Sex sex) {
  if (sex == Sex::unknown) return {};
  return words(sex == Sex::woman ? Text::evidence_woman : Text::evidence_man);
}

TypedTable<ExplainedRow> unit_table(std::string_view id, const ExplainedIndicator& indicator,
                                    const Words& words, bool counted, EvidenceColumns columns) {
  TypedTable<ExplainedRow> table(words, id);
  table.label("key", Text::column_key, [](const ExplainedRow& row) {
    return row.pesel.empty() ? row.key : row.key + " (PESEL " + row.pesel + ")";
  });
  if (has_amounts(indicator.count)) {
    table.column("amount", Text::column_value, &ExplainedRow::amount);
  }
  if (columns.sex) {
    table.column("sex", Text::column_sex,
                 [words](const ExplainedRow& row) { return text_cell(sex_text(words, row.sex)); });
  }
  if (counted) table.column("since", Text::column_since, &ExplainedRow::since);
  if (columns.evidence) {
    table.column("evidence", Text::column_evidence, [](const ExplainedRow& row) {
      return row.evidence.empty() ? TextCell() : text_cell(row.evidence);
    });
  }
  table.column("reason", Text::column_reason, &ExplainedRow::reason);
  table.column("at", Text::column_rows_used,
               [words](const ExplainedRow& row) { return places_text(words, row.at); });
  return table;
}

DocumentSection head_section(const ExplainedIndicator& indicator, Date day, const Words& words) {
  DocumentSection section = section_of("indicator", words(Text::explain_indicator, {indicator.id}));
  const auto fact = [&](FixedText label, Cell value) {
    section.add_fact(words(label), std::move(value));
  };
  const auto with_its_unit = [&](const std::optional<Quantity>& value) {
    if (!value) return Cell();
    const std::string shown = grouped_number(value_text(indicator.count, *value), words.language());
    return Cell(in_units(words, shown, indicator.unit, indicator.unit_forms));
  };
  fact(Text::fact_name, indicator.name);
  fact(Text::fact_rule, indicator.rule);
  fact(Text::fact_defined, indicator.defined);
  if (!indicator.method.empty()) fact(Text::fact_method, indicator.method);
  if (!indicator.source.empty()) fact(Text::fact_source_document, indicator.source);
  fact(Text::fact_day, day);
  fact(Text::fact_value, with_its_unit(indicator.value));
  fact(Text::fact_target, with_its_unit(indicator.target.total));
  if (indicator.target.at_most) {
    fact(Text::fact_target,
         words(Text::note_at_most, {value_text(indicator.count, *indicator.target.at_most)}));
  }
  for (const auto& part : {indicator.numerator, indicator.denominator}) {
    if (!part) continue;
    std::string shown = value_text(part->count, part->value);
    section.add_fact(words(Text::explain_indicator, {part->id}), std::move(shown));
  }
  if (indicator.numerator && indicator.denominator) {
    section.add_note(
        words(Text::explain_ratio_note, {indicator.numerator->id, indicator.denominator->id}));
  }
  if (!indicator.criterion.empty()) {
    TypedTable<CriterionLine> table = criterion_table(words);
    add_criterion(indicator.id, {indicator.name, {}}, indicator.criterion, words, table);
    section.add(table.take());
    section.add_note(words(Text::explain_criterion_note));
  }
  return section;
}

namespace {

DocumentSection lump_sum_section(const ExplainedLumpSum& sum, Date day, const Words& words) {
  DocumentSection section = section_of("lump_sum", words(Text::section_lump_sum, {sum.id}));
  section.add_fact(words(Text::fact_name), sum.name);
  section.add_fact(words(Text::fact_defined), sum.defined);
  section.add_fact(words(Text::fact_day), day);
  section.add_fact(words(Text::column_task), sum.task);
  section.add_fact(words(Text::column_amount), sum.amount);
  for (const auto& [at_least, amount] : sum.steps) {
    section.add_fact(words(Text::explain_step, {at_least.text()}), amount);
  }
  section.add_fact(words(Text::column_lump_declared),
                   sum.declared ? Cell(*sum.declared) : Cell(words(Text::explain_not_declared)));
  if (!sum.declared_at.empty()) {
    section.add_fact(words(Text::column_rows_used), places_text(words, sum.declared_at));
  }
  section.add_fact(words(Text::row_eligible), sum.eligible);
  TypedTable<ExplainedRequirement> table(words, "requirements");
  table.label("indicator", Text::column_indicator, &ExplainedRequirement::indicator);
  table.column("at_least", Text::column_required, &ExplainedRequirement::at_least);
  table.column("value", Text::column_value, &ExplainedRequirement::value);
  table.column("lacking", Text::column_lacking, &ExplainedRequirement::lacking);
  table.rows(sum.requirements);
  for (const ExplainedRequirement& required : sum.requirements) {
    if (required.lacking && required.lacking->is_zero()) continue;
    section.add_note(words(Text::explain_see_indicator, {required.indicator}));
  }
  section.add(table.take());
  return section;
}

DocumentSection unit_cost_section(const ExplainedUnitCost& cost, Date day, const Words& words) {
  DocumentSection section = section_of("unit_cost", words(Text::section_unit_cost, {cost.id}));
  section.add_fact(words(Text::fact_name), cost.name);
  section.add_fact(words(Text::fact_rule), cost.rule);
  section.add_fact(words(Text::fact_defined), cost.defined);
  section.add_fact(words(Text::fact_day), day);
  section.add_fact(words(Text::column_task), cost.task);
  section.add_fact(words(Text::column_units), cost.units);
  section.add_fact(words(Text::row_eligible), cost.eligible);
  if (!cost.unpaid_units.is_zero()) {
    section.add_fact(words(Text::column_unpaid_units), cost.unpaid_units);
    section.add_fact(words(Text::column_unpaid_amount), cost.unpaid);
  }
  TypedTable<ExplainedUnitRow> table(words, "units");
  table.empty_note(Text::explain_no_units);
  table.label("key", Text::column_key, &ExplainedUnitRow::key);
  table.column("day", Text::column_date, &ExplainedUnitRow::day);
  table.column("units", Text::column_units, &ExplainedUnitRow::units);
  table.column("paid", Text::column_paid_units, &ExplainedUnitRow::paid);
  table.column("rate", Text::column_unit_rate, &ExplainedUnitRow::rate);
  table.column("at", Text::column_rows_used, &ExplainedUnitRow::at);
  table.rows(cost.rows);
  section.add(table.take());
  return section;
}

}  // namespace
}  // namespace parts

Document build_explained_document(const Explained& explained) {
  const parts::Words words(explained.language);
  Document document;
  document.language = explained.language;
  document.title = explained.person      ? words(Text::explain_story_title, {explained.person->key})
                   : explained.lump_sum  ? words(Text::section_lump_sum, {explained.lump_sum->id})
                   : explained.unit_cost ? words(Text::section_unit_cost, {explained.unit_cost->id})
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
  if (explained.lump_sum) {
    document.sections.push_back(parts::lump_sum_section(*explained.lump_sum, explained.day, words));
  }
  if (explained.unit_cost) {
    document.sections.push_back(
        parts::unit_cost_section(*explained.unit_cost, explained.day, words));
  }
  if (explained.person) {
    auto story = parts::story_sections(*explained.person, explained.day, words);
    for (DocumentSection& section : story) document.sections.push_back(std::move(section));
  }
  return document;
}

}  // namespace euproj
