#include "read/definition/values.hpp"

#include "euproj/base/utf8.hpp"
#include "read/definition/scalars.hpp"

namespace euproj {
namespace {

template <typename Value, typename Reason>
std::optional<Value> value_or_none(const Result<Value, Reason>& result) {
  return result ? std::optional<Value>(*result) : std::nullopt;
}

}  // namespace

std::string text_of(const YamlNode& scalar) { return std::string(trimmed(scalar.text)); }

const YamlNode* Values::find(std::string_view key) const {
  const YamlEntry* const entry = mapping_ ? mapping_->find(key) : nullptr;
  return entry && !entry->value.is_null() ? &entry->value : nullptr;
}

Place Values::place(std::string_view key) const {
  const YamlNode* const value = find(key);
  return value ? value->place : place();
}

Place Values::key_place(std::string_view key) const {
  const YamlEntry* const entry = mapping_ ? mapping_->find(key) : nullptr;
  return entry ? entry->key.place : place();
}

std::string Values::text(std::string_view key) const {
  const YamlNode* const value = find(key);
  return value && value->is_scalar() ? text_of(*value) : std::string();
}

LocalText Values::local_text(std::string_view key, const std::string& fallback) const {
  const YamlNode* const value = find(key);
  if (value && value->is_mapping()) return {object(key).text("pl"), object(key).text("en")};
  return {value ? text(key) : fallback, {}};
}

std::optional<Money> Values::money(std::string_view key) const {
  return value_or_none(parse_money(text(key)));
}

std::optional<Rate> Values::percent(std::string_view key) const {
  return value_or_none(parse_percent(text(key)));
}

std::optional<Date> Values::date(std::string_view key) const {
  return value_or_none(parse_date(text(key)));
}

std::optional<Date> Values::month(std::string_view key) const {
  return parse_month(text(key));
}

std::optional<std::int64_t> Values::whole(std::string_view key) const {
  return parse_whole(text(key));
}

std::optional<Quantity> Values::quantity(std::string_view key) const {
  return value_or_none(parse_quantity(text(key)));
}

std::vector<const YamlNode*> Values::mappings(std::string_view key) const {
  const YamlNode* const value = find(key);
  if (!value) return {};
  if (value->is_mapping()) return {value};
  std::vector<const YamlNode*> mappings;
  for (const YamlNode& item : value->items) {
    if (item.is_mapping()) mappings.push_back(&item);
  }
  return mappings;
}

std::vector<Values> Values::objects(std::string_view key) const {
  std::vector<Values> objects;
  for (const YamlNode* mapping : mappings(key)) objects.emplace_back(mapping);
  return objects;
}

std::vector<const YamlNode*> Values::texts(std::string_view key) const {
  const YamlNode* const value = find(key);
  if (!value) return {};
  if (value->is_scalar()) return {value};
  std::vector<const YamlNode*> texts;
  for (const YamlNode& item : value->items) {
    if (item.is_scalar()) texts.push_back(&item);
  }
  return texts;
}

bool Values::lists(std::string_view key) const {
  const YamlNode* const value = find(key);
  return value && value->is_sequence();
}

}  // namespace euproj
