#!/usr/bin/env bash
# An invoice shared 85 to 15 and the correction that takes it back leave a grosz with the EU.
#
# Tool:      dinero.js 1.9.1 (allocate) and currency.js 2.0.4 (multiply, npm).
# Behaviour: dinero gives the grosze that are left over to the first source when the amount is positive, and takes
#            them from the last ones when it is negative: 10.10 is 8.59 + 1.51, -10.10 is -8.58 - 1.52. currency.js
#            rounds halves upwards, not away from zero: 85% of 10.10 is 8.59 and of -10.10 is -8.58. Every sum of one
#            allocation is right, and so is every single figure; together they are not 0.
# Matters:   corrections, returned goods and payments taken back are ordinary in a claim. What is left is a grosz for
#            each pair, claimed from the EU for an invoice that no longer exists.
# Careful:   a share is taken of the cumulative amount and a document gets the difference, so that what is taken back
#            takes its share back; or sign and amount are rounded apart.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
cd "$tmp"
changed() { echo "CHANGED: $*" >&2; exit 1; }
skipped() { echo "SKIPPED: $*" >&2; exit 77; }

npm install --no-audit --no-fund --ignore-scripts dinero.js@1.9.1 currency.js@2.0.4 >npm.log 2>&1 ||
  skipped "npm could not bring dinero.js@1.9.1 and currency.js@2.0.4: $(tail -n 1 npm.log)"
echo "dinero.js 1.9.1, currency.js 2.0.4"

cat >share.js <<'JS'
const dinero = require('dinero.js'), currency = require('currency.js');
const shares = grosze => dinero({ amount: grosze }).allocate([85, 15]).map(share => share.getAmount());
let eu = 0, pairs = 0;
for (let grosze = 1; grosze <= 100000; ++grosze) {
  const [there, back] = [shares(grosze), shares(-grosze)];
  eu += there[0] + back[0];
  pairs += there[0] + back[0] !== 0;
}
console.log('dinero   ', shares(1010).join(' '), 'and', shares(-1010).join(' '));
console.log('currency ', currency(10.10).multiply(0.85).value, 'and', currency(-10.10).multiply(0.85).value);
console.log('dinero, 0.01 to 1000.00 with their corrections:', pairs, 'pairs leave', eu, 'grosze with the EU');
JS
node share.js | tee shares.txt
wanted='dinero    859 151 and -858 -152
currency  8.59 and -8.58
dinero, 0.01 to 1000.00 with their corrections: 95000 pairs leave 95000 grosze with the EU'
[[ $(cat shares.txt) == "$wanted" ]] || changed "other shares"
