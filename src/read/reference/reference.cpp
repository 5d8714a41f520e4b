#include "euproj/read/reference.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "euproj/base/checked.hpp"
#include "euproj/model/data_file.hpp"
#include "euproj/read/read_project.hpp"
#include "euproj/words/texts.hpp"
#include "read/keys/fields.hpp"
#include "read/words/words.hpp"
#include "read/yaml/tree.hpp"

namespace euproj {
namespace {

LocalText in_both(FixedText which) {
  return {std::string(text(which, Language::polish)), std::string(text(which, Language::english))};
}

struct ColumnMeaning {
  Column column;
  FixedText text;
};
/// A column without a text of its name does not build.
constexpr ColumnMeaning column_meanings[] = {
#define EUPROJ_COLUMN(log, name, need, type, privacy, member, words) \
  {Column::log##_##name, Text::meaning_##log##_##name},
#include "euproj/model/columns.def"
#undef EUPROJ_COLUMN
};

struct ColumnExample {
  Column column;
  std::string_view example;
};
constexpr ColumnExample column_examples[] = {
#define EUPROJ_EXAMPLE(column, example) {Column::column, example},
#include "read/reference/examples.def"
#undef EUPROJ_EXAMPLE
};
constexpr bool stand_as_columns_do() {
  std::size_t position = 0;
  for (const ColumnExample& example : column_examples) {
    if (static_cast<std::size_t>(example.column) != position++) return false;
  }
  return position == column_count();
}
static_assert(stand_as_columns_do(),
              "examples.def: one for each column, in the order of columns.def");

struct ColumnLabels {
  Column column;
  std::string_view labels;
};
constexpr ColumnLabels column_labels[] = {
#define EUPROJ_LABEL(column, labels) {Column::column, labels},
#include "read/logs/labels.def"
#undef EUPROJ_LABEL
};

std::vector<std::string_view> labels_of(Column column) {
  std::vector<std::string_view> labels;
  for (const ColumnLabels& each : column_labels) {
    if (each.column != column) continue;
    for (std::string_view rest = each.labels; !rest.empty();) {
      const std::size_t end = std::min(rest.find('|'), rest.size());
      labels.push_back(rest.substr(0, end));
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
  }
  return labels;
}

FixedText taken_by(ColumnType type) {
  switch (type) {
#define EUPROJ_TYPE(name) \
  case ColumnType::name:  \
    return Text::takes_type_##name;
    EUPROJ_TYPE(text)
    EUPROJ_TYPE(id)
    EUPROJ_TYPE(word)
    EUPROJ_TYPE(unique)
    EUPROJ_TYPE(listed)
    EUPROJ_TYPE(identity)
    EUPROJ_TYPE(indicator)
    EUPROJ_TYPE(project)
    EUPROJ_TYPE(answer)
    EUPROJ_TYPE(sex)
    EUPROJ_TYPE(labour_status)
    EUPROJ_TYPE(education)
    EUPROJ_TYPE(degurba)
    EUPROJ_TYPE(place_kind)
    EUPROJ_TYPE(entity_kind)
    EUPROJ_TYPE(entity_size)
    EUPROJ_TYPE(date)
    EUPROJ_TYPE(money)
    EUPROJ_TYPE(quantity)
    EUPROJ_TYPE(count)
    EUPROJ_TYPE(pesel)
#undef EUPROJ_TYPE
  }
  return Text::takes_type_text;
}

FixedText taken_by(Shape shape) {
  switch (shape) {
#define EUPROJ_SHAPE(name) \
  case Shape::name:        \
    return Text::takes_##name;
    EUPROJ_SHAPE(text)
    EUPROJ_SHAPE(texts)
    EUPROJ_SHAPE(texts_or_none)
    EUPROJ_SHAPE(local_text)
    EUPROJ_SHAPE(word)
    EUPROJ_SHAPE(word_or_object)
    EUPROJ_SHAPE(words)
    EUPROJ_SHAPE(date)
    EUPROJ_SHAPE(month)
    EUPROJ_SHAPE(money)
    EUPROJ_SHAPE(percent)
    EUPROJ_SHAPE(integer)
    EUPROJ_SHAPE(positive)
    EUPROJ_SHAPE(quantity)
    EUPROJ_SHAPE(term)
    EUPROJ_SHAPE(project_id)
    EUPROJ_SHAPE(currency)
    EUPROJ_SHAPE(format_version)
    EUPROJ_SHAPE(object)
    EUPROJ_SHAPE(objects)
    EUPROJ_SHAPE(objects_needed)
    EUPROJ_SHAPE(versions)
    EUPROJ_SHAPE(target)
    EUPROJ_SHAPE(goal)
    EUPROJ_SHAPE(data_entry)
    EUPROJ_SHAPE(headers)
    EUPROJ_SHAPE(translations)
    EUPROJ_SHAPE(marks)
    EUPROJ_SHAPE(texts_or_blank)
    EUPROJ_SHAPE(text_or_object)
    EUPROJ_SHAPE(forms)
    EUPROJ_SHAPE(unit)
    EUPROJ_SHAPE(catalogue_code)
#undef EUPROJ_SHAPE
  }
  return Text::takes_text;
}

/// A member of the schema that must be there: schema_test compares it with the tables.
const YamlNode& member(const YamlNode& node, std::string_view key) {
  const YamlEntry* const entry = node.find(key);
  if (entry == nullptr) throw InternalError("the schema lacks " + std::string(key));
  return entry->value;
}

/// "English. / Po polsku."
LocalText meaning_of(const YamlNode& described) {
  const std::string& both = member(described, "description").text;
  const std::size_t between = both.find(" / ");
  if (between == std::string::npos) throw InternalError("one language only: " + both);
  return {both.substr(between + 3), both.substr(0, between)};
}

/// A value of an example as YAML writes it in one line.
std::string in_one_line(const YamlNode& node) {
  if (node.is_mapping()) {
    std::string line;
    for (const YamlEntry& entry : node.entries) {
      line += (line.empty() ? "" : ", ") + entry.key.text + ": " + in_one_line(entry.value);
    }
    return "{" + line + "}";
  }
  if (node.is_sequence()) {
    std::string line;
    for (const YamlNode& item : node.items) line += (line.empty() ? "" : ", ") + in_one_line(item);
    return "[" + line + "]";
  }
  const bool is_plain =
      !node.text.empty() && node.text.find_first_of(",:[]{}#\"'") == std::string::npos &&
      std::string_view("*&!|>%@`").find(node.text.front()) == std::string_view::npos;
  return is_plain || node.text.find('"') != std::string::npos ? node.text : '"' + node.text + '"';
}

bool holds_list(Shape shape) { return shape == Shape::objects || shape == Shape::objects_needed; }

/// Where objects stand, found on the way through the definition; a condition holds conditions.
void find_places(Object object, const std::string& place,
                 std::array<std::vector<std::string>, object_count>& places) {
  std::vector<std::string>& known = places[static_cast<std::size_t>(object)];
  if (known.size() > 3) {  // enough to know the shape of the rest
    if (known.back() != "…") known.emplace_back("…");
    return;
  }
  if (!place.empty()) known.push_back(place);
  if (object == Object::condition && known.size() > 1) return;
  for (const Field& field : object_info(object).fields) {
    if (field.object == Object::definition) continue;
    if (field.object == object) continue;
    find_places(field.object,
                (place.empty() ? "" : place + ".") + std::string(field.key) +
                    (holds_list(field.shape) ? "[]" : ""),
                places);
  }
}

ReferenceObject object_of(const ObjectInfo& info, const YamlNode& described) {
  ReferenceObject object;
  object.name = info.schema;
  object.meaning = meaning_of(described);
  const YamlNode& properties = member(described, "properties");
  for (const Field& field : info.fields) {
    ReferenceKey key;
    key.name = field.key;
    key.is_needed = field.need == Need::needed;
    key.meaning = meaning_of(member(properties, field.key));
    key.takes = in_both(taken_by(field.shape));
    key.words.assign(field.words.begin(), field.words.end());
    if (field.object != Object::definition) key.object = object_info(field.object).schema;
    object.keys.push_back(std::move(key));
  }
  for (const YamlNode& example : member(described, "examples").items)
    object.examples.push_back(in_one_line(example));
  return object;
}

ReferenceLog log_of(LogKind kind, const YamlNode& described) {
  ReferenceLog log;
  log.name = log_name(kind);
  log.meaning = meaning_of(described);
  for (const ColumnInfo& info : columns_of(kind)) {
    const auto number = static_cast<std::size_t>(info.column);
    ReferenceColumn column;
    column.name = info.name;
    column.is_needed = info.need == Need::needed;
    column.is_personal = info.privacy == Privacy::personal;
    column.meaning = in_both(column_meanings[number].text);
    column.takes = in_both(taken_by(info.type));
    column.words = spellings_of(info.type);
    column.example = column_examples[number].example;
    column.labels = labels_of(info.column);
    log.columns.push_back(std::move(column));
  }
  return log;
}

}  // namespace

Reference read_reference() {
  Diagnostics diagnostics;
  const std::optional<YamlNode> schema =
      read_yaml(no_file, project_schema(), diagnostics);  // JSON is YAML
  if (!schema) throw InternalError("the schema cannot be read");
  const YamlNode& described = member(*schema, "$defs");
  std::array<std::vector<std::string>, object_count> places;
  find_places(Object::definition, "", places);
  find_places(Object::catalogue, "definitions", places);
  Reference reference;
  for (std::size_t i = 0; i < object_count; ++i) {
    const ObjectInfo& info = object_info(static_cast<Object>(i));
    reference.objects.push_back(object_of(
        info, info.object == Object::definition ? *schema : member(described, info.schema)));
    reference.objects.back().places = places[i];
  }
  const YamlNode& logs = member(member(described, "data"), "properties");
  for (std::size_t i = 0; i < log_kind_count; ++i) {
    const auto kind = static_cast<LogKind>(i);
    reference.logs.push_back(log_of(kind, member(logs, log_name(kind))));
  }
  return reference;
}

}  // namespace euproj
