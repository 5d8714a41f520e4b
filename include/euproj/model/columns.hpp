#pragma once
// The columns of the logs, from columns.def: names, needs, types and privacy in one place.

#include <cstdint>
#include <span>
#include <string_view>

#include "euproj/model/data_file.hpp"

namespace euproj {

enum class Column : std::uint8_t {
#define EUPROJ_COLUMN(log, name, need, type, privacy) log##_##name,
#include "euproj/model/columns.def"
#undef EUPROJ_COLUMN
};

enum class ColumnType : std::uint8_t {
  text, date, money, quantity, count, answer, sex, pesel, labour_status, education, degurba,
  place_kind, group, form, task, category, claim, indicator,
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

[[nodiscard]] const ColumnInfo& column_info(Column column);
[[nodiscard]] std::size_t column_count();
/// The columns of one log, in the order of SPEC 3.
[[nodiscard]] std::span<const ColumnInfo> columns_of(LogKind log);

}  // namespace euproj
