#!/usr/bin/env bash
# One valid PESEL in ten, every one that ends in 0, is no tax number for validator.js; its other check takes them all.
#
# Tool:      validator 13.15.35 (npm): isTaxID(text, 'pl-PL') and isIdentityCard(text, 'PL').
# Behaviour: the check digit is what is missing to the next ten. Where nothing is missing it is 0; isTaxID expects
#            10 there, so that no number with the check digit 0 passes. isIdentityCard computes the same digit and
#            takes them. The script builds PESELs of invented persons not yet born, for each day of 2031 and five
#            serial numbers: 183 of 1825 end in 0, and these 183 are refused.
# Matters:   a form that asks for the tax number of participants sends every tenth person away or marks them as
#            mistyped; whoever then ticks "no PESEL" makes a second person of one who is already in the project.
# Careful:   a check of a check digit is tested with numbers for each of its ten values; a reader tells which check
#            failed, and never drops the person.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
cd "$tmp"
changed() { echo "CHANGED: $*" >&2; exit 1; }
skipped() { echo "SKIPPED: $*" >&2; exit 77; }

npm install --no-audit --no-fund --ignore-scripts validator@13.15.35 >npm.log 2>&1 ||
  skipped "npm could not bring validator@13.15.35: $(tail -n 1 npm.log)"
echo "validator 13.15.35"

cat >check.js <<'JS'
const validator = require('validator'), weights = [1, 3, 7, 9, 1, 3, 7, 9, 1, 3];
const two = n => String(n).padStart(2, '0');
// Months of the years 2000 to 2099 are written with 20 added.
function pesel(day, serial) {
  const digits = two(day.getUTCFullYear() % 100) + two(day.getUTCMonth() + 21) + two(day.getUTCDate()) + serial;
  const sum = weights.reduce((all, weight, i) => all + weight * digits[i], 0);
  return digits + (10 - sum % 10) % 10;
}
const all = [];
for (let n = 0; n < 365; ++n)
  for (const serial of ['0000', '0001', '0002', '0003', '0004'])
    all.push(pesel(new Date(Date.UTC(2031, 0, 1 + n)), serial));
const of = digit => all.filter(text => text.endsWith(digit));
console.log('check digit, numbers, isTaxID, isIdentityCard');
for (const digit of '0123456789')
  console.log([digit, of(digit).length, of(digit).filter(text => validator.isTaxID(text, 'pl-PL')).length,
    of(digit).filter(text => validator.isIdentityCard(text, 'PL')).length].join());
JS
node check.js | tee counts.txt
awk -F, 'NR > 1 && ($3 != ($1 == 0 ? 0 : $2) || $4 != $2) { exit 1 }' counts.txt || changed "other digits are refused"
[[ $(sed -n 2p counts.txt) == 0,183,0,183 ]] || changed "the numbers with the check digit 0 are taken, or others"
