#!/usr/bin/env bash
# refused.sh EUPROJ ROOT MODULES FOLDER: what a script of `euproj sql` must not load says why, and leaves the tables
# as they were; tables in partitions and on a cluster give the same figures. In each engine that is there.
set -euo pipefail
euproj=$1 root=$2 modules=$3 folder=$4
here=$(cd "$(dirname "$0")" && pwd)
rm -rf "$folder"
mkdir -p "$folder/no-modules"
. "$here/engines.sh"
start_engines "$modules"
project=$root/examples/kwoty-i-stawki/project.yaml id=kwoty-i-stawki period=2026-05
"$euproj" export "$project" -o "$folder/export/" --quiet
faults=0
fault() { echo "$engine: $*"; faults=$((faults + 1)); }

database() { # NAME: of the engine, empty
  case $engine in
    postgresql) echo "refused_$1" ;;
    *) echo "$folder/$engine-$1" ;;
  esac
}
rows() { # DATABASE: of all tables
  local table all=
  for table in "$folder"/export/*.csv; do
    all+="${all:+ UNION ALL }SELECT count(*) AS n FROM $(basename "$table" .csv)"
  done
  echo "SELECT sum(a.n) AS n FROM ($all) AS a;" >"$folder/count.sql"
  answer "$engine" "$folder/count.sql" "$folder/export" "$1" | tail -1
}
refused() { # NAME SCRIPT EXPORT DATABASE ROWS WORDS: fails, says the words, and the tables have so many rows
  local said
  if answer "$engine" "$2" "$3" "$4" >"$folder/out" 2>"$folder/err"; then fault "$1: it is loaded"; fi
  said=$(rows "$4")
  [ "$said" = "$5" ] || fault "$1: the tables have $said rows, not $5"
  grep -q "$6" "$folder/err" || fault "$1: it does not say '$6': $(head -3 "$folder/err")"
}
changed() { # NAME FILE SED: an export with a changed file
  rm -rf "${folder:?}/$1"
  cp -r "$folder/export" "$folder/$1"
  sed -i "$3" "$folder/$1/$2"
  cmp -s "$folder/export/$2" "$folder/$1/$2" && fault "$1: nothing is changed"
  echo "$folder/$1"
}
same() { # NAME DATABASE: figures of the script are the program's
  answer "$engine" "$script" "$folder/export" "$2" >"$folder/out.csv" 2>"$folder/err" || { fault "$1: $(head -2 "$folder/err")"; return; }
  "$euproj" verify "$project" --sql "$folder/out.csv" --period "$period" --lang en >"$folder/verdict" 2>/dev/null ||
    fault "$1: $(head -4 "$folder/verdict")"
}

for engine in "${engines[@]}"; do
  script=$folder/$engine.sql other=$folder/$engine-other.sql
  "$euproj" sql "$project" --period "$period" --dialect "$engine" --quiet >"$script" 2>/dev/null
  "$euproj" sql "$root/examples/bytom/project.yaml" --period 2019-06 --dialect "$engine" --quiet >"$other" 2>/dev/null
  one=$(database one)
  refused "another version" "$script" "$(changed version projects.csv 's/,[0-9]*$/,1/')" "$one" 0 "another version: $id"
  refused "another project" "$other" "$folder/export" "$one" 0 "does not hold bytom"
  refused "30 February" "$script" "$(changed february support.csv '2s/2026-[0-9]*-[0-9]*/2026-02-30/')" "$one" 0 "date"
  refused "half a number" "$script" "$(changed number documents.csv '2s/,\([0-9]*\)\.\([0-9][0-9]\),/,\1.\2x,/')" "$one" 0 ""
  rm -f "$(changed missing settlements.csv 's/$/ /')/settlements.csv"
  refused "a table that is missing" "$script" "$folder/missing" "$one" 0 "settlements.csv"
  same "after all that" "$one"
  refused "twice" "$script" "$folder/export" "$one" "$(cat "$folder"/export/*.csv | awk 'END {print NR}' | awk -v files="$(ls "$folder"/export/*.csv | wc -l)" '{print $1 - files}')" "holds this already: $id"
  case $engine in
    clickhouse)  # no transaction: what a load that was cut off has left is not taken for a project
      half=$(database half)
      grep -A 1 '^CREATE TABLE' "$script" | grep -v '^--' >"$folder/half.sql"
      echo "INSERT INTO outcomes (project, person, outcome) VALUES ('$id', 'U-01', 'employment');" >>"$folder/half.sql"
      answer "$engine" "$folder/half.sql" "$folder/export" "$half"
      refused "half a load" "$script" "$folder/export" "$half" 1 "the table outcomes holds this already: $id"
      # The process has no cluster: the tables of one shard are run, and all statements are parsed.
      shard=$(database shard) schema=$folder/export/schema-clickhouse-cluster.sql
      sed "s/ ON CLUSTER '{cluster}'//; s/^CREATE TABLE \([a-z_]*\)_local /CREATE TABLE \1 /" "$schema" |
        sed '/^CREATE TABLE [a-z_]* AS /,/;$/d' >"$folder/shard.sql"
      answer "$engine" "$folder/shard.sql" "$folder/export" "$shard"
      same "on a shard" "$shard"
      sed 's/^CREATE TABLE/EXPLAIN AST CREATE TABLE/' "$schema" >"$folder/parsed.sql"
      answer "$engine" "$folder/parsed.sql" "$folder/export" >"$folder/out" 2>"$folder/err" || fault "the schema of a cluster: $(head -2 "$folder/err")"
      [ "$(grep -c 'ENGINE = Distributed' "$schema")" -eq "$(ls "$folder"/export/*.csv | wc -l)" ] || fault "a table is not distributed"
      ;;
    postgresql)
      parts=$(database parts)
      answer "$engine" "$folder/export/schema-postgresql-partitions.sql" "$folder/export" "$parts"
      same "in partitions" "$parts"
      echo 'SELECT count(DISTINCT tableoid) AS n FROM support;' >"$folder/count.sql"
      [ "$(answer "$engine" "$folder/count.sql" "$folder/export" "$parts" | tail -1)" -gt 1 ] || fault "one partition holds all"
      ;;
  esac
  [ "$engine" = postgresql ] || {  # without its package
    status=0
    modules=$folder/no-modules answer "$engine" "$script" "$folder/export" "$one" >"$folder/out" 2>"$folder/err" || status=$?
    [ "$status" -eq 77 ] && grep -q 'is not there: npm install' "$folder/err" || fault "without its package: status $status, $(head -2 "$folder/err")"
  }
done
echo "${engines[*]}: $faults faults"
[ "$faults" -eq 0 ]
