#!/usr/bin/env bash
# The EU's 85% of three invoices is 25.75 in ledger and 25.76 in hledger, and neither is the sum of its months.
#
# Tool:      ledger 3.3.0 and hledger 1.25 (Debian 12) with an automated posting that gives a source its share.
# Behaviour: 85% of 10.10 is 8.585, of three such invoices 25.755. Shown in grosze:
#              ledger    months 8.59 8.59 8.59 (25.77), total 25.75: up for one half grosz, down for the other
#              hledger   months 8.58 8.58 8.58 (25.74), total 25.76: to the even grosz, and so in its CSV too
#            Both keep 8.585 behind what they show, so the books balance and no report says that a column does not
#            add up. `hledger close` writes 25.755 PLN: half a grosz, which no bank can pay.
# Matters:   a claim copied from the monthly report and one copied from the yearly one differ by two grosze, and two
#            accountants with one and the same rule differ by one.
# Careful:   a share is rounded by a declared rule on the cumulative amount, a month is the difference of two such
#            shares, and one source takes the rest.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
cd "$tmp"
changed() { echo "CHANGED: $*" >&2; exit 1; }
skipped() { echo "SKIPPED: $*" >&2; exit 77; }
debian() { apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$@"; }

{ command -v ledger && command -v hledger; } >/dev/null || debian ledger hledger >apt.log 2>&1 ||
  skipped "apt-get could not bring ledger and hledger"
ledger=$(dpkg-query -W -f='${Version}' ledger) hledger=$(dpkg-query -W -f='${Version}' hledger)
echo "ledger $ledger, hledger $hledger"
case "$ledger $hledger" in 3.3.0-*\ 1.25-*) ;; *) changed "other versions than 3.3.0 and 1.25" ;; esac

invoices() {
  for month in 01 02 03; do
    printf '2026-%s-12 FV %s\n    expenses:project    10.10 PLN\n    assets:bank\n\n' "$month" "$month"
  done
}
{ printf 'commodity PLN\n    format 1000.00 PLN\n\n= expenses:project\n    (share:eu)    0.85\n\n'; invoices; } >book.ledger
{ printf '= expenses:project\n    (share:eu)    *0.85\n\n'; invoices; } >book.journal

by_month=$(ledger -f book.ledger register share:eu --monthly --format '%(scrub(display_amount))\n' | tr -d ' PLN' | tr '\n' ' ')
total=$(ledger -f book.ledger balance share:eu --format '%(scrub(display_total))\n' | tr -d ' PLN')
echo "ledger:  months $by_month total $total"
[[ $by_month == "8.59 8.59 8.59 " && $total == 25.75 ]] || changed "ledger"
table=$(hledger -f book.journal --auto balance share:eu --monthly --row-total -O csv | sed -n 2p | tr -d '"PLN ')
closed=$(hledger -f book.journal --auto close share:eu | awk '/share:eu/ { print $2; exit }')
echo "hledger: account, months, total: $table; closed by $closed"
[[ $table == share:eu,8.58,8.58,8.58,25.76 && $closed == -25.755 ]] || changed "hledger"
