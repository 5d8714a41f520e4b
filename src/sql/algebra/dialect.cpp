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
    .load = "COPY {0} FROM '{0}.csv' (FORMAT csv, HEADER true, DELIMITER ',', QUOTE '\"', ESCAPE '\"',\n"
            "  NULLSTR '', ALLOW_QUOTED_NULLS false, AUTO_DETECT false);\n",
    .is_loaded = "",
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
    .load = "\\copy {0} FROM '{0}.csv' WITH (FORMAT csv, HEADER MATCH, ENCODING 'UTF8')\n",
    .is_loaded = "",
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
    .first_of_month = "CAST(date_trunc('month', {0}) AS Nullable(Date32))",
    .date_constant = "toDate32('{0}')",
    .wide_to_decimal = "toDecimal128({0}, 0) * toDecimal128('0.0001', 4)",
    .text_order = "",
    .doubles_backslashes = true,
    .preamble = "SET join_use_nulls = 1;\n"
                "SET aggregate_functions_null_for_empty = 1;\n"
                "SET prefer_column_name_to_alias = 1;\n"
                "SET output_format_decimal_trailing_zeros = 1;\n"
                "SET data_type_default_nullable = 0;\n",
    .begin_load = "",
    .end_load = "",
    .engine = " ENGINE = MergeTree ORDER BY project",
    .key = "",
    .load = "INSERT INTO {0}\nSELECT {2}\nFROM file('{0}.csv', 'CSVWithNames', '{1}') AS cells;\n",
    .is_loaded = "SELECT throwIf(count(*) > 0, 'the table {0} holds this project already')\n"
                 "FROM {0} AS held WHERE held.project IN ({1});\n",
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
                      std::string_view third) {
  std::string text;
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    const bool is_place = pattern[i] == '{' && i + 2 < pattern.size() && pattern[i + 2] == '}';
    if (!is_place) {
      text += pattern[i];
      continue;
    }
    const char place = pattern[i + 1];
    text += place == '0' ? first : place == '1' ? second : third;
    i += 2;
  }
  return text;
}

}  // namespace euproj::sql
