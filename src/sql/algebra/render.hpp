#pragma once
// render: values, steps and constants as SQL of one engine.

#include <string>

#include "sql/algebra/dialect.hpp"
#include "sql/algebra/relation.hpp"

namespace euproj::sql {

[[nodiscard]] std::string render(const Value& value, SqlDialect dialect);
[[nodiscard]] std::string render(const Statement& statement, SqlDialect dialect);
/// 'text', with its quotes doubled.
[[nodiscard]] std::string quoted(std::string_view text, const DialectWords& words);
/// Lines that begin with "-- ".
[[nodiscard]] std::string comment_lines(std::string_view text);
[[nodiscard]] std::string column_list(const Columns& columns, SqlDialect dialect);

}  // namespace euproj::sql
