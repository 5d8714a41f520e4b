#!/usr/bin/env bash
# Sorting a Polish CSV with csvkit multiplies its amounts by a hundred: 12,50 zł comes back as 1250.
#
# Tool:      csvkit 1.0.7 with agate 1.6.3 (Debian 12): csvsort, csvjson, csvstat, csvsql.
# Behaviour: the tools are told that `;` parts the cells, not what parts the grosze. A comma between digits is an
#            English mark of thousands wherever it stands, so `12,50` is the number 1250 and `7,80` is 780. csvsort
#            writes these numbers into the sorted file, csvstat adds them up to 2030 instead of 20.30, and neither
#            says a word. A cell `1 234,50` makes the whole column text: a file is off by a hundred only as long as
#            all its amounts are below a thousand. `-L pl_PL` helps csvsort and csvjson; csvstat 1.0.7 has no such
#            option. `-I` leaves the cells as they are.
# Matters:   a register of small invoices, sorted by amount before it is sent, is a valid file a hundred times too
#            dear; the same command on next month's file, with one invoice above a thousand, changes nothing.
# Careful:   the decimal sign of a file is declared or seen in all of its numbers, and a comma is never taken for a
#            mark of thousands where two digits follow it.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
cd "$tmp"
changed() { echo "CHANGED: $*" >&2; exit 1; }
skipped() { echo "SKIPPED: $*" >&2; exit 77; }
debian() { apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$@"; }
export LC_ALL=C.UTF-8

command -v csvsort >/dev/null || debian csvkit >apt.log 2>&1 || skipped "apt-get could not bring csvkit"
kit=$(dpkg-query -W -f='${Version}' csvkit) agate=$(dpkg-query -W -f='${Version}' python3-agate)
echo "csvkit $kit, agate $agate"
case "$kit $agate" in 1.0.7-*\ 1.6.3-*) ;; *) changed "seen with 1.0.7 and 1.6.3" ;; esac

printf 'document;amount\nFV 2/2026;12,50\nFV 1/2026;7,80\n' >small.csv
{ cat small.csv; printf 'FV 3/2026;1 234,50\n'; } >large.csv

sorted=$(csvsort -d ';' -c amount small.csv | tr '\n' ' ')
echo "csvsort:         $sorted"
[[ $sorted == "document,amount FV 1/2026,780 FV 2/2026,1250 " ]] || changed "csvsort"
sum=$(csvstat -d ';' -c amount --sum small.csv)
echo "csvstat --sum:   $sum"
[[ ${sum//,/} == 2030 ]] || changed "csvstat"
told=$(csvsort -d ';' -L pl_PL -c amount small.csv | tr '\n' ' ')
echo "csvsort, pl_PL:  $told"
[[ $told == "document,amount FV 1/2026,7.80 FV 2/2026,12.50 " ]] || changed "the locale"
csvstat -d ';' -L pl_PL -c amount --sum small.csv >/dev/null 2>&1 && changed "csvstat takes a locale"
large=$(csvsort -d ';' -c document large.csv | tr '\n' ' ')
echo "with 1 234,50:   $large"
[[ $large == 'document,amount FV 1/2026,"7,80" FV 2/2026,"12,50" FV 3/2026,"1 234,50" ' ]] || changed "the larger file"
as_it_is=$(csvsort -I -d ';' -c document small.csv | tr '\n' ' ')
echo "csvsort -I:      $as_it_is"
[[ $as_it_is == 'document,amount FV 1/2026,"7,80" FV 2/2026,"12,50" ' ]] || changed "-I"
