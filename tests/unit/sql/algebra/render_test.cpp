// One step as each engine reads it: all in which they differ is here to see.

#include "sql/algebra/render.hpp"

#include <doctest/doctest.h>

#include <string>

namespace euproj::sql {
namespace {

/// Per project and person the thirds of what was spent, from the second month on.
Step thirds() {
  Select rows;
  rows.of("documents", "d")
      .left_join("persons", "p", "d", {"project", "person"})
      .only(months_later(column("p", "start_day"), 1) <= column("d", "day") &&
            one_of(column("d", "kind"), {"a", "it's"}))
      .only_groups(count() >= number(2))
      .gives({column("d", "project"), whole_quotient(sum(column("d", "grosze")), number(3)),
              first_known(least(column("p", "start_day")), date(*Date::from(2024, 2, 29)))});
  return {"thirds",
          "The rule.",
          {{"project", Type::key}, {"third", Type::wide}, {"first_day", Type::date}},
          {rows}};
}

TEST_CASE("a step in the words of DuckDB") {
  CHECK(render(thirds(), SqlDialect::duckdb) ==
        R"(-- The rule.
CREATE TEMPORARY TABLE thirds AS
SELECT d.project AS project,
       CAST((sum(d.grosze) // 3) AS HUGEINT) AS third,
       CAST(coalesce(min(p.start_day), CAST('2024-02-29' AS DATE)) AS DATE) AS first_day
FROM documents AS d
LEFT JOIN persons AS p ON (p.project = d.project) AND (p.person = d.person)
WHERE (CAST(p.start_day + INTERVAL (1) MONTH AS DATE) <= d.day) AND (d.kind IN ('a', 'it''s'))
GROUP BY d.project
HAVING count(*) >= 2;
)");
}

TEST_CASE("the same in the words of PostgreSQL") {
  CHECK(render(thirds(), SqlDialect::postgresql) ==
        R"(-- The rule.
CREATE TEMPORARY TABLE thirds AS
SELECT d.project AS project,
       CAST(div(sum(d.grosze), 3) AS numeric(38, 0)) AS third,
       CAST(coalesce(min(p.start_day), CAST('2024-02-29' AS date)) AS date) AS first_day
FROM documents AS d
LEFT JOIN persons AS p ON (p.project = d.project) AND (p.person = d.person)
WHERE (CAST(p.start_day + 1 * INTERVAL '1 month' AS date) <= d.day) AND (d.kind IN ('a', 'it''s'))
GROUP BY d.project
HAVING count(*) >= 2;
ANALYZE thirds;
)");
}

TEST_CASE("the same in the words of ClickHouse") {
  CHECK(render(thirds(), SqlDialect::clickhouse) ==
        R"(-- The rule.
CREATE TEMPORARY TABLE thirds AS
SELECT d.project AS project,
       CAST(intDiv(sum(d.grosze), 3) AS Nullable(Int128)) AS third,
       CAST(coalesce(min(p.start_day), toDate32('2024-02-29')) AS Nullable(Date32)) AS first_day
FROM documents AS d
LEFT JOIN persons AS p ON (p.project = d.project) AND (p.person = d.person)
WHERE (CAST(p.start_day + INTERVAL 1 MONTH AS Nullable(Date32)) <= d.day) AND (d.kind IN ('a', 'it''s'))
GROUP BY d.project
HAVING count(*) >= 2;
)");
}

TEST_CASE(
    "a row that must not be stops the script with a sentence, also where a cast may be NULL") {
  const Value sentence = joined({text("no such project: "), column("p", "project")});
  CHECK(render(refusal(sentence), SqlDialect::duckdb) ==
        "CAST('no such project: ' || p.project AS BIGINT)");
  CHECK(render(refusal(sentence), SqlDialect::clickhouse) ==
        "CAST('no such project: ' || p.project AS Int64)");
}

TEST_CASE("constants are rows, a window has keys and an order") {
  const Constants rates{"rates",
                        "",
                        {{"project", Type::key}, {"from_day", Type::date}, {"rate", Type::wide}},
                        {{text("a\\b"), date(*Date::from(2024, 1, 1)), number(-4137)},
                         {text("c"), date(Date()), null()}}};
  CHECK(render(Statement(rates), SqlDialect::duckdb) ==
        R"(CREATE TEMPORARY TABLE rates (project VARCHAR, from_day DATE, rate HUGEINT);
INSERT INTO rates VALUES
  ('a\b', '2024-01-01', (-4137)),
  ('c', NULL, NULL);
)");
  // ClickHouse reads a backslash as the begin of a sign.
  CHECK(render(text("a\\b"), SqlDialect::clickhouse) == R"('a\\b')");
  CHECK(render(row_number_from_last({column("a", "person")},
                                    {column("a", "day"), column("a", "row_no")}),
               SqlDialect::postgresql) ==
        "row_number() OVER (PARTITION BY a.person ORDER BY a.day DESC NULLS LAST, a.row_no DESC "
        "NULLS LAST)");
}

TEST_CASE("a long comment is folded, and a line of it cannot become SQL") {
  const std::string lines = comment_lines("first\nDROP TABLE x; " + std::string(120, 'y'));
  CHECK(lines == "-- first\n-- DROP TABLE x;\n--   " + std::string(120, 'y') + "\n");
}

}  // namespace
}  // namespace euproj::sql
