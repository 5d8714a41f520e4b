#!/usr/bin/env bash
# Tasks numbered 1d, 2d and 1h are written back by csvkit as days and hours: `1 day, 0:00:00`.
#
# Tool:      csvkit 1.0.7 with agate 1.6.3 (Debian 12): csvsort, csvjoin, csvstat.
# Behaviour: before dates and text agate tries whether a column is a length of time, and `1d`, `2h`, `5m` and `3w`
#            are. A column of task codes that are a number and one of these letters comes out as `1 day, 0:00:00`,
#            `2:00:00`, `0:05:00`, `21 days, 0:00:00`, and different codes as one: 24h and 1d, 60m and 1h, 7d and 1w.
#            One code with another letter (`1b`) in the column and all stay as they are.
# Matters:   subtasks 1a, 1b, ... of a budget are everyday; the list of one partner that holds only d and h is
#            changed, those of the others are not. Joined afterwards by task, its rows find no partner.
# Careful:   codes are text whatever they look like; a program never guesses a type for a column that names things.
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

printf 'task,amount\n1d,12.50\n2h,7.80\n24h,3.00\n' >partner.csv
printf 'task,amount\n1b,1.00\n1d,12.50\n2h,7.80\n' >other.csv
printf 'task,name\n1d,Dowóz\n2h,Hala\n1b,Basen\n' >tasks.csv

given=$(csvsort -c amount partner.csv | tr '\n' '|')
echo "csvsort: $given"
[[ $given == 'task,amount|"1 day, 0:00:00",3.00|2:00:00,7.80|"1 day, 0:00:00",12.50|' ]] || changed "csvsort"
given=$(csvsort -c amount other.csv | tr '\n' '|')
echo "with 1b: $given"
[[ $given == 'task,amount|1b,1.00|2h,7.80|1d,12.50|' ]] || changed "the column with 1b"
given=$(csvsort -c amount partner.csv | csvjoin -c task tasks.csv - | tr '\n' '|')
echo "joined:  $given"
[[ $given == 'task,name,amount|' ]] || changed "the joined list"
