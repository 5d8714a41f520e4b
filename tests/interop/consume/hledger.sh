# hledger.sh LOG: what hledger adds up by task in a log of expenditures, which it reads by these rules.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cat >"$work/rules" <<'RULES'
skip 1
fields doc_no, issuer, issued, date, task, description, gross, vat, amount
date-format %Y-%m-%d
currency PLN 
account1 expenses:%task
account2 assets:bank
RULES
hledger -f "csv:$1" --rules-file "$work/rules" balance expenses --output-format csv --layout bare
