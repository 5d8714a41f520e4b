#include "euproj/report/difference_answer.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "euproj/model/money_rules.hpp"
#include "euproj/words/texts.hpp"
#include "report/parts/typed_table.hpp"

namespace euproj {
namespace {

/// The move of one id, added when it is not there yet.
MoneyMove& move_of(std::vector<MoneyMove>& moves, const std::string& id) {
  const auto found = std::find_if(moves.begin(), moves.end(),
                                  [&](const MoneyMove& move) { return move.id == id; });
  if (found != moves.end()) return *found;
  moves.push_back({id, {}, {}});
  return moves.back();
}

void add(const Project& project, Money MoneyMove::*side, MoneyDifference& difference) {
  const Financing& financing = project.financing.latest();
  const Budget& budget = project.budget.latest();
  difference.total.*side = financing.total;
  for (const Task& task : budget.tasks) {
    move_of(difference.tasks, task.id).*side = task.planned.value_or(Money());
  }
  const Money planned = planned_direct(budget);
  const Money indirect = flat_rate_costs(budget, planned);
  difference.indirect.*side = indirect;
  difference.rest.*side = financing.total - planned - indirect;
  const std::vector<Money> shares = financing.shares(financing.total);
  for (std::size_t i = 0; i < shares.size(); ++i) {
    move_of(difference.sources, financing.sources[i].id).*side = shares[i];
  }
}

}  // namespace

MoneyDifference build_difference(const Project& before, const Project& after) {
  MoneyDifference difference;
  add(before, &MoneyMove::before, difference);
  add(after, &MoneyMove::after, difference);
  return difference;
}

namespace {

using parts::Words;
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
    const auto known = std::find_if(changes.begin(), changes.end(),
                                    [&](const auto& change) { return change.path == item; });
    if (known != changes.end()) {
      *((*known).*side) += "; " + key + entry.value;
    } else {
      changes.push_back({item, {}, {}, {}});
      changes.back().*side = key + entry.value;
    }
  }
}

DocumentSection changes_section(const Words& words, const DifferenceAnswer& answer) {
  DocumentSection section = parts::section_of("changes", words(Text::diff_changes));
  if (answer.changes.empty()) {
    section.notes = {words(Text::diff_none)};
    return section;
  }
  const auto side = [](const std::optional<std::string>& value) {
    return value ? parts::text_cell(*value) : parts::TextCell();
  };
  parts::TypedTable<DefinitionChange> table(words, "changes");
  table.column("path", Text::diff_column_path, &DefinitionChange::path);
  table.column("old", Text::diff_column_old,
               [side](const DefinitionChange& change) { return side(change.before); });
  table.column("new", Text::diff_column_new,
               [side](const DefinitionChange& change) { return side(change.after); });
  table.column("change", Text::diff_column_change, [words](const DefinitionChange& change) {
    const auto word = [&](FixedText which) {
      return parts::CountCell(parts::ShownCell(words(which)));
    };
    if (!change.after) return word(Text::diff_removed);
    if (!change.before) return word(Text::diff_added);
    return change.change ? parts::count_cell(change.change) : parts::CountCell::blank();
  });
  table.rows(answer.changes);
  section.tables = {table.take()};
  return section;
}

parts::TypedTable<MoneyMove> moves_table(const Words& words, std::string_view id, FixedText title,
                                         FixedText first) {
  parts::TypedTable<MoneyMove> table(words, id);
  table.title(title);
  table.column("id", first, &MoneyMove::id);
  table.column("old", Text::diff_column_old, &MoneyMove::before);
  table.column("new", Text::diff_column_new, &MoneyMove::after);
  table.column("change", Text::diff_column_change, &MoneyMove::change);
  return table;
}

DocumentSection money_section(const Words& words, const MoneyDifference& money) {
  const auto named = [&](FixedText name, MoneyMove move) {
    move.id = words(name);
    return move;
  };
  auto tasks = moves_table(words, "tasks", Text::diff_tasks, Text::diff_column_task);
  tasks.rows(money.tasks);
  if (!money.indirect.before.is_zero() || !money.indirect.after.is_zero()) {
    tasks.row(named(Text::diff_indirect, money.indirect));
  }
  tasks.row(named(Text::diff_rest, money.rest));
  tasks.row(named(Text::diff_total, money.total), RowRole::total);
  auto sources = moves_table(words, "sources", Text::diff_sources, Text::column_source);
  sources.rows(money.sources);
  sources.row(named(Text::diff_total, money.total), RowRole::total);
  DocumentSection section = parts::section_of("money", words(Text::diff_money));
  section.tables = {tasks.take(), sources.take()};
  return section;
}

