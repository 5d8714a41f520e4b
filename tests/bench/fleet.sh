#!/usr/bin/env bash
# Many projects in one run beside one run each, in turn, and whether the reports are the same bytes.
# fleet.sh EUPROJ EXAMPLES WORK [PROJECTS] [ROUNDS]
set -euo pipefail
euproj=$1 examples=$2 work=$3 projects=${4:-500} rounds=${5:-3}
rm -rf "$work"
mkdir -p "$work/projects"
names=(bytom opole jastrzebie lublin bartoszyce)
for i in $(seq "$projects"); do
  name=${names[$(((i - 1) % 5))]}
  folder=$work/projects/$(printf 'p%04d' "$i")
  cp -r "$examples/$name" "$folder"
  chmod -R u+w "$folder"
  sed -i "s/^  id: [a-z0-9-]*/  id: p$i/" "$folder/project.yaml"
done
cd "$work"

seconds() { # COMMAND..: its wall time, with what it prints thrown away
  local begin end
  begin=$(date +%s.%N)
  "$@" >/dev/null 2>&1
  end=$(date +%s.%N)
  echo "$end - $begin" | bc
}
alone() {
  for definition in projects/*/project.yaml; do
    "$euproj" report "$definition" "${options[@]}" -o alone/
  done
}
together() { "$euproj" report projects/*/project.yaml "${options[@]}" -o together/ --threads "$1"; }

for formats in text text,json,xlsx; do
  options=(--period 2022-05 --format "$formats" --quiet)
  mkdir -p alone together
  for round in $(seq "$rounds"); do
    echo "$formats, round $round: $projects runs $(seconds alone) s," \
      "one run on 1 thread $(seconds together 1) s, on $(nproc) $(seconds together "$(nproc)") s"
  done
  rm -f together/_fleet-*
  diff -r alone together >/dev/null || { echo "the reports differ"; exit 1; }
  echo "$formats: $(find together -type f | wc -l) files are the same bytes"
  rm -r alone together
done
