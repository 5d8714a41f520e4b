#!/usr/bin/env bash
# witness.sh EUPROJ ROOT MODULES FOLDER RANDOM EXAMPLE:PERIOD..: exports the projects, lets each engine that
# is there compute the figures, and compares them with the program's. `:months` asks for every month of an
# example; those that run in a month stand in one database, as do random projects, 50 of them (RANDOM, or
# FIRST-LAST). EUPROJ_ENGINES names the engines, else all. Ends with 77 when there is no engine: it says so.
set -euo pipefail
euproj=$1 root=$2 modules=$3 folder=$4 random=$5
shift 5
here=$(cd "$(dirname "$0")" && pwd)
rm -rf "$folder"
mkdir -p "$folder"
. "$here/engines.sh"
start_engines "$modules"

judge() { # ENGINE PERIOD EXPORT PROJECT..: what differs, in a file of the engine's own
  local engine=$1 period=$2 export=$3 own=$folder/$1 project
  shift 3
  "$euproj" sql "$@" --period "$period" --dialect "$engine" --quiet >"$own.sql" 2>/dev/null
  if ! answer "$engine" "$own.sql" "$export" >"$own.csv" 2>"$own.err"; then
    echo "$period: $engine did not answer: $(head -2 "$own.err")" >>"$own.faults"
    return
  fi
  for project in "$@"; do
    "$euproj" verify "$project" --sql "$own.csv" --period "$period" --lang en >"$own.verdict" 2>/dev/null ||
      { echo "$project $period $engine:"; head -8 "$own.verdict"; } >>"$own.faults"
    sed -n 's/.*the same (\([0-9]*\) compared).*/\1/p' "$own.verdict" >>"$own.compared"
  done
}

questions=0
witness() { # EXPORT PERIOD PROJECT..
  local work=$folder/$1 period=$2 engine
  shift 2
  [ -d "$work" ] || "$euproj" export "$@" -o "$work/" --quiet >/dev/null 2>"$folder/findings.txt" || {
    echo "$work: export failed"; tail -3 "$folder/findings.txt"; exit 1; }
  for engine in "${engines[@]}"; do judge "$engine" "$period" "$work" "$@" & judges+=($!); done
  wait "${judges[@]}"
  judges=() questions=$((questions + $#))
}
judges=()

runs() { # EXAMPLE: first and last month of the project
  grep -oE 'start: *[0-9-]+, *end: *[0-9-]+' "$root/examples/$1/project.yaml" | head -1 |
    sed -E 's/start: *([0-9]{4}-[0-9]{2}).*end: *([0-9]{4}-[0-9]{2}).*/\1 \2/'
}

declare -A of_month=()
for one in "$@"; do
  example=${one%%:*}
  if [ "${one#*:}" != months ]; then
    witness "$example" "${one#*:}" "$root/examples/$example/project.yaml"
    continue
  fi
  read -r month last <<<"$(runs "$example")"
  while [[ ! "$month" > "$last" ]]; do
    of_month[$month]+=" $root/examples/$example/project.yaml"
    month=$(date -d "$month-01 +1 month" +%Y-%m)
  done
done
for month in $(printf '%s\n' "${!of_month[@]}" | sort); do
  # shellcheck disable=SC2086  # paths of the tree have no blanks
  witness "months-$(cksum <<<"${of_month[$month]}" | cut -d' ' -f1)" "$month" ${of_month[$month]}
done

if [[ $random == *-* ]]; then first=${random%-*} last=${random#*-}; else first=1 last=$random; fi
for ((from = first; from <= last; from += 50)); do
  projects=()
  for ((seed = from; seed < from + 50 && seed <= last; seed++)); do
    node "$here/random_project.mjs" "$seed" "$folder/random/$seed"
    projects+=("$folder/random/$seed/project.yaml")
  done
  for period in 2024-05 2024; do witness "random-$from" "$period" "${projects[@]}"; done
  rm -rf "$folder/random-$from"
done

faults=0
for engine in "${engines[@]}"; do
  [ ! -s "$folder/$engine.faults" ] || { cat "$folder/$engine.faults"; faults=1; }
  echo "$engine: $(awk '{s += $1} END {print s + 0}' "$folder/$engine.compared") figures of $questions projects and periods compared"
done
exit "$faults"
