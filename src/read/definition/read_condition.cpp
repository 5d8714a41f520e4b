#include "read/definition/read_condition.hpp"

#include <algorithm>

#include "euproj/words/kinds.hpp"
#include "read/keys/fields.hpp"
#include "read/words/shown_value.hpp"
#include "read/words/words.hpp"

namespace euproj {
namespace {

/// A place has no person and a headcount row neither; only persons' rows know all keys.
bool has_meaning(std::string_view key, Count count) {
  if (key == "any" || key == "all" || key == "not") return true;
  const bool of_entities = key == "kind" || key == "size";
  if (count == Count::entities) return of_entities;
  if (count == Count::places) return key == "place_kind";
  if (count == Count::headcount) return key == "support";
  return key != "place_kind" && !of_entities;
}

void add(std::vector<Code>& accepted, Code code) {
  if (code == no_code || std::find(accepted.begin(), accepted.end(), code) != accepted.end()) {
    return;
  }
  accepted.push_back(code);
}

/// src/calc/README.md#where: `unemployed` includes `long_term_unemployed`, `inactive` includes
/// `inactive_not_in_education`.
void add_labour_status(const Interner& words, const std::string& word,
                       std::vector<Code>& accepted) {
  add(accepted, words.find(word));
  if (word == "unemployed") add(accepted, words.find("long_term_unemployed"));
  if (word == "inactive") add(accepted, words.find("inactive_not_in_education"));
}

/// A range of ISCED levels is accepted where each of its levels is: 0-2 by [0, 1, 2], not by [1,
/// 2].
void add_entire_ranges(const Interner& words, std::vector<Code>& accepted) {
  for (const std::string_view range : education_levels) {
    if (range.size() != 3) continue;
    bool is_entire = true;
    for (char level = range.front(); level <= range.back(); ++level) {
      const Code code = words.find(std::string_view(&level, 1));
      is_entire = is_entire && std::find(accepted.begin(), accepted.end(), code) != accepted.end();
    }
    if (is_entire) add(accepted, words.find(range));
  }
}

Code sex_code(const std::string& word) {
  const std::optional<Sex> sex = sex_of(word);
  if (!sex || *sex == Sex::unknown) return no_code;
  return *sex == Sex::woman ? code_woman : code_man;
}

Code answer_code(const std::string& word) {
  const Answer answer = parse_answer(word).value_or(Answer::blank);
  if (answer == Answer::yes) return code_yes;
  if (answer == Answer::no) return code_no;
  return answer == Answer::refused ? code_refused : no_code;
}

void add_accepted(const Reading& reading, Attribute attribute, const YamlNode& value,
                  std::vector<Code>& accepted) {
  Interner& words = reading.codes.attribute(attribute);
  const std::string word = text_of(value);
  switch (attribute) {
    case Attribute::group:
      return add(accepted,
                 resolve(reading, value, "group", "groups", words, reading.project.groups.empty()));
    case Attribute::sex:
      return add(accepted, sex_code(word));
    case Attribute::labour_status:
      return add_labour_status(words, word, accepted);
    case Attribute::education:
    case Attribute::degurba:
      return add(accepted, words.find(word));
    case Attribute::disability:
    case Attribute::foreign_background:
    case Attribute::minority:
    case Attribute::homeless:
    case Attribute::disadvantaged:
      return add(accepted, answer_code(word));
    case Attribute::citizenship:
    case Attribute::municipality:
    case Attribute::ground:
      return add(accepted, words.intern(word));
  }
}

void read_attributes(const Reading& reading, const Values& where, Condition& condition) {
  for (std::size_t position = 0; position < attribute_count; ++position) {
    const std::string_view key = attribute_names[position];
    if (!where.has(key)) continue;
    AttributeTest test{static_cast<Attribute>(position), {}};
    for (const YamlNode* value : where.texts(key)) {
      add_accepted(reading, test.attribute, *value, test.accepted);
    }
    if (test.attribute == Attribute::education) {
      add_entire_ranges(reading.codes.attribute(test.attribute), test.accepted);
    }
    condition.attributes.push_back(std::move(test));
  }
}

/// Of one day a job decides (src/calc/README.md#latest); of other outcomes that which is named
/// last.
void read_latest_of(const Reading& reading, const Values& where, Condition& condition) {
  if (!where.has("latest_of")) return;
  for (const YamlNode* outcome : where.texts("latest_of")) {
    add(condition.latest_of, reading.codes.outcomes.intern(text_of(*outcome)));
  }
  auto& codes = condition.latest_of;
  const Code job = reading.codes.outcomes.find("employment");
  std::stable_partition(codes.begin(), codes.end(), [job](Code code) { return code != job; });
  for (const std::string_view key : {"outcome", "within"}) {
    if (where.has(key)) continue;
    reading.report(Kind::latest_of_alone, where.key_place("latest_of"), {std::string(key)});
  }
  for (const YamlNode* outcome : where.texts("outcome")) {
    const std::string name = text_of(*outcome);
    const Code code = reading.codes.outcomes.find(name);
    if (code == no_code || std::find(codes.begin(), codes.end(), code) != codes.end()) continue;
    reading.report(Kind::latest_of_without, outcome->place, {shown(name)});
  }
}

void read_support_and_outcome(const Reading& reading, const Values& where, Condition& condition) {
  for (const YamlNode* form : where.texts("support")) {
    add(condition.support, resolve(reading, *form, "support", "support_forms", reading.codes.forms,
                                   reading.project.support_forms.empty()));
  }
  condition.min_sessions = where.integer("min_sessions");
  condition.min_hours = where.quantity("min_hours");
  if (condition.min_hours && *condition.min_hours <= Quantity()) {
    reading.report(Kind::not_above_zero, where.place("min_hours"),
                   {"min_hours", condition.min_hours->text()});
  }
  for (const YamlNode* outcome : where.texts("outcome")) {
    add(condition.outcome, reading.codes.outcomes.intern(text_of(*outcome)));
  }
  condition.within = parse_term(where.text("within"));
  if (where.has("within") && !where.has("outcome")) {
    reading.report(Kind::within_without_outcome, where.key_place("within"));
  }
  read_latest_of(reading, where, condition);
  for (const YamlNode* value : where.texts("completed")) {
    const std::optional<Answer> answer = parse_answer(text_of(*value));
    auto& accepted = condition.completed;
    if (!answer || std::find(accepted.begin(), accepted.end(), *answer) != accepted.end()) continue;
    accepted.push_back(*answer);
  }
}

void check_keys(const Reading& reading, const YamlNode& where, Count count) {
  for (const YamlEntry& entry : where.entries) {
    if (find_field(Object::condition, entry.key.text) && !has_meaning(entry.key.text, count)) {
      reading.report(Kind::key_not_for_count, entry.key.place,
                     {entry.key.text, std::string(count_word(count))});
    }
  }
}

}  // namespace

std::string_view count_word(Count count) { return count_words.at(static_cast<std::size_t>(count)); }

Condition read_condition(const Reading& reading, const YamlNode& node, std::optional<Count> count) {
  Condition condition;
  const Values where(&node);
  if (count) check_keys(reading, node, *count);
  read_support_and_outcome(reading, where, condition);
  if (where.text("complete") == "true") condition.complete = reading.project.complete_record;
  if (where.has("age")) condition.age = read_age(reading, where.object("age"));
  read_attributes(reading, where, condition);
  for (const YamlNode* kind : where.texts("place_kind")) {
    if (const auto known = place_kind_of(text_of(*kind))) condition.place_kind.push_back(*known);
  }
  for (const YamlNode* kind : where.texts("kind")) {
    if (const auto known = entity_kind_of(text_of(*kind))) condition.kind.push_back(*known);
  }
  for (const YamlNode* size : where.texts("size")) {
    if (const auto known = entity_size_of(text_of(*size))) condition.size.push_back(*known);
  }
  const auto read_list = [&](std::string_view key, std::vector<Condition>& list) {
    for (const YamlNode* part : where.mappings(key)) {
      list.push_back(read_condition(reading, *part, count));
    }
  };
  read_list("any", condition.any);
  read_list("all", condition.all);
  read_list("not", condition.none);
  return condition;
}

}  // namespace euproj
