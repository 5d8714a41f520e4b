#include "report/document/document_index.hpp"

#include <algorithm>

namespace euproj::parts {

DocumentIndex::DocumentIndex(const Document& document) {
  for (const DocumentSection& section : document.sections) {
    for (const Table& table : section.tables) tables_.emplace(table.id, &table);
  }
}

const Table* DocumentIndex::table(std::string_view id) const {
  const auto found = tables_.find(id);
  return found == tables_.end() ? nullptr : found->second;
}

bool DocumentIndex::has(const CellPlace& place) const {
  const Table* const found = table(place.table);
  return found != nullptr && place.row < found->row_count() &&
         std::any_of(found->columns.begin(), found->columns.end(),
                     [&](const TableColumn& column) { return column.id == place.column; });
}

std::optional<std::size_t> DocumentIndex::total_row(std::string_view id) const {
  const Table* const found = table(id);
  if (found == nullptr || found->rows.empty()) return std::nullopt;
  if (found->rows.back().role != RowRole::total) return std::nullopt;
  return found->row_count() - 1;
}

}  // namespace euproj::parts
