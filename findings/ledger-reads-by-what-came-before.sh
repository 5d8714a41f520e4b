#!/usr/bin/env bash
# "1,250 PLN" is 1250 or 1.25 by whether an amount with a decimal comma stands above or below it in the journal.
#
# Tool:      ledger 3.3.0; hledger 1.25 beside it (Debian 12).
# Behaviour: a comma before three digits is taken for thousands until the commodity has been seen with a decimal
#            comma; from then on it is one itself. The entries 1,250 and 12,50 make 1 262.50 in this order and 13.75
#            in the other; hledger says 13.75 for both. With --decimal-comma both orders are 13.75. No warning.
# Matters:   hours, rates of exchange and computed shares have three decimals in Polish journals, and whole thousands
#            have a comma in English ones. Sorting the entries by date, or including another file first, changes the
#            balance.
# Careful:   the decimal sign is declared (--decimal-comma, a commodity directive with a format); a reader of money
#            refuses three digits after a single sign or asks.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
cd "$tmp"
changed() { echo "CHANGED: $*" >&2; exit 1; }
skipped() { echo "SKIPPED: $*" >&2; exit 77; }
debian() { apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$@"; }

dpkg-query -W ledger hledger >/dev/null 2>&1 || debian ledger hledger >apt.log 2>&1 ||
  skipped "apt-get could not bring ledger and hledger"
ledger=$(dpkg-query -W -f='${Version}' ledger) hledger=$(dpkg-query -W -f='${Version}' hledger)
echo "ledger $ledger, hledger $hledger"
case "$ledger $hledger" in 3.3.0-*\ 1.25-*) ;; *) changed "other versions than 3.3.0 and 1.25" ;; esac

book() { for amount; do printf '2026-01-12 FV\n    expenses:project    %s PLN\n    assets:bank\n\n' "$amount"; done; }
total() { "$@" balance expenses | awk '/expenses/ { print $1 }'; }
for order in '1,250 12,50' '12,50 1,250'; do
  # shellcheck disable=SC2086  # two amounts
  book $order >book.journal
  echo "$order: ledger $(total ledger -f book.journal), with --decimal-comma" \
    "$(total ledger --decimal-comma -f book.journal), hledger $(total hledger -f book.journal)"
done | tee totals.txt
wanted='1,250 12,50: ledger 1.262,50, with --decimal-comma 13,750, hledger 13,750
12,50 1,250: ledger 13,750, with --decimal-comma 13,750, hledger 13,750'
[[ $(cat totals.txt) == "$wanted" ]] || changed "other totals"
