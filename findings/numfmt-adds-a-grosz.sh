#!/usr/bin/env bash
# numfmt writes the EU's 8.534 zł as 8.54: asked for two decimals, it rounds away from zero unless told otherwise.
#
# Tool:      numfmt of GNU coreutils 9.1 (Debian 12), beside printf of the same package.
# Behaviour: `numfmt --format=%.2f` looks like printf's %.2f, but its --round is `from-zero` by default: whatever
#            stands behind the second decimal, be it a thousandth, adds a grosz. 100.001 is 100.01, -8.531 is -8.54;
#            exact amounts stay. `--round=nearest` does what printf does. The 85% of the invoices 10.01 to 10.20 are
#            a grosz apart in 9 of 20 and 0.09 in all.
# Matters:   the option reads like a format and no one looks for a rounding rule in it; a job that lists shares
#            claims up to a grosz a row more than is due, never less, and the sum of the column exceeds the share.
# Careful:   a program that writes amounts rounds by a rule that is declared and printed, before it formats.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
cd "$tmp"
changed() { echo "CHANGED: $*" >&2; exit 1; }
skipped() { echo "SKIPPED: $*" >&2; exit 77; }
export LC_ALL=C

command -v numfmt >/dev/null || skipped "no numfmt"
version=$(numfmt --version | sed -n '1s/.* //p')
echo "numfmt (GNU coreutils) $version"
[[ $version == 9.1 ]] || changed "seen with 9.1"

seq 1001 1020 | awk '{ printf "%.2f\n", $1 / 100 }' >invoices.txt
seq 1001 1020 | awk '{ printf "%.4f\n", $1 * 85 / 10000 }' >shares.txt
numfmt --format=%.2f <shares.txt >given.txt
numfmt --round=nearest --format=%.2f <shares.txt >nearest.txt
xargs env printf '%.2f\n' <shares.txt >printf.txt
echo "invoice share numfmt nearest printf"
paste -d ' ' invoices.txt shares.txt given.txt nearest.txt printf.txt
cmp -s nearest.txt printf.txt || changed "--round=nearest is not what printf writes"
apart=$(paste given.txt nearest.txt | awk '$1 != $2 { ++apart; more += 100 * ($1 - $2) } END { printf "%d %.0f", apart, more }')
echo "apart and grosze more, of 20: $apart"
[[ $apart == "9 9" ]] || changed "other shares are apart"
some=$(numfmt --format=%.2f -- 100.001 -8.531 8.50 | tr '\n' ' ')
echo "100.001 -8.531 8.50: $some"
[[ $some == "100.01 -8.54 8.50 " ]] || changed "single amounts"
