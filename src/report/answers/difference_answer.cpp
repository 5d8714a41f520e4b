#include "euproj/report/difference_answer.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "euproj/words/texts.hpp"

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

class DifferenceText {
 public:
  explicit DifferenceText(Language language) : language_(language) {}

  Document document(const std::string& before, const std::string& after,
                    const DifferenceAnswer& answer) const {
    Document document;
    document.language = language_;
    document.title = say(Text::diff_title);
    document.subtitle = before + " → " + after;
    document.sections = {changes_section(answer)};
    if (answer.money && moves(*answer.money)) {
      document.sections.push_back(money_section(*answer.money));
    }
    return document;
  }

 private:
  std::string say(FixedText which) const { return std::string(text(which, language_)); }

  DocumentSection changes_section(const DifferenceAnswer& answer) const {
    DocumentSection section;
    section.id = "changes";
    section.title = say(Text::diff_changes);
    if (answer.changes.empty()) {
      section.notes = {say(Text::diff_none)};
      return section;
    }
    Table table;
    table.id = "changes";
    table.columns = {{"path", say(Text::diff_column_path), ColumnKind::text},
                     {"old", say(Text::diff_column_old), ColumnKind::text},
                     {"new", say(Text::diff_column_new), ColumnKind::text},
                     {"change", say(Text::diff_column_change), ColumnKind::count}};
    const auto side = [](const std::optional<std::string>& value) {
      return value ? Cell(*value) : Cell();
    };
    for (const DefinitionChange& change : answer.changes) {
      TableRow row;
      row.cells = {Cell(change.path), side(change.before), side(change.after),
                   change.change ? Cell(*change.change) : Cell(std::string())};
      if (!change.before) row.cells.back() = Cell(say(Text::diff_added));
      if (!change.after) row.cells.back() = Cell(say(Text::diff_removed));
      table.rows.push_back(std::move(row));
    }
    section.tables = {std::move(table)};
    return section;
  }

  DocumentSection money_section(const MoneyDifference& money) const {
    DocumentSection section;
    section.id = "money";
    section.title = say(Text::diff_money);
    Table tasks = table_of("tasks", Text::diff_tasks, Text::diff_column_task);
    for (const MoneyMove& task : money.tasks) add(tasks, task.id, task, RowRole::item);
    if (!money.indirect.before.is_zero() || !money.indirect.after.is_zero()) {
      add(tasks, say(Text::diff_indirect), money.indirect, RowRole::item);
    }
    add(tasks, say(Text::diff_rest), money.rest, RowRole::item);
    add(tasks, say(Text::diff_total), money.total, RowRole::total);
    Table sources = table_of("sources", Text::diff_sources, Text::column_source);
    for (const MoneyMove& source : money.sources) add(sources, source.id, source, RowRole::item);
    add(sources, say(Text::diff_total), money.total, RowRole::total);
    section.tables = {std::move(tasks), std::move(sources)};
    return section;
  }

  static bool moves(const MoneyDifference& money) {
    const auto moved = [](const MoneyMove& move) { return !move.change().is_zero(); };
    return moved(money.total) || moved(money.rest) || moved(money.indirect) ||
           std::any_of(money.tasks.begin(), money.tasks.end(), moved) ||
           std::any_of(money.sources.begin(), money.sources.end(), moved);
  }

  Table table_of(std::string id, FixedText title, FixedText first) const {
    Table table;
    table.id = std::move(id);
    table.title = say(title);
    table.columns = {{"id", say(first), ColumnKind::text},
                     {"old", say(Text::diff_column_old), ColumnKind::money},
                     {"new", say(Text::diff_column_new), ColumnKind::money},
                     {"change", say(Text::diff_column_change), ColumnKind::money}};
    return table;
  }

  static void add(Table& table, const std::string& name, const MoneyMove& move, RowRole role) {
    TableRow row;
    row.role = role;
    row.cells = {Cell(name), Cell(move.before), Cell(move.after), Cell(move.change())};
    table.rows.push_back(std::move(row));
  }

  Language language_;
};

}  // namespace

std::vector<DefinitionChange> build_changes(std::span<const DefinitionEntry> before,
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

Document build_difference_document(const std::string& before, const std::string& after,
                                   const DifferenceAnswer& answer, Language language) {
  return DifferenceText(language).document(before, after, answer);
}

}  // namespace euproj
