#include "read/keys/values.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "euproj/base/utf8.hpp"
#include "euproj/core/money.hpp"
#include "euproj/core/rate.hpp"
#include "euproj/words/kinds.hpp"
#include "read/words/words.hpp"

namespace euproj {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::optional<KindOf<2>> money_fault(std::string_view text) {
  const auto amount = parse_money(text);
  if (amount) return amount->is_negative() ? std::optional(Kind::negative_amount) : std::nullopt;
  // A comma is never read as a decimal sign here, so it is not a matter of decimals.
  const bool has_comma = text.find(',') != std::string_view::npos;
  switch (amount.reason()) {
    case NumberFault::too_large:
      return Kind::definition_money_too_large;
    case NumberFault::ambiguous:
    case NumberFault::too_many_decimals:
      return has_comma ? Kind::definition_money : Kind::definition_money_decimals;
    case NumberFault::shape:
    case NumberFault::other_decimal:
    case NumberFault::other_currency:
    case NumberFault::negative_form:
      return Kind::definition_money;
  }
  return Kind::definition_money;
}

std::optional<KindOf<2>> percent_fault(std::string_view text) {
  const auto rate = parse_percent(text);
  if (rate) return std::nullopt;
  switch (rate.reason()) {
    case PercentFault::no_percent_sign:
      return parse_percent(std::string(text) + '%') ? Kind::percent_sign : Kind::definition_percent;
    case PercentFault::too_many_decimals:
      return Kind::percent_decimals;
    case PercentFault::over_hundred:
      return Kind::percent_over_hundred;
    case PercentFault::shape:
      return Kind::definition_percent;
  }
  return Kind::definition_percent;
}

std::optional<KindOf<2>> date_fault(std::string_view text) {
  const auto date = parse_date(text);
  if (date) return std::nullopt;
  const bool has_form =
      date.reason() == DateFault::no_such_day || date.reason() == DateFault::out_of_range;
  return has_form ? Kind::definition_no_such_day : Kind::definition_date;
}

bool is_project_id(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
    return is_digit(c) || (c >= 'a' && c <= 'z') || c == '-';
  });
}

bool is_currency(std::string_view text) {
  return text.size() == 3 &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

std::optional<KindOf<2>> unless(bool fits, KindOf<2> kind) {
  return fits ? std::nullopt : std::optional(kind);
}

template <typename Value, typename Reason>
std::optional<Value> value_or_none(const Result<Value, Reason>& result) {
  return result ? std::optional<Value>(*result) : std::nullopt;
}

}  // namespace

std::optional<std::int64_t> parse_integer(std::string_view text) {
  if (text.empty() || text.size() > 9 || (text.size() > 1 && text.front() == '0')) {
    return std::nullopt;
  }
  std::int64_t value = 0;
  for (const char c : text) {
    if (!is_digit(c)) return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}

std::optional<Date> parse_month(std::string_view text) {
  if (text.size() != 7) return std::nullopt;
  const auto first = parse_date(std::string(text) + "-01");
  return first ? std::optional<Date>(*first) : std::nullopt;
}

std::optional<Term> parse_term(std::string_view text) {
  static constexpr std::array<std::pair<std::string_view, Term::Unit>, 6> units = {{
      {"day", Term::Unit::days},
      {"days", Term::Unit::days},
      {"week", Term::Unit::weeks},
      {"weeks", Term::Unit::weeks},
      {"month", Term::Unit::months},
      {"months", Term::Unit::months},
  }};
  const std::size_t blank = text.find(' ');
  if (blank == std::string_view::npos || blank > 4) return std::nullopt;
  const std::optional<std::int64_t> length = parse_integer(text.substr(0, blank));
  if (!length) return std::nullopt;
  for (const auto& [word, unit] : units) {
    if (text.substr(blank + 1) == word) return Term{static_cast<int>(*length), unit};
  }
  return std::nullopt;
}

std::optional<Answer> parse_answer(std::string_view text) {
  if (text == "true") return Answer::yes;
  if (text == "false") return Answer::no;
  return answer_of(text);
}

std::optional<KindOf<2>> scalar_fault(Shape shape, std::string_view text) {
  switch (shape) {
    case Shape::date:
      return date_fault(text);
    case Shape::month:
      return unless(parse_month(text).has_value(), Kind::definition_month);
    case Shape::money:
      return money_fault(text);
    case Shape::percent:
      return percent_fault(text);
    case Shape::integer:
      return unless(parse_integer(text).has_value(), Kind::definition_whole_number);
    case Shape::positive:
      if (text == "0") return Kind::not_positive;
      return unless(parse_integer(text).has_value(), Kind::definition_whole_number);
    case Shape::target:
    case Shape::goal:
    case Shape::quantity:
      return unless(parse_quantity(text).ok(), Kind::definition_number);
    case Shape::term:
      return unless(parse_term(text).has_value(), Kind::definition_term);
    case Shape::project_id:
    case Shape::currency:
    case Shape::format_version:
    case Shape::text:
    case Shape::texts:
    case Shape::texts_or_none:
    case Shape::local_text:
    case Shape::word:
    case Shape::word_or_object:
    case Shape::text_or_object:
    case Shape::words:
    case Shape::object:
    case Shape::objects:
    case Shape::objects_needed:
    case Shape::versions:
    case Shape::data_entry:
    case Shape::headers:
    case Shape::translations:
    case Shape::marks:
    case Shape::texts_or_blank:
    case Shape::forms:
    case Shape::unit:
    case Shape::catalogue_code:
      return std::nullopt;
  }
  return std::nullopt;
}

std::optional<KindOf<1>> form_fault(Shape shape, std::string_view text) {
  if (shape == Shape::project_id && !is_project_id(text)) return Kind::project_id_form;
  if (shape == Shape::currency && !is_currency(text)) return Kind::currency_form;
  if (shape == Shape::format_version && text != "1") return Kind::format_version;
  return std::nullopt;
}

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

std::optional<Date> Values::month(std::string_view key) const { return parse_month(text(key)); }

std::optional<std::int64_t> Values::integer(std::string_view key) const {
  return parse_integer(text(key));
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
