#!/usr/bin/env bash
# A task code in quotes inside a filled-down formula is taken for a cell address and moved from row to row.
#
# Tool:      SheetJS (npm xlsx 0.18.5) and exceljs 4.4.0; Gnumeric 1.12.55 recalculates the result.
# Behaviour: a column filled down is stored as one shared formula, IF(A2="Z1",B2,0). Both libraries work out
#            the formula of the rows below by shifting everything that looks like an address, the text "Z1" too:
#            row 3 asks for "Z2", row 4 for "Z3". exceljs shows that to whoever asks for the formula, and
#            SheetJS also writes it: after open and save the file recalculates to 300 where it was 500.
# Matters:   codes of tasks, categories and quarters (Z1, K2, Q3) have the form of addresses. The stored results
#            still look right in the saved file; the first recalculation gives the money to other tasks.
# Careful:   a reader takes the stored result and never rebuilds a formula from the shared one; a writer puts
#            a full formula in every cell and, where a formula holds a text, writes no shared ones.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
cd "$tmp"
changed() { echo "CHANGED: $*" >&2; exit 1; }
skipped() { echo "SKIPPED: $*" >&2; exit 77; }
debian() { apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$@"; }

npm install --no-audit --no-fund --ignore-scripts xlsx@0.18.5 exceljs@4.4.0 >npm.log 2>&1 ||
  skipped "npm could not bring xlsx@0.18.5 and exceljs@4.4.0: $(tail -n 1 npm.log)"
command -v ssconvert >/dev/null || debian gnumeric >apt.log 2>&1 ||
  skipped "apt-get could not bring gnumeric"
version=$(dpkg-query -W -f='${Version}' gnumeric)
echo "xlsx 0.18.5, exceljs 4.4.0, gnumeric $version"
case $version in 1.12.55-*) ;; *) changed "gnumeric is $version, seen with 1.12.55" ;; esac

# The book is what a spreadsheet stores after column C was filled down: one master formula, three that share it.
cat >make.js <<'JS'
const ExcelJS = require('exceljs'), book = new ExcelJS.Workbook(), sheet = book.addWorksheet('Koszty');
const rows = [['Z1', 100], ['Z2', 200], ['Z1', 400], ['Z3', 800]];
rows.forEach(([task, amount], i) => {
  const result = task === 'Z1' ? amount : 0;
  sheet.getRow(i + 2).values = [task, amount, i === 0
    ? { formula: 'IF(A2="Z1",B2,0)', result, shareType: 'shared', ref: 'C2:C5' }
    : { sharedFormula: 'C2', result }];
});
sheet.getCell('C6').value = { formula: 'SUM(C2:C5)', result: 500 };
book.xlsx.writeFile('book.xlsx');
JS
cat >look.js <<'JS'
const ExcelJS = require('exceljs'), XLSX = require('xlsx');
(async () => {
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile('book.xlsx');
  console.log('exceljs', ['C2', 'C3', 'C4'].map(c => book.worksheets[0].getCell(c).formula).join(' '));
  const same = XLSX.readFile('book.xlsx');
  console.log('sheetjs', ['C2', 'C3', 'C4'].map(c => same.Sheets.Koszty[c].f).join(' '));
  XLSX.writeFile(same, 'saved.xlsx');
})();
JS
node make.js
node look.js | tee formulas.txt
for book in book saved; do ssconvert --recalc "$book.xlsx" "$book.csv" 2>/dev/null; done
before=$(tail -n 1 book.csv) after=$(tail -n 1 saved.csv)
echo "total of Z1, recalculated: before $before, after open and save $after"

moved='IF(A2="Z1",B2,0) IF(A3="Z2",B3,0) IF(A4="Z3",B4,0)'
grep -qxF "exceljs $moved" formulas.txt || changed "exceljs leaves the text alone"
grep -qxF "sheetjs $moved" formulas.txt || changed "SheetJS leaves the text alone"
[[ $before == ,,500 && $after == ,,300 ]] || changed "the totals are not 500 and 300"
