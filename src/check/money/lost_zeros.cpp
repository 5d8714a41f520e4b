#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <string_view>

#include "check/check_list.hpp"
#include "euproj/words/kinds.hpp"

namespace euproj {
namespace {

/// What a spreadsheet leaves of an id that it takes for a number: `1.10` and `01.1` are `1.1`,
/// `2.0` is `2`. Empty: it is none.
std::string as_number(std::string_view id) {
  constexpr std::string_view digits = "0123456789";
  const std::size_t point = id.find('.');
  const std::string_view integer = id.substr(0, point);
  std::string_view decimals = point == std::string_view::npos ? "" : id.substr(point + 1);
  const bool is_number = !integer.empty() && (point == std::string_view::npos || !decimals.empty());
  if (!is_number || integer.find_first_not_of(digits) != std::string_view::npos ||
      decimals.find_first_not_of(digits) != std::string_view::npos) {
    return {};
  }
  decimals = decimals.substr(0, decimals.find_last_not_of('0') + 1);
  const std::size_t first = std::min(integer.find_first_not_of('0'), integer.size() - 1);
  std::string number(integer.substr(first));
  if (!decimals.empty()) (number += '.') += decimals;
  return number;
}

/// The ids of one kind, and where the documents name each first.
class Ids {
 public:
  void declare(const std::string& id) { places_.try_emplace(id); }

  /// Whether two of them are one number: most projects have none, and need no look at the rows.
  [[nodiscard]] bool have_pairs() const {
    return std::any_of(places_.begin(), places_.end(),
                       [&](const auto& id) { return twin_of(id.first) != nullptr; });
  }

  void add(std::string_view id, const Logs& logs, Origin origin, Column column) {
    const auto known = places_.find(id);
    if (known == places_.end() || known->second.line != 0) return;
    known->second = logs.place(origin, column);
  }

  void report(Diagnostics& diagnostics) const {
    for (const auto& [id, place] : places_) {
      const auto* const twin = twin_of(id);
      if (twin == nullptr || place.line != 0 || twin->second.line == 0) continue;
      diagnostics.report(Kind::id_lost_zeros, twin->second, {twin->first, id});
    }
  }

 private:
  using Places = std::map<std::string, Place, std::less<>>;

  /// Another id that is what a spreadsheet leaves of this one.
  [[nodiscard]] const Places::value_type* twin_of(const std::string& id) const {
    const auto twin = places_.find(as_number(id));
    return twin == places_.end() || twin->first == id ? nullptr : &*twin;
  }

  Places places_;  // no line: no document names it
};

}  // namespace

void check_lost_zeros(const Dossier& dossier, Diagnostics& diagnostics) {
  const Logs& logs = dossier.logs;
  const Codes& codes = dossier.codes;
  if (logs.is_partly_unread(LogKind::expenditures)) return;  // the missing rows may name it
  Ids tasks;
  Ids categories;
  for (const Budget& budget : dossier.project.budget.all()) {
    for (const Task& task : budget.tasks) tasks.declare(task.id);
    for (const Category& category : budget.categories) categories.declare(category.id);
  }
  if (!tasks.have_pairs() && !categories.have_pairs()) return;
  for (const ExpenditureRow& row : logs.expenditures) {
    tasks.add(codes.tasks.text(row.task), logs, row.origin, Column::expenditures_task);
    if (row.category == no_code) continue;
    categories.add(codes.categories.text(row.category), logs, row.origin,
                   Column::expenditures_category);
  }
  tasks.report(diagnostics);
  categories.report(diagnostics);
}

}  // namespace euproj
