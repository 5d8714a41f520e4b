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
changed() { echo "CHANGED: $*" >&2; exit 1; }
skipped() { echo "SKIPPED: $*" >&2; exit 77; }
export LC_ALL=C

version=$(numfmt --version | sed -n '1s/.* //p') || skipped "no numfmt"
echo "numfmt (GNU coreutils) $version"
[[ $version == 9.1 ]] || changed "seen with 9.1"

echo "invoice share numfmt nearest printf"
apart=0 more=0
for amount in $(seq 1001 1020); do
  share=$(awk -v a="$amount" 'BEGIN { printf "%.4f", a * 85 / 10000 }')
  given=$(numfmt --format=%.2f "$share") near=$(numfmt --round=nearest --format=%.2f "$share")
  by_printf=$(env printf '%.2f' "$share")
  echo "$(awk -v a="$amount" 'BEGIN { printf "%.2f", a / 100 }') $share $given $near $by_printf"
  [[ $near == "$by_printf" ]] || changed "--round=nearest is not what printf writes"
  if [[ $given != "$near" ]]; then
    apart=$((apart + 1))
    more=$((more + ${given/./} - ${near/./}))
  fi
done
echo "apart $apart of 20, together $more grosze more"
some=$(numfmt --format=%.2f -- 100.001 -8.531 8.50 | tr '\n' ' ')
echo "100.001 -8.531 8.50: $some"
[[ $some == "100.01 -8.54 8.50 " ]] || changed "single amounts"
[[ $apart -gt 0 && $more -eq $apart ]] || changed "nothing is rounded up"
echo "$apart $more" | grep -qx '9 9' || changed "other shares are apart"
