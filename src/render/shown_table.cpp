#include "render/shown_table.hpp"

#include <utility>

namespace euproj {
namespace {

std::vector<std::size_t> columns_with_content(const Table& table) {
  std::vector<std::size_t> columns;
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    bool shown = !table.columns[i].heading.empty();
    for (std::size_t at = 0; !shown && at < table.row_count(); ++at) {
      const TableRow row = table.row(at);
      const auto* content = std::get_if<std::string>(&row.cells.at(i).value);
      shown = content == nullptr || !content->empty();
    }
    if (shown) columns.push_back(i);
  }
  return columns;
}

}  // namespace

Table without_empty_columns(const Table& table) {
  const std::vector<std::size_t> columns = columns_with_content(table);
  Table shown;
  for (const std::size_t i : columns) shown.columns.push_back(table.columns[i]);
  shown.lazy_rows = {table.row_count(), [&table, columns](std::size_t at) {
                       TableRow row = table.row(at);
                       std::vector<Cell> cells;
                       cells.reserve(columns.size());
                       for (const std::size_t i : columns)
                         cells.push_back(std::move(row.cells.at(i)));
                       row.cells = std::move(cells);
                       return row;
                     }};
  return shown;
}

Table with_rows_kept(const Table& table) {
  Table kept = table;
  kept.lazy_rows = {};
  kept.rows.clear();
  for (std::size_t at = 0; at < table.row_count(); ++at) kept.rows.push_back(table.row(at));
  return kept;
}

std::optional<std::size_t> column_of(const Table& table, const std::string& id) {
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    if (table.columns[i].id == id) return i;
  }
  return std::nullopt;
}

}  // namespace euproj
