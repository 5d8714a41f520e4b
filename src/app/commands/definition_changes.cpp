#include "app/commands/definition_changes.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace euproj {
namespace {

using ByPath = std::map<std::string, std::string>;

/// "indicators[P1].target.total" -> "indicators[P1]"; empty when it is of no item.
std::string item_of(const std::string& path) {
  const std::size_t end = path.find(']');
  return end == std::string::npos ? std::string() : path.substr(0, end + 1);
}

std::set<std::string> items_of(std::span<const DefinitionEntry> entries) {
  std::set<std::string> items;
  for (const DefinitionEntry& entry : entries) items.insert(item_of(entry.path));
  return items;
}

std::optional<Quantity> change_of(const std::string& before, const std::string& after) {
  const auto old_number = parse_quantity(before);
  const auto new_number = parse_quantity(after);
  // Texts may look like numbers: "1.10" and "1.1" are two texts and one number.
  if (!old_number || !new_number || *old_number == *new_number) return std::nullopt;
  return *new_number - *old_number;
}

/// Entries of `these` that the others lack, whole items as one.
void add_lone(std::span<const DefinitionEntry> these, const ByPath& others,
              const std::set<std::string>& other_items,
              std::optional<std::string> DefinitionChange::*side,
              std::vector<DefinitionChange>& changes) {
  for (const DefinitionEntry& entry : these) {
    if (others.contains(entry.path)) continue;
    const std::string item = item_of(entry.path);
    if (item.empty() || other_items.contains(item)) {
      changes.push_back({entry.path, {}, {}, {}});
      changes.back().*side = entry.value;
      continue;
    }
    const std::string key =
        entry.path.size() > item.size() ? entry.path.substr(item.size() + 1) + ": " : "";
    const auto known = std::find_if(changes.begin(), changes.end(), [&](const auto& change) {
      return change.path == item;
    });
    if (known != changes.end()) {
      *((*known).*side) += "; " + key + entry.value;
    } else {
      changes.push_back({item, {}, {}, {}});
      changes.back().*side = key + entry.value;
    }
  }
}

}  // namespace

std::vector<DefinitionChange> changes_between(std::span<const DefinitionEntry> before,
                                              std::span<const DefinitionEntry> after) {
  ByPath old_values;
  ByPath new_values;
  for (const DefinitionEntry& entry : before) old_values[entry.path] = entry.value;
  for (const DefinitionEntry& entry : after) new_values[entry.path] = entry.value;
  std::vector<DefinitionChange> changes;
  for (const DefinitionEntry& entry : before) {
    const auto now = new_values.find(entry.path);
    if (now == new_values.end() || now->second == entry.value) continue;
    changes.push_back({entry.path, entry.value, now->second, change_of(entry.value, now->second)});
  }
  add_lone(before, new_values, items_of(after), &DefinitionChange::before, changes);
  add_lone(after, old_values, items_of(before), &DefinitionChange::after, changes);
  return changes;
}

}  // namespace euproj
