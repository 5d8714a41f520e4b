#!/usr/bin/env bash
# The same awk line adds 12.50 and 7.80 to 20.30 at night and to 19 at the desk: the terminal is Polish.
#
# Tool:      mawk 1.3.4 (what Debian calls awk); gawk 5.2.1 beside it.
# Behaviour: mawk takes the decimal sign from the locale, for what it reads and for what it writes. With
#            LC_ALL=pl_PL.UTF-8 a point ends the number: amounts lose their grosze and the sum is 19. With C, as in a
#            scheduled job, a comma ends it: 12,50 and 7,80 make 19 there. A result written in one is cut in the
#            other. No warning, status 0. gawk adds the points in both.
# Matters:   a control sum taken with awk from a CSV is right or wrong by the language of the account that runs it.
# Careful:   a writer of CSV for scripts says which decimal sign it writes and never follows the locale; whoever adds
#            up sets LC_ALL=C for points, and a program reads amounts by a declared sign and refuses the rest.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
cd "$tmp"
changed() { echo "CHANGED: $*" >&2; exit 1; }
skipped() { echo "SKIPPED: $*" >&2; exit 77; }
debian() { apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$@"; }

dpkg-query -W mawk gawk locales >/dev/null 2>&1 || debian mawk gawk locales >apt.log 2>&1 ||
  skipped "apt-get could not bring mawk, gawk and locales"
mawk=$(dpkg-query -W -f='${Version}' mawk) gawk=$(dpkg-query -W -f='${Version}' gawk)
echo "mawk $mawk, gawk $gawk"
case "$mawk $gawk" in 1.3.4*\ 1:5.2.1-*) ;; *) changed "other versions than 1.3.4 and 5.2.1" ;; esac
localedef -i pl_PL -f UTF-8 "$tmp/pl_PL.UTF-8"
export LOCPATH=$tmp

printf '%s\n' 'FV 1;12.50' 'FV 2;7.80' >points.csv
printf '%s\n' 'FV 1;12,50' 'FV 2;7,80' >commas.csv
# shellcheck disable=SC2016  # awk's own field
add() { LC_ALL=$2 "$1" -F';' '{ sum += $2 } END { printf "%.2f\n", sum }' "$3"; }
for file in points commas; do
  for awk in mawk gawk; do
    for locale in C pl_PL.UTF-8; do echo "$file $awk $locale $(add "$awk" "$locale" $file.csv)"; done
  done
done | tee sums.txt
wanted='points mawk C 20.30
points mawk pl_PL.UTF-8 19,00
points gawk C 20.30
points gawk pl_PL.UTF-8 20.30
commas mawk C 19.00
commas mawk pl_PL.UTF-8 20,30
commas gawk C 19.00
commas gawk pl_PL.UTF-8 19.00'
[[ $(cat sums.txt) == "$wanted" ]] || changed "other sums"
