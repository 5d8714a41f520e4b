#!/usr/bin/env bash
# witness.sh EUPROJ ROOT MODULES FOLDER RANDOM EXAMPLE:PERIOD..: exports the projects, lets each engine that
# is there compute the figures, and compares them with the program's. RANDOM projects stand in one database.
# Ends with 77 when there is no engine at all: it then says so.
set -euo pipefail
euproj=$1 root=$2 modules=$3 folder=$4 random=$5
shift 5
here=$(cd "$(dirname "$0")" && pwd)
rm -rf "$folder"
mkdir -p "$folder" "$modules"

engines=() missing=()
if command -v node >/dev/null && command -v npm >/dev/null; then
  for package in @duckdb/node-api@1.5.6-r.1 chdb@3.4.0; do
    name=${package%@*}
    [ -d "$modules/node_modules/$name" ] ||
      { [ -f "$modules/package.json" ] || echo '{"private": true}' >"$modules/package.json"
        timeout 180 npm install --prefix "$modules" --no-audit --no-fund "$package" >>"$modules/install.log" 2>&1; } || true
    engine=$([ "$name" = chdb ] && echo clickhouse || echo duckdb)
    if [ -d "$modules/node_modules/$name" ]; then engines+=("$engine"); else missing+=("$engine"); fi
  done
else
  missing+=(duckdb clickhouse)
fi
socket=
if ls -d /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 && command -v psql >/dev/null; then
  socket=$(mktemp -d /tmp/euproj-pg.XXXXXX)
  chmod 755 "$socket"
  trap '"$here/postgres.sh" stop "$socket" || true; rm -rf "$socket"' EXIT
  "$here/postgres.sh" start "$socket" && engines+=(postgresql)
else
  missing+=(postgresql)
fi
[ ${#missing[@]} -eq 0 ] || echo "the figures were NOT compared with: ${missing[*]}"
[ ${#engines[@]} -gt 0 ] || exit 77

answer() { # ENGINE SCRIPT EXPORT
  case $1 in
    duckdb) node "$here/duckdb.mjs" "$modules" "$2" "$3" ;;
    clickhouse) node "$here/chdb.mjs" "$modules" "$2" "$3" ;;
    postgresql) "$here/postgres.sh" run "$socket" "$2" "$3" ;;
  esac
}

faults=0
witness() { # NAME PERIOD PROJECT..
  local name=$1 period=$2 engine project work=$folder/$1
  shift 2
  [ -d "$work" ] || "$euproj" export "$@" -o "$work/" --quiet >/dev/null 2>"$folder/findings.txt" || {
    echo "$name: export failed"; tail -3 "$folder/findings.txt"; faults=$((faults + 1)); return; }
  for engine in "${engines[@]}"; do
    "$euproj" sql "$@" --period "$period" --dialect "$engine" --quiet >"$folder/$engine.sql" 2>/dev/null
    if ! answer "$engine" "$folder/$engine.sql" "$work" >"$folder/$engine.csv"; then
      echo "$name $period: $engine did not answer"; faults=$((faults + 1)); continue
    fi
    for project in "$@"; do
      "$euproj" verify "$project" --sql "$folder/$engine.csv" --period "$period" --lang en >"$folder/verdict.txt" 2>/dev/null ||
        { echo "$project $period $engine:"; head -8 "$folder/verdict.txt"; faults=$((faults + 1)); }
      sed -n 's/.*the same (\([0-9]*\) compared).*/\1/p' "$folder/verdict.txt" >>"$folder/compared.txt"
    done
  done
}

for one in "$@"; do
  example=${one%%:*}
  [ "${one#*:}" != months ] || {  # every month of the project
    days=$(grep -oE 'start: *[0-9-]+, *end: *[0-9-]+' "$root/examples/$example/project.yaml" | head -1)
    month=$(sed -E 's/start: *([0-9]{4}-[0-9]{2}).*/\1/' <<<"$days") last=$(sed -E 's/.*end: *([0-9]{4}-[0-9]{2}).*/\1/' <<<"$days")
    while [[ ! "$month" > "$last" ]]; do
      witness "$example" "$month" "$root/examples/$example/project.yaml"
      month=$(date -d "$month-01 +1 month" +%Y-%m)
    done
    continue
  }
  witness "$example" "${one#*:}" "$root/examples/$example/project.yaml"
done
if [ "$random" -gt 0 ]; then
  projects=()
  for ((seed = 1; seed <= random; seed++)); do
    node "$here/random_project.mjs" "$seed" "$folder/random/$seed"
    projects+=("$folder/random/$seed/project.yaml")
  done
  for period in 2024-05 2024; do witness all "$period" "${projects[@]}"; done
fi
echo "$(awk '{s += $1} END {print s + 0}' "$folder/compared.txt") figures compared, ${engines[*]}"
[ "$faults" -eq 0 ]
