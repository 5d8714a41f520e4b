#!/usr/bin/env bash
# Dates shown as dd.mm.yyyy arrive as empty cells, and "FV 11 /2026" with a bold part arrives as "FV11/2026".
#
# Tool:      xlsx-stream-reader 1.1.1 (npm) with its ordinary settings; exceljs 4.4.0 makes the file.
# Behaviour: the reader gives cells as shown. Where the format of a date is dd.mm.yyyy, d.m.yyyy or
#            dd.mm.yyyy" r.", the ones of Polish offices, the value is the empty string and no error is raised;
#            yyyy-mm-dd comes through. The blanks at the ends of the parts of a half-bold text are cut off.
# Matters:   a date that is empty looks like a date that nobody entered: no payment, no end of support. A document
#            number without its blank is another number.
# Careful:   a reader decides by the kind of a format whether a number is a date and never needs to understand its
#            looks; whoever writes for others uses yyyy-mm-dd, and plain text for ids.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
cd "$tmp"
changed() { echo "CHANGED: $*" >&2; exit 1; }
skipped() { echo "SKIPPED: $*" >&2; exit 77; }

npm install --no-audit --no-fund --ignore-scripts xlsx-stream-reader@1.1.1 exceljs@4.4.0 >npm.log 2>&1 ||
  skipped "npm could not bring xlsx-stream-reader@1.1.1 and exceljs@4.4.0: $(tail -n 1 npm.log)"
echo "xlsx-stream-reader 1.1.1, exceljs 4.4.0"

cat >make.js <<'JS'
const ExcelJS = require('exceljs'), book = new ExcelJS.Workbook(), sheet = book.addWorksheet('Zestawienie');
for (const format of ['yyyy-mm-dd', 'dd.mm.yyyy', 'd.m.yyyy', 'dd.mm.yyyy" r."']) {
  const row = sheet.addRow([format, new Date(Date.UTC(2026, 2, 5)), 'after']);
  row.getCell(2).numFmt = format;
}
const part = { font: { bold: true }, text: '11' };
sheet.addRow(['number', { richText: [{ text: 'FV ' }, part, { text: ' /2026' }] }, 'after']);
book.xlsx.writeFile('book.xlsx');
JS
cat >read.js <<'JS'
const fs = require('fs'), Reader = require('xlsx-stream-reader'), reader = new Reader();
reader.on('error', error => { throw error; });
reader.on('worksheet', sheet => {
  sheet.on('row', row => console.log(row.values.slice(1).join('|')));
  sheet.process();
});
fs.createReadStream('book.xlsx').pipe(reader);
JS
node make.js
node read.js | tee rows.txt
wanted='yyyy-mm-dd|2026-03-05|after
dd.mm.yyyy||after
d.m.yyyy||after
dd.mm.yyyy" r."||after
number|FV11/2026|after'
[[ $(cat rows.txt) == "$wanted" ]] || changed "the rows are read otherwise"
