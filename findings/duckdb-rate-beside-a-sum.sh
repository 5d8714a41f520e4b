#!/usr/bin/env bash
# A rate of co-financing of 0.8512 is 0.85 as soon as it stands in one column with a sum: 1 200.00 fewer of a million.
#
# Tool:      DuckDB 1.5.6 (npm @duckdb/node-api 1.5.6-r.1).
# Behaviour: sum() of amounts has the type DECIMAL(38,2), which already has all the digits there are. Where UNION ALL,
#            CASE or coalesce puts it together with DECIMAL(5,4), the common type stays DECIMAL(38,2) and the rate is
#            rounded to two decimals; without sum() it keeps four. No warning, no error, and the rate that is shown
#            looks like a rate.
# Matters:   figures for a report are commonly put into one long table of name and value. Whoever multiplies them, or
#            compares the rate with the agreement, has 85% instead of 85.12%.
# Careful:   whoever computes with SQL casts every branch to one type, or keeps money as whole grosze and rates as
#            fractions; a rate is printed with all its digits and compared with the definition.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
cd "$tmp"
changed() { echo "CHANGED: $*" >&2; exit 1; }
skipped() { echo "SKIPPED: $*" >&2; exit 77; }

npm install --no-audit --no-fund --ignore-scripts @duckdb/node-api@1.5.6-r.1 >npm.log 2>&1 ||
  skipped "npm could not bring @duckdb/node-api@1.5.6-r.1: $(tail -n 1 npm.log)"

cat >ask.js <<'JS'
const { DuckDBInstance } = require('@duckdb/node-api');
(async () => {
  const database = await (await DuckDBInstance.create(':memory:')).connect();
  const ask = async (name, sql) => {
    const rows = (await database.runAndReadAll(sql)).getRowsJson();
    console.log(name, rows.map(row => row.join(' ')).join(', '));
  };
  await database.run(`CREATE TABLE documents AS SELECT CAST(amount AS DECIMAL(12,2)) AS amount
    FROM (VALUES (600000.00), (400000.00)) AS t(amount)`);
  await database.run(`CREATE TABLE agreement AS SELECT CAST(0.8512 AS DECIMAL(5,4)) AS rate`);
  await ask('version', 'SELECT version()');
  const figures = total => `SELECT 'eligible' AS name, ${total} AS value FROM documents
    UNION ALL SELECT 'rate', rate FROM agreement`;
  await ask('with sum:', figures('sum(amount)'));
  await ask('with max:', figures('max(amount)'));
  await ask('coalesce:', 'SELECT coalesce(rate, sum(amount)) FROM agreement, documents GROUP BY rate');
  await ask('EU share:', `WITH figures AS (${figures('sum(amount)')})
    SELECT CAST(e.value * r.value AS DECIMAL(12,2)) FROM figures e, figures r
    WHERE e.name = 'eligible' AND r.name = 'rate'`);
  await ask('by hand: ', 'SELECT CAST(sum(amount) * 0.8512 AS DECIMAL(12,2)) FROM documents');
})();
JS
node ask.js | tee figures.txt
wanted='version v1.5.6
with sum: eligible 1000000.00, rate 0.85
with max: eligible 600000.0000, rate 0.8512
coalesce: 0.85
EU share: 850000.00
by hand:  851200.00'
[[ $(cat figures.txt) == "$wanted" ]] || changed "other figures"
