#include "sql/algebra/dialect.hpp"

namespace euproj::sql {
namespace {

// clang-format off
constexpr DialectWords duckdb = {
    .name = "DuckDB",
    .types = {"VARCHAR", "VARCHAR", "DATE", "BIGINT", "HUGEINT", "DECIMAL(18, 2)", "DECIMAL(18, 4)"},
    .whole_quotient = "({0} // {1})",
    .remainder = "({0} % {1})",
    .days_later = "CAST({0} + INTERVAL ({1}) DAY AS DATE)",
    .months_later = "CAST({0} + INTERVAL ({1}) MONTH AS DATE)",
    .years_later = "CAST({0} + INTERVAL ({1}) YEAR AS DATE)",
    .refusal = "CAST({0} AS BIGINT)",
    .first_of_month = "CAST(date_trunc('month', {0}) AS DATE)",
    .date_constant = "CAST('{0}' AS DATE)",
    .wide_to_decimal = "CAST({0} AS DECIMAL(38, 0)) * CAST('0.0001' AS DECIMAL(5, 4))",
    .text_order = "",
    .doubles_backslashes = false,
    .preamble = "",
    .begin_load = "BEGIN TRANSACTION;\n",
    .end_load = "COMMIT;\n",
    .engine = "",
    .key = " PRIMARY KEY",
    .takes_back_loads = true,
    .load = "COPY {0} FROM '{1}.csv' (FORMAT csv, HEADER true, DELIMITER ',', QUOTE '\"', ESCAPE '\"',\n"
            "  NULLSTR '', ALLOW_QUOTED_NULLS false, AUTO_DETECT false);\n",
    .has_rows = "",
    .check_cells = "",
    .cell_differs = "",
    .decimal_differs = "",
    .type_of_cell = "",
    .from_cell = "",
};

constexpr DialectWords postgresql = {
    .name = "PostgreSQL",
    .types = {"text", "text", "date", "bigint", "numeric(38, 0)", "numeric(18, 2)", "numeric(18, 4)"},
    .whole_quotient = "div({0}, {1})",
    .remainder = "mod({0}, {1})",
    .days_later = "CAST({0} + {1} * INTERVAL '1 day' AS date)",
    .months_later = "CAST({0} + {1} * INTERVAL '1 month' AS date)",
    .years_later = "CAST({0} + {1} * INTERVAL '1 year' AS date)",
    .refusal = "CAST({0} AS bigint)",
    .first_of_month = "CAST(date_trunc('month', CAST({0} AS timestamp)) AS date)",
    .date_constant = "CAST('{0}' AS date)",
    .wide_to_decimal = "CAST({0} * CAST('0.0001' AS numeric(5, 4)) AS numeric(38, 4))",
    .text_order = " COLLATE \"C\"",
    .doubles_backslashes = false,
    .preamble = "\\set ON_ERROR_STOP on\nSET client_encoding = 'UTF8';\nSET client_min_messages = warning;\n",
    .begin_load = "BEGIN;\n",
    .end_load = "COMMIT;\n",
    .engine = "",
    .key = " PRIMARY KEY",
    .takes_back_loads = true,
    .load = "\\copy {0} FROM '{1}.csv' WITH (FORMAT csv, HEADER MATCH, ENCODING 'UTF8')\n",
    // Nobody counts rows of temporary tables by itself: joins of 100 000 took thirteen times as long.
    .has_rows = "ANALYZE {0};\n",
    .check_cells = "",
    .cell_differs = "",
    .decimal_differs = "",
    .type_of_cell = "",
    .from_cell = "",
};

constexpr DialectWords clickhouse = {
    .name = "ClickHouse",
    .types = {"String", "Nullable(String)", "Nullable(Date32)", "Nullable(Int64)", "Nullable(Int128)",
              "Nullable(Decimal(18, 2))", "Nullable(Decimal(18, 4))"},
    .whole_quotient = "intDiv({0}, {1})",
    .remainder = "({0} % {1})",
    .days_later = "CAST({0} + INTERVAL {1} DAY AS Nullable(Date32))",
    .months_later = "CAST({0} + INTERVAL {1} MONTH AS Nullable(Date32))",
    .years_later = "CAST({0} + INTERVAL {1} YEAR AS Nullable(Date32))",
    // As a Nullable it would be NULL, and no fault.
    .refusal = "CAST({0} AS Int64)",
    .first_of_month = "CAST(date_trunc('month', {0}) AS Nullable(Date32))",
    .date_constant = "toDate32('{0}')",
    .wide_to_decimal = "toDecimal128({0}, 0) * toDecimal128('0.0001', 4)",
    .text_order = "",
    .doubles_backslashes = true,
    .preamble = "SET join_use_nulls = 1;\n"
                "SET aggregate_functions_null_for_empty = 1;\n"
                "SET prefer_column_name_to_alias = 1;\n"
                "SET output_format_decimal_trailing_zeros = 1;\n"
                "SET data_type_default_nullable = 0;\n"
                // Of a cluster: what is loaded is there when the next statement asks, and joins
                // send steps to the shards.
                "SET distributed_foreground_insert = 1;\n"
                "SET prefer_global_in_and_join = 1;\n",
    .begin_load = "",
    .end_load = "",
    .engine = " ENGINE = MergeTree ORDER BY project",
    .key = "",
    .takes_back_loads = false,
    .load = "INSERT INTO {0}\nSELECT {3}\nFROM file('{1}.csv', 'CSVWithNames', '{2}') AS cells;\n",
    // 30 February becomes 2 March, and what is no number NULL, without a word: what is written again
    // must be what was read.
    .has_rows = "",
    .check_cells = "SELECT throwIf(count(*) > 0, '{0}.csv has a date or a number that is none')\n"
                   "FROM file('{0}.csv', 'CSVWithNames', '{1}') AS cells\n"
                   "WHERE {2};\n",
    .cell_differs = "coalesce(toString({0}), '') <> coalesce(cells.{1}, '')",
    .decimal_differs = "coalesce(toDecimalString({0}, {2}), '') <> coalesce(cells.{1}, '')",
    .type_of_cell = "Nullable(String)",
    .from_cell = "CAST(NULLIF(cells.{0}, '') AS {1})",
};
// clang-format on

}  // namespace

const DialectWords& words_of(SqlDialect dialect) {
  switch (dialect) {
    case SqlDialect::duckdb:
      return duckdb;
    case SqlDialect::postgresql:
      return postgresql;
    case SqlDialect::clickhouse:
      return clickhouse;
  }
  throw InternalError("an engine without words");
}

std::string filled_in(std::string_view pattern, std::string_view first, std::string_view second,
                      std::string_view third, std::string_view fourth) {
  const std::array parts = {first, second, third, fourth};
  std::string text;
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    const bool is_place = pattern[i] == '{' && i + 2 < pattern.size() && pattern[i + 2] == '}';
    if (!is_place) {
      text += pattern[i];
      continue;
    }
    text += parts.at(static_cast<std::size_t>(pattern[i + 1] - '0'));
    i += 2;
  }
  return text;
}

}  // namespace euproj::sql
