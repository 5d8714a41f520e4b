#!/usr/bin/env bash
# validate.sh EUPROJ ROOT MODULES WORK: every JSON output of the examples, and of the cases that have what no
# example has, satisfies the schema that `euproj schema NAME` prints. The npm package ajv validates.
# Ends with 77, and says so, when there is no npm.
set -euo pipefail
euproj=$1 root=$2 modules=$3 work=$4
here=$(cd "$(dirname "$0")" && pwd)
names=(report seal fleet heartbeat explain split sample verify diff catalogue)

skip() {
  echo "JSON outputs were NOT compared with their schemas: $1"
  exit 77
}
command -v node >/dev/null || skip "there is no node on this machine"
mkdir -p "$modules"
if [ ! -d "$modules/node_modules/ajv" ]; then
  command -v npm >/dev/null || skip "there is no npm on this machine"
  echo '{"private": true}' >"$modules/package.json"
  timeout 120 npm install --prefix "$modules" --no-audit --no-fund ajv@8.17.1 >"$modules/install.log" 2>&1 ||
    skip "npm could not install ajv ($modules/install.log)"
fi

rm -rf "$work"
mkdir -p "$work/outputs" "$work/schemas"
for name in "${names[@]}"; do
  mkdir "$work/outputs/$name"
  "$euproj" schema "$name" >"$work/schemas/$name.json"
