#!/usr/bin/env bash
# PSPP reads the ids of a sheet as long as the first one: 2026/OPS/0012, 0013 and 0014 are one person, `2026/OPS`.
#
# Tool:      GNU PSPP 1.6.2 (Debian 12): GET DATA of an ODS that LibreOffice 7.4.7 writes and of a Gnumeric file.
# Behaviour: the width of a text column is that of its first cell, rounded up to eight bytes; longer texts below it
#            are cut, without a warning. Counted by person with AGGREGATE, three people are one with the hours of all
#            three; forms of support `poradnictwo prawne` and `poradnictwo psychologiczne` become one `poradnic`. Bytes
#            are cut, not letters. With the longest id in the first row, or `/ASSUMEDSTRWIDTH=40`, all is right.
# Matters:   the order of a list decides how many people it has; a list sorted by id, short ids first, has the fewest.
# Careful:   a reader keeps cells whole or refuses them, whatever stands in the first row; each id is told from others
#            by all of its letters.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
cd "$tmp"
changed() { echo "CHANGED: $*" >&2; exit 1; }
skipped() { echo "SKIPPED: $*" >&2; exit 77; }
debian() { apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$@"; }
export LC_ALL=C.UTF-8

{ command -v pspp && command -v soffice && command -v ssconvert; } >/dev/null ||
  debian pspp libreoffice-calc gnumeric >apt.log 2>&1 ||
  skipped "apt-get could not bring pspp, libreoffice-calc and gnumeric"
pspp=$(dpkg-query -W -f='${Version}' pspp) calc=$(dpkg-query -W -f='${Version}' libreoffice-calc)
echo "PSPP $pspp, LibreOffice $calc"
case "$pspp $calc" in 1.6.2-*\ *:7.4.7-*) ;; *) changed "seen with 1.6.2 and 7.4.7" ;; esac

rows='2026/OPS/0012,3,poradnictwo prawne
2026/OPS/0013,4,poradnictwo psychologiczne
2026/OPS/0014,1.5,opieka'
printf 'person,hours,form\nBD-7,2,opieka\n%s\n' "$rows" >short-first.csv
printf 'person,hours,form\n%s\nBD-7,2,opieka\n' "$rows" >long-first.csv
for name in short-first long-first; do
  soffice "-env:UserInstallation=file://$tmp/profile" --headless --convert-to ods "$name.csv" >soffice.log 2>&1
  ssconvert "$name.csv" "$name.gnumeric" 2>ssconvert.log
done

count() { # TYPE FILE [WIDTH]: persons with rows and hours
  cat >count.sps <<SYNTAX
GET DATA /TYPE=$1 /FILE='$2' /READNAMES=ON ${3:+/ASSUMEDSTRWIDTH=$3}.
SELECT IF NOT MISSING(hours).
AGGREGATE OUTFILE=* /BREAK=person /rows=N /hours=SUM(hours).
LIST.
SYNTAX
  pspp -o out.txt count.sps >messages.txt 2>&1
  [[ ! -s messages.txt ]] || changed "a warning: $(head -n 1 messages.txt)"
  awk -F'|' '/^\|/ && $3 + 0 { gsub(/ /, ""); printf "%s %s %s; ", $2, $3, $4 }' out.txt
}
cut='2026/OPS 3 8.50; BD-7 1 2.00; '
whole='2026/OPS/0012 1 3.00; 2026/OPS/0013 1 4.00; 2026/OPS/0014 1 1.50; BD-7 1 2.00; '
expect() { # WHAT WANTED GIVEN
  echo "$1: $3"
  [[ $3 == "$2" ]] || changed "$1"
}
expect "ODS, the short id first" "$cut" "$(count ODS short-first.ods)"
expect "Gnumeric, the same" "$cut" "$(count GNM short-first.gnumeric)"
expect "ODS, a long id first" "$whole" "$(count ODS long-first.ods)"
expect "ODS, a width declared" "$whole" "$(count ODS short-first.ods 40)"
