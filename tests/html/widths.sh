#!/usr/bin/env bash
# In Chromium, at five widths, no table of a report is wider than what shows it: no column is lost.
#
# usage: widths.sh EUPROJ ROOT WORK
set -uo pipefail
euproj=$1 root=$2 work=$3
here=$(cd "$(dirname "$0")" && pwd)
browser=$(command -v chromium || command -v chromium-browser) || {
  echo "skipped: Chromium is not installed (./dev test installs it)"
  exit 77
}
rm -rf "$work" && mkdir -p "$work" && cd "$work" || exit 1
cp "$here/widths.html" .
faults=0
for example in "opole-centrum --period 2026-09" "jastrzebie --as-of 2022-12-31 --lang en" "kwoty-i-stawki --as-of 2026-12-31"; do
  read -r name options <<<"$example"
  # shellcheck disable=SC2086 # options are words
  "$euproj" report "$root/examples/$name/project.yaml" $options --format html --quiet -o report.html || exit 1
  HOME=$work timeout 120 "$browser" --headless --no-sandbox --disable-gpu --no-first-run --allow-file-access-from-files \
    --disable-background-networking --virtual-time-budget=20000 --user-data-dir="$work/profile" \
    --dump-dom "file://$work/widths.html" 2>log | sed -n '/<pre>/,/<\/pre>/p' | sed 's/<[^>]*>//g' >seen
  sed "s/^/$name at /" seen
  [ "$(grep -c ' tables, 0 too wide $' seen)" = 5 ] || faults=$((faults + 1))
done
exit $((faults > 0))
