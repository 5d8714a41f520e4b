#!/usr/bin/env bash
# The sum of 69999.76 and 8442.37 is 78442.1, and the largest of the two is an amount that no record has.
#
# Tool:      GNU recutils 1.9 (Debian 12): csv2rec and recsel with Sum, Max and Avg.
# Behaviour: what these functions compute is printed with six digits, whatever is declared for the field: above
#            9 999.99 the last grosz goes, above 99 999.99 both decimals, and a million has an exponent. Max(kwota)
#            is 69999.8. The fields themselves are kept and shown as text, whole; no option and no type changes it.
# Matters:   control sums of a register in plain text are taken so; they look rounded on purpose and differ from the
#            bank's by up to five grosze, or thousands of a large project, in a script as on paper.
# Careful:   a control sum is computed from the fields with exact decimals; a writer prints money with two decimals
#            always, and never through a general format of six digits.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
cd "$tmp"
changed() { echo "CHANGED: $*" >&2; exit 1; }
skipped() { echo "SKIPPED: $*" >&2; exit 77; }
debian() { apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$@"; }

command -v recsel >/dev/null || debian recutils >apt.log 2>&1 || skipped "apt-get could not bring recutils"
version=$(dpkg-query -W -f='${Version}' recutils)
echo "recutils $version"
case $version in 1.9-*) ;; *) changed "recutils is $version, seen with 1.9" ;; esac

printf '%s\n' nr,kwota 'FV 1,69999.76' 'FV 2,8442.37' >small.csv
{ cat small.csv; echo 'FV 3,1156125.76'; } >large.csv
for book in small large; do
  { printf '%%rec: Wydatek\n%%type: kwota real\n\n'; csv2rec $book.csv | grep -v '^%'; } >$book.rec
  echo "$book: $(recsel -t Wydatek -p 'Sum(kwota),Max(kwota),Avg(kwota)' $book.rec | paste -sd' ')"
done | tee totals.txt
echo "a field: $(recsel -t Wydatek -e "nr = 'FV 1'" -P kwota small.rec)"
wanted='small: Sum_kwota: 78442.1 Max_kwota: 69999.8 Avg_kwota: 39221.1
large: Sum_kwota: 1.23457e+06 Max_kwota: 1.15613e+06 Avg_kwota: 411523'
[[ $(cat totals.txt) == "$wanted" ]] || changed "other totals"
[[ $(recsel -t Wydatek -e "nr = 'FV 1'" -P kwota small.rec) == 69999.76 ]] || changed "the field is shown otherwise"
