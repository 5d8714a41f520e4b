#include "render/shown_table.hpp"

#include <algorithm>

namespace euproj {

Table without_empty_columns(const Table& table) {
  Table shown = table;
  for (std::size_t i = shown.columns.size(); i-- > 0;) {
    const auto is_blank = [i](const TableRow& row) {
      const auto* content = std::get_if<std::string>(&row.cells.at(i).value);
      return content != nullptr && content->empty();
    };
    if (!shown.columns[i].heading.empty()) continue;
    if (!std::all_of(shown.rows.begin(), shown.rows.end(), is_blank)) continue;
    const auto at = static_cast<std::ptrdiff_t>(i);
    shown.columns.erase(shown.columns.begin() + at);
    for (TableRow& row : shown.rows) row.cells.erase(row.cells.begin() + at);
  }
  return shown;
}

std::optional<std::size_t> column_of(const Table& table, const std::string& id) {
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    if (table.columns[i].id == id) return i;
  }
  return std::nullopt;
}

}  // namespace euproj
