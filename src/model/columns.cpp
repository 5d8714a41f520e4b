#include "euproj/model/columns.hpp"

#include <array>

namespace euproj {
namespace {

constexpr std::array columns = {
#define EUPROJ_COLUMN(log, name, need, type, privacy)                                    \
  ColumnInfo{Column::log##_##name, LogKind::log,       #name,                            \
             Need::need,           ColumnType::type, Privacy::privacy},
#include "euproj/model/columns.def"
#undef EUPROJ_COLUMN
};

}  // namespace

const ColumnInfo& column_info(Column column) {
  return columns.at(static_cast<std::size_t>(column));
}

std::size_t column_count() { return columns.size(); }

std::span<const ColumnInfo> columns_of(LogKind log) {
  std::size_t first = 0;  // columns.def lists each log in one piece
  while (first < columns.size() && columns[first].log != log) ++first;
  std::size_t end = first;
  while (end < columns.size() && columns[end].log == log) ++end;
  return std::span(columns).subspan(first, end - first);
}

std::string_view log_name(LogKind kind) {
  constexpr std::array<std::string_view, log_kind_count> names = {
      "participants", "support", "outcomes", "places", "measurements", "expenditures",
      "aliases"};
  return names.at(static_cast<std::size_t>(kind));
}

}  // namespace euproj