bool moves(const MoneyDifference& money) {
  const auto moved = [](const MoneyMove& move) { return !move.change().is_zero(); };
  return moved(money.total) || moved(money.rest) || moved(money.indirect) ||
         std::any_of(money.tasks.begin(), money.tasks.end(), moved) ||
         std::any_of(money.sources.begin(), money.sources.end(), moved);
}

/// "2026-06-01" of "financing[2026-06-01].total"; empty: not of a version of the section.
std::string_view version_in(std::string_view path, std::string_view section) {
  if (!path.starts_with(section) || path.substr(section.size(), 1) != "[") return {};
  path.remove_prefix(section.size() + 1);
  return path.substr(0, path.find(']'));
}

/// In the order of the file, the latest last.
std::vector<std::string_view> versions_in(std::span<const DefinitionEntry> entries,
                                          std::string_view section) {
  std::vector<std::string_view> versions;
  for (const DefinitionEntry& entry : entries) {
    const std::string_view version = version_in(entry.path, section);
    const bool is_new = std::find(versions.begin(), versions.end(), version) == versions.end();
    if (!version.empty() && is_new) versions.push_back(version);
  }
  return versions;
}

/// Entries give each version by its day, and the latest once more without one. Each version is
/// compared with that of the same day. Where the latest are of two days, they are compared without
/// it, and the one that the other side lacks is not said to be added or removed as well. A section
/// with one version is always compared without its day.
std::vector<DefinitionEntry> comparable(std::span<const DefinitionEntry> entries,
                                        std::span<const DefinitionEntry> others) {
  std::vector<DefinitionEntry> kept(entries.begin(), entries.end());
  for (const std::string_view section : versioned_sections) {
    const auto own = versions_in(entries, section);
    const auto other = versions_in(others, section);
    if (own.empty()) continue;
    const bool is_one = own.size() == 1 && own == other;
    const bool has_same_latest = !other.empty() && own.back() == other.back();
    const bool is_latest_alone = std::find(other.begin(), other.end(), own.back()) == other.end();
    std::erase_if(kept, [&](const DefinitionEntry& entry) {
      const std::string_view version = version_in(entry.path, section);
      if (version.empty()) {
        return has_same_latest && !is_one && entry.path.starts_with(section);
      }
      return is_one || (is_latest_alone && version == own.back());
    });
  }
  return kept;
}

}  // namespace

std::vector<DefinitionChange> build_changes(std::span<const DefinitionEntry> all_before,
                                            std::span<const DefinitionEntry> all_after) {
  const std::vector<DefinitionEntry> before = comparable(all_before, all_after);
  const std::vector<DefinitionEntry> after = comparable(all_after, all_before);
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

Document build_figure_changes_document(const std::string& before, const std::string& after,
                                       const std::vector<FigureChange>& changes,
                                       Language language) {
  const Words words(language);
  DocumentSection section = parts::section_of("figures", words(Text::diff_figures));
  if (changes.empty()) section.add_note(words(Text::diff_figures_none));
  const auto side = [](const std::optional<std::string>& value) {
    return value ? parts::text_cell(*value) : parts::TextCell();
  };
  parts::TypedTable<FigureChange> table(words, "figures");
  table.label("name", Text::diff_figure, &FigureChange::name);
  table.column("old", Text::diff_column_old,
               [side](const FigureChange& change) { return side(change.sealed); });
  table.column("new", Text::diff_column_new,
               [side](const FigureChange& change) { return side(change.now); });
  table.column("change", Text::diff_column_change,
               [side](const FigureChange& change) { return side(change.difference); });
  table.rows(changes);
  if (!table.empty()) section.add(table.take());
  Document document;
  document.language = language;
  document.title = words(Text::diff_title);
  document.subtitle = before + " → " + after;
  document.sections = {std::move(section)};
  return document;
}

Document build_difference_document(const std::string& before, const std::string& after,
                                   const DifferenceAnswer& answer, Language language) {
  const Words words(language);
  Document document;
  document.language = language;
  document.title = words(Text::diff_title);
  document.subtitle = before + " → " + after;
  document.sections = {changes_section(words, answer)};
  if (answer.money && moves(*answer.money)) {
    document.sections.push_back(money_section(words, *answer.money));
  }
  return document;
}

}  // namespace euproj
