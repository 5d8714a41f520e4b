// schemas/project.schema.json and the field tables of the reader say the same, both ways.

#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "euproj/read/read_project.hpp"
#include "read/definition/catalogues.hpp"
#include "read/keys/fields.hpp"
#include "read/yaml/tree.hpp"

using namespace euproj;

namespace {

using Names = std::set<std::string>;

/// JSON is YAML, so the reader of definitions reads the schema.
YamlNode schema() {
  Diagnostics diagnostics;
  std::optional<YamlNode> root = read_yaml(0, project_schema(), diagnostics);
  REQUIRE(root);
  REQUIRE(diagnostics.all().empty());
  return *root;
}

const YamlNode& at(const YamlNode& node, std::string_view key) {
  CAPTURE(key);
  const YamlEntry* const entry = node.find(key);
  REQUIRE(entry != nullptr);
  return entry->value;
}

std::string name_of(Object object) { return std::string(object_info(object).schema); }

const YamlNode& object_schema(const YamlNode& root, Object object) {
  return object == Object::definition ? root : at(at(root, "$defs"), name_of(object));
}

Names texts(const YamlNode& list) {
  Names names;
  for (const YamlNode& item : list.items) names.insert(item.text);
  return names;
}

/// What a property of this shape refers to; empty for words and the patterns, which are inline.
std::string reference_of(const Field& field) {
  switch (field.shape) {
    case Shape::text:
      return "text";
    case Shape::texts:
    case Shape::texts_or_blank:
      return "texts";
    case Shape::texts_or_none:
      return "texts_or_none";
    case Shape::local_text:
      return "name";
    case Shape::forms:
      return "forms";
    case Shape::unit:
      return "unit_value";
    case Shape::text_or_object:
      return "part_of";
    case Shape::date:
      return "date";
    case Shape::money:
      return "money";
    case Shape::percent:
      return "percent";
    case Shape::integer:
      return "whole";
    case Shape::positive:
      return "positive";
    case Shape::quantity:
      return "quantity";
    case Shape::term:
      return "term";
    case Shape::target:
      return "target_value";
    case Shape::goal:
      return "goal_value";
    case Shape::marks:
      return "marks_value";
    case Shape::data_entry:
      return "data_entry";
    case Shape::headers:
      return "headers";
    case Shape::translations:
      return "translations";
    case Shape::object:
    case Shape::objects:
    case Shape::objects_needed:
    case Shape::versions:
      return name_of(field.object);
    case Shape::word:
    case Shape::word_or_object:
    case Shape::words:
    case Shape::month:
    case Shape::project_id:
    case Shape::currency:
    case Shape::format_version:
    case Shape::catalogue_code:
      return {};
  }
  return {};
}

void check_list(const YamlNode& property, bool needs_one) {
  CHECK(at(property, "type").text == "array");
  CHECK((property.find("minItems") != nullptr) == needs_one);
}

void check_words(const YamlNode& root, const Field& field, const YamlNode& property) {
  const YamlNode* allowed = &property;
  if (field.shape == Shape::words) {  // one of them, or a list of them
    const YamlNode& forms = at(property, "anyOf");
    const std::string reference = at(forms.items.at(0), "$ref").text;
    CHECK(at(at(forms.items.at(1), "items"), "$ref").text == reference);
    check_list(forms.items.at(1), true);
    allowed = &at(at(root, "$defs"), reference.substr(std::string("#/$defs/").size()));
  }
  if (field.shape == Shape::word_or_object) {
    const YamlNode& forms = at(property, "anyOf");
    CHECK(at(forms.items.at(1), "$ref").text == "#/$defs/" + name_of(field.object));
    allowed = &forms.items.at(0);
  }
  CHECK(texts(at(*allowed, "enum")) == Names(field.words.begin(), field.words.end()));
}

void check_property(const YamlNode& root, const Field& field, const YamlNode& property) {
  CHECK_FALSE(at(property, "description").text.empty());
  if (!field.words.empty()) return check_words(root, field, property);
  const std::string reference = reference_of(field);
  if (reference.empty()) return;
  if (field.shape == Shape::versions) {  // one, or a list of them
    const YamlNode& forms = at(property, "anyOf");
    CHECK(at(forms.items.at(0), "$ref").text == "#/$defs/" + reference);
    check_list(forms.items.at(1), true);
    CHECK(at(at(forms.items.at(1), "items"), "$ref").text == "#/$defs/" + reference);
    return;
  }
  const bool is_list = field.shape == Shape::objects || field.shape == Shape::objects_needed;
  if (is_list) check_list(property, field.shape == Shape::objects_needed);
  const YamlNode& referring = is_list ? at(property, "items") : property;
  CHECK(at(referring, "$ref").text == "#/$defs/" + reference);
}

}  // namespace

TEST_CASE("the schema has every key of the field tables, and no other") {
  const YamlNode root = schema();
  for (std::size_t position = 0; position < object_count; ++position) {
    const auto object = static_cast<Object>(position);
    CAPTURE(name_of(object));
    const YamlNode& described = object_schema(root, object);
    CHECK(at(described, "additionalProperties").text == "false");
    Names fields;
    Names needed;
    for (const Field& field : object_info(object).fields) {
      fields.insert(std::string(field.key));
      if (field.need == Need::needed) needed.insert(std::string(field.key));
    }
    Names properties;
    for (const YamlEntry& entry : at(described, "properties").entries) {
      properties.insert(entry.key.text);
    }
    CHECK(properties == fields);
    const YamlEntry* const required = described.find("required");
    CHECK((required ? texts(required->value) : Names()) == needed);
  }
}

TEST_CASE("the schema gives each key the shape and the words of the field tables") {
  const YamlNode root = schema();
  for (std::size_t position = 0; position < object_count; ++position) {
    const auto object = static_cast<Object>(position);
    const YamlNode& properties = at(object_schema(root, object), "properties");
    for (const Field& field : object_info(object).fields) {
      CAPTURE(name_of(object));
      CAPTURE(field.key);
      check_property(root, field, at(properties, field.key));
    }
  }
}

TEST_CASE("the schema offers the codes of the catalogue") {
  const YamlNode root = schema();
  const YamlNode& forms =
      at(at(at(object_schema(root, Object::indicator), "properties"), "definition"), "anyOf");
  CHECK(texts(at(forms.items.at(0), "enum")) ==
        Names(catalogue_codes.begin(), catalogue_codes.end()));
}

TEST_CASE("every definition in the schema is used") {
  const YamlNode root = schema();
  const std::string text(project_schema());
  for (const YamlEntry& entry : at(root, "$defs").entries) {
    CAPTURE(entry.key.text);
    CHECK(text.find("\"#/$defs/" + entry.key.text + "\"") != std::string::npos);
  }
}
