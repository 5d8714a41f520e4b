#!/usr/bin/env bash
# A payment that the bank books on 2 January is booked a year too early by two readers of MT940 statements.
#
# Tool:      mt940js 1.3.5 and mt940-js 1.0.0 (npm).
# Behaviour: a line `:61:2512310102D123,45...` has a value date with its year (31 December 2025) and an entry date
#            without (2 January): the year follows from the value date, and at New Year it is the next one. Both
#            readers take the year of the value date: 2 January 2025, almost a year before the invoice. With a value
#            date of 2 January 2026 and an entry on 31 December both say 31 December 2026. Balances and amounts are right.
# Matters:   a cost is eligible by the day on which it was paid; a list of payments made from statements puts the
#            first days of each January before the project, or in a claim that was paid long ago.
# Careful:   a day without a year is the one nearest to the day beside it; a payment outside the project is told.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
cd "$tmp"
changed() { echo "CHANGED: $*" >&2; exit 1; }
skipped() { echo "SKIPPED: $*" >&2; exit 77; }

npm install --no-audit --no-fund --ignore-scripts mt940js@1.3.5 mt940-js@1.0.0 tslib@2.8.1 >npm.log 2>&1 ||
  skipped "npm could not bring mt940js@1.3.5 and mt940-js@1.0.0: $(tail -n 1 npm.log)"
echo "mt940js 1.3.5, mt940-js 1.0.0"

statement() { # LINE: value date and entry date of the one payment
  printf ':20:STATEMENT\n:25:PL00000000000000000000000000\n:28C:1/1\n:60F:C251201PLN1000,00\n'
  printf ':61:%sD123,45NTRFNONREF//1\n:86:FV 1/2025\n:62F:C260131PLN876,55\n-\n' "$1"
}
statement 2512310102 >after.txt
statement 2601021231 >before.txt
statement 2512300102 >gap.txt
statement 2511141115 >autumn.txt

cat >read.js <<'JS'
const fs = require('fs'), { Parser } = require('mt940js'), other = require('mt940-js');
const day = date => (typeof date === 'string' ? date : date.toISOString()).slice(0, 10);
(async () => {
  for (const name of ['after', 'before', 'gap', 'autumn']) {
    const [one] = new Parser().parse(fs.readFileSync(name + '.txt', 'utf8'))[0].transactions;
    const [two] = (await other.read(fs.readFileSync(name + '.txt')))[0].transactions;
    console.log(name, 'value', day(one.date), 'mt940js', day(one.entryDate), 'mt940-js', day(two.entryDate), one.amount);
  }
})();
JS
TZ=UTC node read.js | tee days.txt
wanted='after value 2025-12-31 mt940js 2025-01-02 mt940-js 2025-01-02 -123.45
before value 2026-01-02 mt940js 2026-12-31 mt940-js 2026-12-31 -123.45
gap value 2025-12-30 mt940js 2025-01-02 mt940-js 2025-01-02 -123.45
autumn value 2025-11-14 mt940js 2025-11-15 mt940-js 2025-11-15 -123.45'
[[ $(cat days.txt) == "$wanted" ]] || changed "the days"
