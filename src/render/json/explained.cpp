// The answer of `explain`: the rows of an indicator, the story of a person.

#include "euproj/render/render_answers.hpp"
#include "render/json/report.hpp"

namespace euproj {
namespace {

void write_judgement(JsonWriter& json, const ExplainedRow& row) {
  json.field("counted", row.counted);
  json.field("since", row.since);
  json.field("reason", row.reason);
  json.values("at", row.at);
}

void write_indicator_rows(JsonWriter& json, const ExplainedIndicator& indicator) {
  const auto part = [&](const char* key, const std::optional<RatioPart>& of) {
    if (!of) return;
    json.object(key, [&] {
      json.field("indicator", of->id);
      write_value(json, "value", of->count, of->value);
    });
  };
  json.field("indicator", indicator.id);
  write_value(json, "value", indicator.count, indicator.value);
  part("numerator", indicator.numerator);
  part("denominator", indicator.denominator);
  if (!indicator.criterion.empty()) write_criterion(json, indicator.criterion);
  json.objects("rows", indicator.rows, [&](const ExplainedRow& row) {
    json.field("key", row.key);
    if (!row.pesel.empty()) json.field("pesel", row.pesel);
    write_judgement(json, row);
  });
}

void write_lump_sum(JsonWriter& json, const ExplainedLumpSum& sum) {
  json.field("id", sum.id);
  json.field("task", sum.task);
  json.field("amount", sum.amount);
  json.field("eligible", sum.eligible);
  json.field("declared", sum.declared);
  json.values("at", sum.declared_at);
  json.objects("requires", sum.requirements, [&](const ExplainedRequirement& required) {
    json.field("indicator", required.indicator);
    write_value(json, "at_least", required.count, required.at_least);
    write_value(json, "value", required.count, required.value);
    write_value(json, "missing", required.count, required.lacking);
  });
  if (sum.steps.empty()) return;
  json.objects("partial", sum.steps, [&](const std::pair<Quantity, Money>& step) {
    json.field("at_least", step.first);
    json.field("amount", step.second);
  });
}

void write_unit_cost(JsonWriter& json, const ExplainedUnitCost& cost) {
  json.field("id", cost.id);
  json.field("task", cost.task);
  json.field("units", cost.units);
  json.field("eligible", cost.eligible);
  json.object("unpaid", [&] {
    json.field("units", cost.unpaid_units);
    json.field("amount", cost.unpaid);
  });
  json.objects("rows", cost.rows, [&](const ExplainedUnitRow& row) {
    json.field("key", row.key);
    json.field("date", row.day.iso());
    json.field("units", row.units);
    json.field("paid", row.paid);
    json.field("rate", row.rate);
    json.field("at", row.at);
  });
}

void write_story_row(JsonWriter& json, const StoryRow& row) {
  for (const auto& [column, value] : row.cells) json.text_or_null(column, value);
  json.field("at", row.at);
}

void write_story(JsonWriter& json, const PersonStory& story) {
  const auto rows = [&](const char* key, const std::vector<StoryRow>& all) {
    json.objects(key, all, [&](const StoryRow& row) { write_story_row(json, row); });
  };
  json.field("key", story.key);
  if (!story.pesel.empty()) json.field("pesel", story.pesel);
  json.values("person_ids", story.ids);
  json.field("start", story.start);
  json.field("age", story.age);
  json.object("attributes", [&] { write_story_row(json, story.attributes); });
  json.values("hidden", story.masked);
  rows("participations", story.participations);
  rows("support", story.support);
  rows("outcomes", story.outcomes);
  json.objects("indicators", story.indicators, [&](const auto& indicator) {
    json.field("indicator", indicator.first);
    json.field("key", indicator.second.key);  // the PESEL stands above, once
    write_judgement(json, indicator.second);
  });
}

}  // namespace

std::string render_explained_json(const Explained& explained) {
  return json_text(JsonLayout::indented, [&](JsonWriter& json) {
    json.object([&] {
      if (explained.indicator) write_indicator_rows(json, *explained.indicator);
      if (explained.lump_sum) {
        json.object("lump_sum", [&] { write_lump_sum(json, *explained.lump_sum); });
      }
      if (explained.unit_cost) {
        json.object("unit_cost", [&] { write_unit_cost(json, *explained.unit_cost); });
      }
      if (explained.person) json.object("person", [&] { write_story(json, *explained.person); });
      if (!explained.complete) json.field("complete", false);
    });
  });
}

}  // namespace euproj
