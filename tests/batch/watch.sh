#!/usr/bin/env bash
# report --watch with real files and a real Ctrl-C: watch.sh EUPROJ ROOT WORK
set -uo pipefail
set -m # jobs of their own process groups: Ctrl-C is not ignored in them
euproj=$1 root=$2 work=$3
rm -rf "$work" && mkdir -p "$work" && cd "$work" || exit 1
faults=0
fault() { echo "fault: $*"; faults=$((faults + 1)); }

# Waits until the text stands in `err` so many times; 20 s are for a loaded machine.
await() { # TEXT TIMES WHAT
  for _ in $(seq 200); do
    [ "$(grep -c -- "$1" err)" -ge "$2" ] && return
    sleep 0.1
  done
  fault "$3: never said \`$1\` $2 times"
  cat err
}

cp -r "$root/examples/bartoszyce" project && chmod -R u+w project
"$euproj" report project/project.yaml --watch --lang en --format json -o out.json 2>err &
run=$!
await 'waiting for changes' 1 "start"
cp out.json first.json
head -1 project/dane/wsparcie-2019.csv >project/dane/wsparcie-2021.csv # matches the pattern
await 'changed: project/dane/wsparcie-2021.csv; computing anew' 1 "a new file"
await 'waiting for changes' 2 "a new file"
rm project/dane/wsparcie-2021.csv
await 'waiting for changes' 3 "a file is gone"
cmp -s out.json first.json || fault "a file came and went: another report"
sed -i 's/^euproj: 1/euproj: 7/' project/project.yaml
await 'error:' 1 "a broken definition"
sed -i 's/^euproj: 7/euproj: 1/' project/project.yaml
await 'waiting for changes' 5 "a mended definition"
kill -INT $run
wait $run
status=$?
[ $status -eq 0 ] || fault "Ctrl-C: status $status"

# Standard output that nobody reads any more ends it, and is told.
{ timeout 20 "$euproj" report project/project.yaml --watch --lang en 2>err; echo $? >status; } | true
[ "$(cat status)" = 3 ] || fault "closed pipe: status $(cat status)"

[ $faults -eq 0 ] && echo "watching goes on and ends well"
exit $((faults > 0))
