#include "read/keys/check_shape.hpp"

#include <algorithm>
#include <unordered_set>

#include "euproj/base/utf8.hpp"
#include "euproj/words/kinds.hpp"
#include "read/keys/fields.hpp"
#include "read/keys/values.hpp"
#include "read/words/shown_value.hpp"

namespace euproj {
namespace {

/// A list or a mapping is shown as YAML writes it.
std::string shown_node(const YamlNode& node) {
  switch (node.kind) {
    case YamlNode::Kind::null:
      return "null";
    case YamlNode::Kind::scalar:
      return shown(node.text);
    case YamlNode::Kind::sequence:
      return "[...]";
    case YamlNode::Kind::mapping:
      return "{...}";
  }
  return {};
}

bool is_single_value(Shape shape) {
  switch (shape) {
    case Shape::date:
    case Shape::month:
    case Shape::money:
    case Shape::percent:
    case Shape::integer:
    case Shape::positive:
    case Shape::quantity:
    case Shape::term:
    case Shape::project_id:
    case Shape::currency:
    case Shape::target:
    case Shape::goal:
    case Shape::format_version:
      return true;
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
      return false;
  }
  return false;
}

/// 1 dziecko, 2 dzieci, 5 dzieci.
bool may_repeat(Shape shape) { return shape == Shape::forms || shape == Shape::unit; }

bool is_known(const Field& field, std::string_view word) {
  return std::find(field.words.begin(), field.words.end(), word) != field.words.end();
}

bool is_of_text(Shape shape) {
  return shape == Shape::text || shape == Shape::texts || shape == Shape::texts_or_none ||
         shape == Shape::texts_or_blank || shape == Shape::local_text || shape == Shape::forms ||
         shape == Shape::unit || shape == Shape::catalogue_code;
}

/// A number of YAML whose value is written with other digits: 1.10, 007, 12E3; not 12, 1.1, 0 or
/// 1.2.3. We keep texts as written; what else reads or edits the file need not.
bool is_changed_as_number(std::string_view text) {
  if (text.starts_with('-') || text.starts_with('+')) text.remove_prefix(1);
  constexpr std::string_view digits = "0123456789";
  const std::size_t end_of_whole = std::min(text.find_first_not_of(digits), text.size());
  const std::string_view whole = text.substr(0, end_of_whole);
  std::string_view rest = text.substr(end_of_whole);
  std::string_view decimals;
  const bool has_point = rest.starts_with('.');
  if (has_point) {
    rest.remove_prefix(1);
    decimals = rest.substr(0, std::min(rest.find_first_not_of(digits), rest.size()));
    rest.remove_prefix(decimals.size());
  }
  if (whole.empty() && decimals.empty()) return false;
  if (rest.starts_with('e') || rest.starts_with('E')) {
    rest.remove_prefix(1);
    if (rest.starts_with('-') || rest.starts_with('+')) rest.remove_prefix(1);
    return !rest.empty() && rest.find_first_not_of(digits) == std::string_view::npos;
  }
  if (!rest.empty()) return false;
  const bool is_padded = whole.size() > 1 && whole.front() == '0';
  return is_padded || whole.empty() || (has_point && (decimals.empty() || decimals.back() == '0'));
}

class ShapeCheck {
 public:
  explicit ShapeCheck(Diagnostics& diagnostics) : diagnostics_(diagnostics) {}

  /// `owner`: the key that holds the mapping, or the mapping itself; a missing key is shown there.
  void object(Object which, const YamlNode& node, Place owner) {
    const ObjectInfo& info = object_info(which);
    if (!node.is_mapping()) {
      report(Kind::expected_mapping, node, info.name);
      return;
    }
    for (const YamlEntry& entry : node.entries) {
      if (const Field* field = find_field(which, entry.key.text)) {
        value(*field, entry.key, entry.value);
      } else {
        diagnostics_.report(Kind::unknown_key, entry.key.place,
                            {shown(entry.key.text), std::string(info.name),
                             known_shown(entry.key.text, known_keys(which))});
      }
    }
    for (const Field& field : info.fields) {
      if (field.need == Need::needed && !node.find(field.key)) {
        diagnostics_.report(Kind::missing_key, owner,
                            {std::string(field.key), std::string(info.name)});
      }
    }
  }

 private:
  void report(KindOf<1> kind, const YamlNode& node, std::string_view key) {
    diagnostics_.report(kind, node.place, {std::string(key)});
  }
  void report(KindOf<2> kind, const YamlNode& node, std::string_view key) {
    diagnostics_.report(kind, node.place, {std::string(key), shown_node(node)});
  }

