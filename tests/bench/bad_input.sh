#!/usr/bin/env bash
# bad_input.sh EUPROJ GENERATE FOLDER ROWS: a project with one bad row behind ROWS good ones, in
# FOLDER/bad-row, and one whose log opens a quote in its first row and never closes it, in
# FOLDER/open-quote. Fails unless `check` finds each of them, once and with its line.
set -euo pipefail
euproj=$1 generate=$2 folder=$3 rows=$4

mkdir -p "$folder/bad-row" "$folder/open-quote"
"$generate" "$rows" 500 "$folder/bad-row"
for file in "$folder"/bad-row/*; do
  [ "${file##*/}" = wsparcie.csv ] || cp "$file" "$folder/open-quote/"
done
sed '2s/^/"/' "$folder/bad-row/wsparcie.csv" >"$folder/open-quote/wsparcie.csv"
echo "2025-13-45,U00012345,F01,T01,1.00" >>"$folder/bad-row/wsparcie.csv"

expect() { # PROJECT CODE LINE
  local status=0 errors
  errors=$("$euproj" check "$folder/$1/project.yaml" --findings json --quiet 2>&1 >/dev/null) || status=$?
  [ "$status" -eq 1 ] || { echo "$1: exit status $status, not 1"; exit 1; }
  [ "$(grep -c '"severity":"error"' <<<"$errors")" -eq 1 ] &&
    grep -q "^{\"code\":\"$2\",\"severity\":\"error\",\"file\":\"wsparcie.csv\",\"line\":$3,\"column\":1," \
      <<<"$errors" || { echo "$1: not the one error that was expected: ${errors:0:400}"; exit 1; }
}
expect bad-row no-such-day $((rows + 2))
expect open-quote unterminated-quote 2
