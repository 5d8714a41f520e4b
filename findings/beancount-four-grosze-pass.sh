#!/usr/bin/env bash
# An invoice of 100.14 paid with 100.1 is balanced: four grosze are missing and the check is silent.
#
# Tool:      beancount 2.3.5; ledger 3.3.0 and hledger 1.25 beside it (all Debian 12).
# Behaviour: beancount allows half of the last digit of the coarsest amount in a transaction. 100.1 has one digit, so
#            up to 0.05 may be missing, also against 100.14, which has two; with 100.10 the same entry is an error.
#            bean-check says nothing and ends with 0; the trial balance is 100.14 against -100.10. ledger and hledger
#            refuse the entry.
# Matters:   exports and calculators write 100.1 for 100.10, so a typing error or a missed share of VAT below five
#            grosze stays in the books that a claim is drawn from, and no total of the ledger shows it.
# Careful:   a writer gives amounts with both decimals, always; a check of money knows no tolerance that the look of a
#            number decides.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
cd "$tmp"
changed() { echo "CHANGED: $*" >&2; exit 1; }
skipped() { echo "SKIPPED: $*" >&2; exit 77; }
debian() { apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$@"; }

dpkg-query -W beancount ledger hledger >/dev/null 2>&1 || debian beancount ledger hledger >apt.log 2>&1 ||
  skipped "apt-get could not bring beancount, ledger and hledger"
versions=$(dpkg-query -W -f='${Package} ${Version} ' beancount hledger ledger)
echo "$versions"
case $versions in beancount\ 2.3.5-*hledger\ 1.25-*ledger\ 3.3.0-*) ;; *) changed "other versions than seen" ;; esac

book() {  # what was paid
  printf '2026-01-01 open Expenses:Project PLN\n2026-01-01 open Assets:Bank PLN\n\n'
  printf '2026-01-12 * "FV 1"\n  Expenses:Project  100.14 PLN\n  Assets:Bank  -%s PLN\n' "$1"
}
for paid in 100.1 100.10; do
  book "$paid" >"$paid.beancount"
  printf '2026-01-12 FV 1\n    expenses:project    100.14 PLN\n    assets:bank    -%s PLN\n' "$paid" >"$paid.journal"
  bean-check "$paid.beancount" >/dev/null 2>&1 && bean=passes || bean=refused
  ledger -f "$paid.journal" balance >/dev/null 2>&1 && ledger=passes || ledger=refused
  hledger -f "$paid.journal" balance >/dev/null 2>&1 && hledger=passes || hledger=refused
  echo "100.14 paid with $paid: beancount $bean, ledger $ledger, hledger $hledger"
done | tee checks.txt
balances=$(bean-report 100.1.beancount balances | awk '/PLN/ { print $1, $2 }' | paste -sd' ')
echo "beancount's balances: $balances"

[[ $(sed -n 1p checks.txt) == *": beancount passes, ledger refused, hledger refused" ]] || changed "100.1"
[[ $(sed -n 2p checks.txt) == *": beancount refused, ledger refused, hledger refused" ]] || changed "100.10"
[[ $balances == "Assets:Bank -100.10 Expenses:Project 100.14" ]] || changed "the balances are $balances"
