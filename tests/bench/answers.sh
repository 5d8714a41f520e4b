#!/usr/bin/env bash
# answers.sh EUPROJ GENERATE MODULES FOLDER ROWS DOCUMENTS: writes the bench's project of that size
# into FOLDER, reports on it, and compares every number with DuckDB's. Ends with 77 when the numbers
# could not be compared because there is no node, no npm or no registry: it then says so.
set -euo pipefail
euproj=$1 generate=$2 modules=$3 folder=$4 rows=$5 documents=$6
here=$(cd "$(dirname "$0")" && pwd)

mkdir -p "$folder" "$modules"
"$generate" "$rows" "$documents" "$folder"
"$euproj" report "$folder/project.yaml" --period 2025 --format json --quiet -o "$folder/report.json"

skip() {
  echo "the answers were NOT compared with DuckDB: $1"
  exit 77
}
command -v node >/dev/null || skip "there is no node on this machine"
if [ ! -d "$modules/node_modules/@duckdb/node-api" ]; then
  command -v npm >/dev/null || skip "there is no npm on this machine"
  echo '{"private": true}' >"$modules/package.json"
  timeout 120 npm install --prefix "$modules" --no-audit --no-fund @duckdb/node-api@1.5.6-r.1 \
    >"$modules/install.log" 2>&1 ||
    skip "npm could not install @duckdb/node-api ($modules/install.log)"
fi
node "$here/query.mjs" "$modules" "$folder" 2025-01-01 2025-12-31 2 >"$folder/answers.json"
node "$here/compare.mjs" "$folder/report.json" "$folder/answers.json"