  void value(const Field& field, const YamlNode& key, const YamlNode& node) {
    const bool is_blank = node.is_scalar() && trimmed(node.text).empty();
    if (node.is_null() || (is_blank && !is_known(field, node.text))) {  // a tab is a delimiter
      diagnostics_.report(Kind::no_value, node.place, {std::string(field.key)});
      return;
    }
    switch (field.shape) {
      case Shape::object:
        return object(field.object, node, key.place);
      case Shape::objects:
      case Shape::objects_needed:
        return objects(field, node);
      case Shape::versions:
        if (node.is_sequence()) return objects(field, node);
        return object(field.object, node, key.place);
      case Shape::headers:
        return headers(field.key, node);
      case Shape::translations:
        return translations(field.key, node);
      case Shape::data_entry:
        return data_entry(field, key, node);
      case Shape::marks:
        if (node.is_mapping()) return object(field.object, node, key.place);
        if (trimmed(node.text) != "hours") {
          diagnostics_.report(Kind::definition_word, node.place,
                              {std::string(field.key), shown_node(node), "`hours`"});
        }
        return;
      case Shape::texts:
      case Shape::texts_or_none:
      case Shape::texts_or_blank:
      case Shape::words:
      case Shape::forms:
        return texts(field, node);
      case Shape::unit:
        if (node.is_mapping()) return object(field.object, node, key.place);
        return texts(field, node);
      case Shape::local_text:
      case Shape::word_or_object:
      case Shape::text_or_object:
      case Shape::target:
      case Shape::goal:
        if (node.is_mapping()) return object(field.object, node, key.place);
        return scalar(field, node);
      case Shape::text:
      case Shape::catalogue_code:
      case Shape::word:
      case Shape::date:
      case Shape::month:
      case Shape::money:
      case Shape::percent:
      case Shape::integer:
      case Shape::positive:
      case Shape::quantity:
      case Shape::term:
      case Shape::project_id:
      case Shape::currency:
      case Shape::format_version:
        return scalar(field, node);
    }
  }

  void scalar(const Field& field, const YamlNode& node) {
    const std::string_view text = trimmed(node.text);
    if (!node.is_scalar() && !is_single_value(field.shape)) {
      report(Kind::expected_text, node, field.key);
    } else if (const auto fault = scalar_fault(field.shape, text)) {
      report(*fault, node, field.key);
    } else if (const auto form = form_fault(field.shape, text)) {
      diagnostics_.report(*form, node.place, {shown_node(node)});
    } else if (!field.words.empty() && !is_known(field, node.text)) {
      diagnostics_.report(
          Kind::definition_word, node.place,
          {std::string(field.key), shown_node(node), known_shown(node.text, field.words)});
    } else if (!node.quoted && is_of_text(field.shape) && is_changed_as_number(text)) {
      report(Kind::bare_number, node, field.key);
    }
  }

  void objects(const Field& field, const YamlNode& node) {
    if (!node.is_sequence()) return report(Kind::expected_list, node, field.key);
    if (node.items.empty() && field.shape != Shape::objects) {
      return report(Kind::empty_list, node, field.key);
    }
    for (const YamlNode& item : node.items) object(field.object, item, item.place);
  }

  void texts(const Field& field, const YamlNode& node) {
    if (node.is_scalar()) return scalar(field, node);
    if (!node.is_sequence()) return report(Kind::expected_texts, node, field.key);
    if (node.items.empty() && field.shape != Shape::texts_or_none) {
      return report(Kind::empty_list, node, field.key);
    }
    std::unordered_set<std::string_view> seen;
    for (const YamlNode& item : node.items) {
      const bool is_blank = trimmed(item.text).empty() && field.shape != Shape::texts_or_blank;
      if (!item.is_scalar() || is_blank) {
        report(Kind::expected_text, item, field.key);
      } else if (!seen.insert(item.text).second && !may_repeat(field.shape)) {
        report(Kind::repeated_item, item, field.key);
      } else {
        scalar(field, item);
      }
    }
  }

  void data_entry(const Field& field, const YamlNode& key, const YamlNode& node) {
    if (node.is_mapping()) return object(field.object, node, key.place);
    if (node.is_scalar()) return;
    if (node.items.empty()) return report(Kind::empty_list, node, field.key);
    for (const YamlNode& item : node.items) {
      if (item.is_mapping()) {
        object(field.object, item, item.place);
      } else if (!item.is_scalar() || trimmed(item.text).empty()) {
        report(Kind::expected_text, item, field.key);
      }
    }
  }

  void headers(std::string_view name, const YamlNode& node) {
    if (!node.is_mapping()) return report(Kind::expected_mapping, node, name);
    for (const YamlEntry& entry : node.entries) {
      if (entry.value.is_null()) {
        diagnostics_.report(Kind::no_value, entry.value.place, {shown(entry.key.text)});
      } else if (!entry.value.is_scalar()) {
        report(Kind::expected_text, entry.value, shown(entry.key.text));
      }
    }
  }

  void translations(std::string_view name, const YamlNode& node) {
    if (!node.is_mapping()) return report(Kind::expected_mapping, node, name);
    for (const YamlEntry& entry : node.entries) headers(shown(entry.key.text), entry.value);
  }

  Diagnostics& diagnostics_;
};

}  // namespace

void check_shape(const YamlNode& definition, Diagnostics& diagnostics, Object root) {
  ShapeCheck(diagnostics).object(root, definition, definition.place);
}

}  // namespace euproj