done
"$euproj" schema >"$work/schemas/project.json"
[ "$(cd "$root/schemas" && ls -- *.schema.json | wc -l)" = $((${#names[@]} + 1)) ] ||
  { echo "FAULT: schemas/ has another number of schemas than this test knows"; exit 1; }

# What is written: one JSON value, or one a line. Bad data (1, 3) writes only with --keep-going, and
# then an output all the same; `verify` ends with 4 where figures differ.
output() { # SCHEMA NAME ARGUMENT...
  local file=$work/outputs/$1/$2.json status=0
  "$euproj" "${@:3}" >"$file" 2>"$work/err" || status=$?
  case $status in 0 | 1 | 3 | 4) [ -s "$file" ] && return ;; esac
  echo "FAULT: euproj ${*:3:2} ($2): status $status: $(head -c 600 "$work/err")"
  exit 1
}
cd "$root"
work=$(cd "$work" && pwd)

# --- Every example: the whole, a year, a quarter, a month, both languages, small cells, every claim.
for project in examples/*/project.yaml; do
  name=$(basename "$(dirname "$project")")
  period=$(grep -m1 -o 'period: {start: [0-9-]*, end: [0-9-]*' "$project")
  first=${period#*start: } first=${first%%,*} last=${period##*end: }
  whole=(--period "$first..$last")
  output report "$name" report "$project" "${whole[@]}" --format json
  output report "$name-en" report "$project" "${whole[@]}" --format json --lang en
  output report "$name-small" report "$project" "${whole[@]}" --format json --small-cells 5
  output report "$name-year" report "$project" --period "${last%%-*}" --format json
  output report "$name-quarter" report "$project" --period "${first%%-*}-Q$(((10#$(cut -d- -f2 <<<"$first") + 2) / 3))" --format json
  output report "$name-month" report "$project" --period "${last%-*}" --format json --lang en
  for claim in $(sed -n '/^claims:/,/^[a-z]*:$/s/^  - {\?id: "\([0-9]*\)".*/\1/p' "$project"); do
    output report "$name-claim-$claim" report "$project" --claim "$claim" --format json
    output sample "$name-claim-$claim" sample "$project" --claim "$claim" --size 3 --seed a --format json
  done
  output sample "$name-documents" sample "$project" "${whole[@]}" --size 5 --seed a --method monetary-unit --format json
  output sample "$name-persons" sample "$project" "${whole[@]}" --of participants --size 5 --seed a --format json --lang en
  output split "$name" split "$project" 0.12 100 12345.67 --format json
  output diff "$name" diff "$project" examples/lublin/project.yaml --format json
  for id in $(sed -n -e '/^indicators:/,/^[a-z]*:$/s/^  - id: \([A-Za-z0-9]*\).*/\1/p' \
    -e '/^budget:/,/^claims:/s/^    - {\?id: \([A-Z]*[0-9]\)\b.*/\1/p' "$project"); do
    output explain "$name-$id" explain "$project" "$id" "${whole[@]}" --format json
  done
  "$euproj" seal "$project" --period "$first..$last" -o "$work/outputs/seal" --quiet || [ $? = 1 ]
  "$euproj" report "$project" "${whole[@]}" --format xlsx,json -o "$work/$name/" --quiet
  output verify "$name" verify "$project" "$work/$name"/*.json "$work/$name"/*.xlsx --format json
done
output catalogue all catalogue --format json
output catalogue one catalogue EECR04 --format json
output explain finding explain agreed-differs --format json

# --- Runs of several projects, with the heartbeat: all is well; counts hidden; one cannot be read.
fleet() { # NAME ARGUMENT...
  local status=0
  "$euproj" report "${@:2}" --format json -o "$work/fleet-$1/" --heartbeat "$work/outputs/heartbeat/$1.json" \
    >/dev/null 2>"$work/err" || status=$?
  [ "$status" -le 3 ] || { echo "FAULT: fleet $1: status $status: $(cat "$work/err")"; exit 1; }
  mv "$work/fleet-$1"/_fleet-*.json "$work/outputs/fleet/$1.json"
}
fleet examples examples/*/project.yaml --period 2022-05
fleet small examples/kwoty-i-stawki/project.yaml examples/lublin/project.yaml --period 2026-06 --small-cells 5 --lang en
fleet rare tests/schemas/rare/project.yaml examples/swietlica/project.yaml --period 2026-06 --label Kopia
fleet faults examples/sl2014/project.yaml tests/golden/cases/bad-rows/project.yaml nie-ma.yaml --period 2026-02 --keep-going

# --- A closed period whose logs changed since, one that did not, a seal replaced, a claim's seal.
closed=examples/zamkniete-okresy
seal=pieczecie/zamkniete-okresy-2026-09.seal.json
output report changes report "$closed/project.yaml" --period 2026-10 --format json
output verify changed verify "$closed/project.yaml" "$closed/$seal" "$closed"/wyslane/*.json --format json
cp "$closed/$seal" "$work/outputs/seal/example.json"
cp -rL "$closed" "$work/closed"
"$euproj" seal "$work/closed/project.yaml" --period 2026-09 --replace --reason "próba" --quiet
cp "$work/closed/$seal" "$work/outputs/seal/replaced.json"
"$euproj" seal "$work/closed/project.yaml" --period 2026-10 --quiet
cp "$work/closed/${seal/09/10}" "$work/outputs/seal/next.json"
for project in bytom jastrzebie kwoty-i-stawki opole-centrum; do
  "$euproj" seal "examples/$project/project.yaml" --claim 2 -o "$work/outputs/seal" --quiet
done

# --- What no example has.
cases=tests/golden/cases
rare=tests/schemas/rare/project.yaml
output report rare report "$rare" --period 2026-01-01..2026-06-30 --label Kopia --format json
output report rare-claim report "$rare" --claim 1 --format json
for id in KR1 S1 KE; do output explain "rare-$id" explain "$rare" "$id" --as-of 2026-06-30 --format json; done
"$euproj" seal "$rare" --claim 1 --as-of 2026-03-01 -o "$work/outputs/seal" --quiet
output report finding-cases report tests/findings/cases/*/project.yaml "$cases"/*/*.yaml --keep-going --period all --format json --lang en
output report finding-cases-small report tests/findings/cases/*/project.yaml --keep-going --period all --format json --small-cells 3
output report two-axes report "$cases/two-axes/project.yaml" --period 2026-05 --format json
output report two-axes-claim report "$cases/two-axes/project.yaml" --claim 1 --format json
for id in P1 P2 G1 H1 Q1; do
  output explain "case-$id" explain "$cases/explain-person/project.yaml" "$id" --as-of 2022-12-31 --reveal --format json
done
for person in U-1 U-2 U-3; do
  output explain "person-$person" explain "$cases/explain-person/project.yaml" --person "$person" --as-of 2022-12-31 --format json
  output explain "revealed-$person" explain "$cases/explain-person/project.yaml" P1 --person "$person" --as-of 2022-12-31 --reveal --format json
done
output explain incomplete explain "$cases/explain-errors/project.yaml" P1 --as-of 2022-12-31 --keep-going --format json
output diff case diff "$cases/diff/stara.yaml" "$cases/diff/nowa.yaml" --format json
output diff figures diff "$closed/$seal" "$work/outputs/seal/replaced.json" --format json
output diff back diff "$cases/diff/nowa.yaml" "$cases/diff/stara.yaml" --format json
output split infer split --infer 590208.13 eu=501676.91 state=59030.72 own=29500.50 --format json
output split infer-not split --infer 781795 own=42000 --format json
output split infer-list split --infer --list "$cases/infer-list/lista.csv" --format json
output split infer-skipped split --infer --list "$cases/infer-list-titles/lista.csv" --columns 'Wartość,"Wkład,UE"' --format json
printf 'document,correct\nFV/2019/0025,1600.00\nLP/2021/0004,3060.00\n' >"$work/results.csv"
output sample results sample examples/bytom/project.yaml --as-of 2021-02-28 --size 2 --seed a --results "$work/results.csv" --format json

node "$here/validate.mjs" "$modules" "$work"
