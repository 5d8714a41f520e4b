#pragma once
// Dialect: all that differs between the three engines, in one table. Nothing else asks which it is.

#include <array>
#include <string>
#include <string_view>

#include "euproj/sql/sql_script.hpp"
#include "sql/algebra/value.hpp"

namespace euproj::sql {

/// Patterns: `{0}` and `{1}` stand for the parts.
struct DialectWords {
  std::string_view name;
  std::array<std::string_view, 7> types;  // by Type
  std::string_view whole_quotient;
  std::string_view remainder;
  std::string_view days_later;  // {1} is a number
  std::string_view months_later;
  std::string_view years_later;
  std::string_view refusal;  // no engine says a sentence of its own: a cast fails, and shows it
  std::string_view first_of_month;
  std::string_view date_constant;
  std::string_view wide_to_decimal;  // a whole number of ten-thousandths as a decimal
  std::string_view text_order;       // of the last statement, in bytes
  bool doubles_backslashes = false;  // in texts
  std::string_view preamble;
  std::string_view begin_load;
  std::string_view end_load;
  std::string_view engine;        // of tables that stay
  std::string_view key;           // behind the project of `projects`; it may be there once
  bool takes_back_loads = false;  // where a statement fails, nothing of them stays
  std::string_view load;      // {0} the table, {1} the file, {2} columns as texts, {3} as they are
  std::string_view has_rows;  // behind a table that is filled: what the engine must be told of it
  std::string_view check_cells;  // before all loads: {0} the file, {1} columns as texts, {2} faults
  std::string_view cell_differs;     // {0} a value, {1} its column; of what no text of a value is
  std::string_view decimal_differs;  // the same, {2} are its decimals
  std::string_view type_of_cell;     // of a column of a file that is loaded
  std::string_view from_cell;        // {0} the cell, {1} the type
};

[[nodiscard]] const DialectWords& words_of(SqlDialect dialect);
/// With the parts in the places of the pattern.
[[nodiscard]] std::string filled_in(std::string_view pattern, std::string_view first,
                                    std::string_view second = {}, std::string_view third = {},
                                    std::string_view fourth = {});

}  // namespace euproj::sql
