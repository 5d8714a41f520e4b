#pragma once
// read_row: the exact engine. The cells of one row, whatever they hold, become a row of the model.
//
// Every cell of columns.def is read and every rule of row_rules.hpp asked, so that all faults of
// the row are found. The row is good when the cells are (RowCells::ok).

#include <array>
#include <optional>
#include <type_traits>

#include "euproj/model/logs.hpp"
#include "euproj/model/project.hpp"
#include "read/rows/cells.hpp"

namespace euproj {

/// What a cell's meaning depends on beyond its log's columns. Both engines ask it.
struct RowContext {
  RowContext(const Project& its_project, Codes& its_codes);

  const Project& project;
  Codes& codes;
  std::array<Listed, column_count()> listed{};  // by Column, of those of type listed
  std::string project_number;                   // its project_key; empty: the project has none
};

/// Whether a column is read at all: it is kept, it must be there, the definition lists its words,
/// or it says whose the row is.
template <Column column>
inline constexpr bool is_read_column = KeptColumn<column>::is_kept ||
                                       column_info(column).need == Need::needed ||
                                       column_info(column).type == ColumnType::listed ||
                                       column_info(column).type == ColumnType::project;

// A member is blank until its cell is read. Types that differ convert: an amount that may be absent
// is kept by one that may not, a code by an enumeration.

template <typename Member, typename Value>
[[gnu::always_inline]] inline void keep(Member& member, const Value& value) {
  if constexpr (std::is_same_v<Member, PlaceKind>) {
    member = static_cast<PlaceKind>(value - 1);
  } else if constexpr (std::is_same_v<Member, Answer> || std::is_same_v<Member, EntityKind> ||
                       std::is_same_v<Member, EntitySize> || std::is_same_v<Member, std::uint8_t>) {
    member = static_cast<Member>(value);
  } else {
    member = value;
  }
}

template <typename Row>
[[nodiscard]] Row read_row(RowCells& cells, const RowContext& context);

/// Reads a row of a log and appends it to its table, unless it has errors.
void read_row_of(LogKind log, RowCells& cells, const RowContext& context, Logs& logs);

}  // namespace euproj
