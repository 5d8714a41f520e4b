#!/usr/bin/env bash
# An id made by TEXT(...) with its leading zeros arrives as a number without them; the same id typed in does not.
#
# Tool:      xlstream 2.5.5 (npm); exceljs 4.4.0 makes the file.
# Behaviour: a formula whose result is text stores it as text (t="str"). xlstream turns such a result into a number
#            whenever it looks like one: 00123456789 becomes 123456789 and "1.10" becomes 1.1, "raw" and "formatted"
#            alike. A typed text (shared string) keeps its zeros, a result with a letter stays text, and TRUE is 1.
# Matters:   TEXT(A2;"00000000000") is the usual way to mend ids that lost their zeros, and it is undone here. Ids of
#            one column then are of two kinds, and a join by id misses people or puts 1.1 and 1.10 together.
# Careful:   the type of a cell decides, never the looks of its value: t="str" and shared strings are text. A
#            product that reads such ids tells a computed text from a number and compares ids as text.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
cd "$tmp"
changed() { echo "CHANGED: $*" >&2; exit 1; }
skipped() { echo "SKIPPED: $*" >&2; exit 77; }

npm install --no-audit --no-fund --ignore-scripts xlstream@2.5.5 exceljs@4.4.0 >npm.log 2>&1 ||
  skipped "npm could not bring xlstream@2.5.5 and exceljs@4.4.0: $(tail -n 1 npm.log)"
echo "xlstream 2.5.5, exceljs 4.4.0"

cat >make.js <<'JS'
const ExcelJS = require('exceljs'), book = new ExcelJS.Workbook(), sheet = book.addWorksheet('Lista');
sheet.addRow(['typed id', '00123456789']);
sheet.addRow(['computed id', { formula: 'TEXT(123456789,"00000000000")', result: '00123456789' }]);
sheet.addRow(['computed task', { formula: '"1."&"10"', result: '1.10' }]);
sheet.addRow(['computed number', { formula: '"FV "&7', result: 'FV 7' }]);
sheet.addRow(['yes', true]);
book.xlsx.writeFile('book.xlsx');
JS
cat >read.js <<'JS'
const { getXlsxStream } = require('xlstream');
(async () => {
  for await (const row of await getXlsxStream({ filePath: 'book.xlsx', sheet: 0 })) {
    console.log(row.raw.arr[0], JSON.stringify(row.raw.arr[1]), JSON.stringify(row.formatted.arr[1]));
  }
})();
JS
node make.js
node read.js | tee rows.txt
wanted='typed id "00123456789" "00123456789"
computed id 123456789 123456789
computed task 1.1 1.1
computed number "FV 7" "FV 7"
yes 1 1'
[[ $(cat rows.txt) == "$wanted" ]] || changed "the cells are read otherwise"
