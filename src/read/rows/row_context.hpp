#pragma once
// RowContext: what a cell's meaning depends on beyond its log's columns, and how a member keeps it.

#include <array>
#include <optional>
#include <type_traits>

#include "euproj/model/logs.hpp"
#include "euproj/model/project.hpp"
#include "read/rows/cells.hpp"

namespace euproj {

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

}  // namespace euproj
