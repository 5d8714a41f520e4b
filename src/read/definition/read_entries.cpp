#include "euproj/read/read_entries.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <span>

#include "euproj/base/format.hpp"
#include "read/yaml/tree.hpp"

namespace euproj {
namespace {

/// What names an item of a list, in this order; `source` goes with a date.
constexpr std::array<std::string_view, 6> identities = {"id",   "valid_from", "month",
                                                        "date", "file",       "sources"};

/// 1000.00 -> 1000, "85.50 %" -> 85.5%; what is no plain number stays.
std::string number_form(std::string text) {
  const bool percent = text.ends_with('%');
  std::string digits = percent ? text.substr(0, text.size() - 1) : text;
  while (percent && digits.ends_with(' ')) digits.pop_back();
  const std::size_t sign = digits.starts_with('-') || digits.starts_with('+') ? 1 : 0;
  const std::size_t point = digits.find('.');
  const bool number = digits.size() > sign &&
                      digits.find_first_not_of("0123456789.", sign) == std::string::npos &&
                      std::count(digits.begin(), digits.end(), '.') <= 1;
  if (!number) return text;
  if (point != std::string::npos) {
    while (digits.ends_with('0')) digits.pop_back();
    if (digits.ends_with('.')) digits.pop_back();
  }
  return percent ? digits + "%" : digits;
}

std::string scalar_form(const YamlNode& node) {
  return node.quoted ? node.text : number_form(node.text);
}

/// A whole value on one line; the order of keys and of alternatives does not show, nor whether one
/// word stands in a list.
std::string form_of(const YamlNode& node) {
  std::vector<std::string> parts;
  for (const YamlNode& item : node.items) parts.push_back(form_of(item));
  for (const YamlEntry& entry : node.entries) {
    parts.push_back(entry.key.text + ": " + form_of(entry.value));
  }
  if (!node.is_sequence() && !node.is_mapping()) return scalar_form(node);
  if (node.is_sequence() && parts.size() == 1) return parts.front();
  std::sort(parts.begin(), parts.end());
  return node.is_sequence() ? "[" + list_of(parts) + "]" : "{" + list_of(parts) + "}";
}

class Flattening {
 public:
  explicit Flattening(std::vector<DefinitionEntry>& entries) : entries_(entries) {}

  void add(const YamlNode& node, const std::string& path) {
    switch (node.kind) {
      case YamlNode::Kind::null:
        return;
      case YamlNode::Kind::scalar:
        entries_.push_back({path, scalar_form(node)});
        return;
      case YamlNode::Kind::mapping:
        add_mapping(node, path);
        return;
      case YamlNode::Kind::sequence:
        add_sequence(node, path);
        return;
    }
  }

 private:
  void add_mapping(const YamlNode& node, const std::string& path) {
    for (const YamlEntry& entry : node.entries) {
      const std::string& key = entry.key.text;
      if (path.empty() && is_versioned_section(key)) {
        add_versions(entry.value, key);
      } else if (key == "where") {
        entries_.push_back({path + ".where", form_of(entry.value)});
      } else if (key == "pl" || key == "file") {
        add(entry.value, path);  // `name: X` is `name: {pl: X}`, a path is `{file: path}`
      } else {
        add(entry.value, path.empty() ? key : path + "." + key);
      }
    }
  }

  /// Each version by the day from which it holds, and the latest once more without one: for a
  /// definition that has another number of them.
  void add_versions(const YamlNode& node, const std::string& section) {
    const std::span<const YamlNode> versions =
        node.is_sequence() ? std::span<const YamlNode>(node.items) : std::span(&node, 1);
    if (versions.empty()) return;
    for (const YamlNode& version : versions) {
      const YamlEntry* const day = version.find("valid_from");
      add(version, section + "[" + (day == nullptr ? "first" : form_of(day->value)) + "]");
    }
    add(versions.back(), section);
  }

  void add_sequence(const YamlNode& node, const std::string& path) {
    const bool words = std::none_of(node.items.begin(), node.items.end(),
                                    [](const YamlNode& item) { return item.is_mapping(); });
    if (words) {
      if (!node.items.empty()) entries_.push_back({path, form_of(node)});
      return;
    }
    std::map<std::string, int> times;
    for (const YamlNode& item : node.items) {
      const std::string name = identity(item);
      std::string named = name.empty() ? path : path + "[" + name + "]";
      if (++times[named] > 1) named += "#" + std::to_string(times[named]);
      add(item, named);
    }
  }

  static std::string identity(const YamlNode& item) {
    for (const std::string_view key : identities) {
      const YamlEntry* const found = item.find(key);
      if (found == nullptr) continue;
      const YamlEntry* const source = item.find("source");
      const bool with_source = key == "date" && source != nullptr;
      std::string name = form_of(found->value);
      if (name.starts_with('[')) name = name.substr(1, name.size() - 2);
      return name + (with_source ? " " + form_of(source->value) : "");
    }
    return item.is_mapping() ? "" : form_of(item);
  }

  std::vector<DefinitionEntry>& entries_;
};

}  // namespace

std::vector<DefinitionEntry> read_entries(FileId file, const SourceSet& sources) {
  std::vector<DefinitionEntry> entries;
  Diagnostics told_already;
  if (const auto root = read_yaml(file, sources.file(file).text, told_already)) {
    Flattening(entries).add(*root, "");
  }
  return entries;
}

}  // namespace euproj
