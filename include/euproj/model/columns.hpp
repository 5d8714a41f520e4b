#pragma once
// The columns of the logs, from columns.def: names, needs, types, privacy and members in one place.

#include <algorithm>
#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <type_traits>
#include <utility>

#include "euproj/model/data_file.hpp"
#include "euproj/model/indicator.hpp"

namespace euproj {

enum class Column : std::uint8_t {
#define EUPROJ_COLUMN(log, name, need, type, privacy, member, words) log##_##name,
#include "euproj/model/columns.def"
#undef EUPROJ_COLUMN
};

enum class ColumnType : std::uint8_t {
  // Texts, kept as codes but for the first.
  text,
  id,        // nearly each row has another one
  word,      // a few, again and again
  unique,    // never looked up: a code of its own each time
  listed,    // of those that the definition lists, where it lists any; else a word
  identity,  // a PESEL or another number of a person
  indicator,
  project,  // the number of the project whose the row is; rows of another one are not counted
  // One of a closed dictionary.
  answer,
  sex,
  labour_status,
  education,
  degurba,
  place_kind,
  entity_kind,
  entity_size,
  // Others.
  date,
  money,
  quantity,
  count,
  pesel,
};
enum class Need : std::uint8_t { needed, optional };
enum class Privacy : std::uint8_t { open, personal };

struct ColumnInfo {
  Column column{};
  LogKind log{};
  std::string_view name;
  Need need{};
  ColumnType type{};
  Privacy privacy{};
};

inline constexpr std::array column_infos = {
#define EUPROJ_COLUMN(log, name, need, type, privacy, member, words) \
  ColumnInfo{Column::log##_##name, LogKind::log,     #name,          \
             Need::need,           ColumnType::type, Privacy::privacy},
#include "euproj/model/columns.def"
#undef EUPROJ_COLUMN
};

[[nodiscard]] constexpr std::size_t column_count() { return column_infos.size(); }
[[nodiscard]] constexpr const ColumnInfo& column_info(Column column) {
  return column_infos.at(static_cast<std::size_t>(column));
}
/// The columns of one log, in the order of schemas/README.md#the-logs; columns.def lists each log
/// in one piece.
[[nodiscard]] constexpr std::span<const ColumnInfo> columns_of(LogKind log) {
  const auto is_of_log = [log](const ColumnInfo& info) { return info.log == log; };
  const auto* const first = std::find_if(column_infos.begin(), column_infos.end(), is_of_log);
  const auto* const end = std::find_if_not(first, column_infos.end(), is_of_log);
  return {first, end};
}

/// Where the row of its log keeps a column, and which table of codes has its words.
template <Column column>
struct KeptColumn;

#define EUPROJ_COLUMN(log, name, need, type, privacy, member, words)          \
  template <>                                                                 \
  struct KeptColumn<Column::log##_##name> {                                   \
    static constexpr bool is_kept = std::string_view(#member) != "unkept";    \
    static constexpr bool has_words = std::string_view(#words) != "no_words"; \
    template <typename Row>                                                   \
    [[gnu::always_inline]] static constexpr auto& in(Row& row) {              \
      return row.member;                                                      \
    }                                                                         \
    template <typename Tables>                                                \
    [[gnu::always_inline]] static constexpr auto& words_in(Tables& tables) {  \
      return tables.words;                                                    \
    }                                                                         \
  };
#include "euproj/model/columns.def"
#undef EUPROJ_COLUMN

/// Calls `visit` for each column of a log with the Column as a type: a std::integral_constant.
template <LogKind log, typename Visit>
[[gnu::always_inline]] constexpr void for_each_column(const Visit& visit) {
  constexpr auto first = static_cast<std::size_t>(columns_of(log).front().column);
  [&]<std::size_t... i>(std::index_sequence<i...>) __attribute__((always_inline)) {
    (visit(std::integral_constant<Column, static_cast<Column>(first + i)>()), ...);
  }
  (std::make_index_sequence<columns_of(log).size()>());
}

/// Calls `visit` for each member of a row that keeps a column of its log.
template <LogKind log, typename Row, typename Visit>
[[gnu::always_inline]] constexpr void for_each_member(Row& row, Visit&& visit) {
  for_each_column<log>([&](auto column) __attribute__((always_inline)) {
    using Kept = KeptColumn<column>;
    if constexpr (Kept::is_kept) visit(Kept::in(row));
  });
}

}  // namespace euproj
