#!/usr/bin/env bash
# A document number of which a part is bold loses that part, and a line break glues two numbers into one.
#
# Tool:      Gnumeric 1.12.55 (ssconvert) turns an XLSX into ODS; LibreOffice Calc 7.4.7 opens that ODS.
#            exceljs 4.4.0 only makes the first file.
# Behaviour: Gnumeric writes a half-bold text as spans within spans and a line break as <text:line-break/>. Both
#            are valid ODF, and Gnumeric reads them back whole. LibreOffice shows "FV " for "FV 11/2026"
#            (what stands in the inner span is gone) and "71250" for a cell with the lines "7" and "1250".
# Matters:   number and issuer are the key of a document: cut texts make different documents equal, glued ones
#            make new numbers. Saving in LibreOffice makes the loss final. No program warns.
# Careful:   a reader of ODS collects the text of all nested elements, line breaks, tabs and repeated blanks;
#            a writer keeps ids as plain text of one line in a cell of one format.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
cd "$tmp"
changed() { echo "CHANGED: $*" >&2; exit 1; }
skipped() { echo "SKIPPED: $*" >&2; exit 77; }
debian() { apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$@"; }

npm install --no-audit --no-fund --ignore-scripts exceljs@4.4.0 >npm.log 2>&1 ||
  skipped "npm could not bring exceljs@4.4.0: $(tail -n 1 npm.log)"
{ command -v soffice && command -v ssconvert; } >/dev/null ||
  debian libreoffice-calc gnumeric >apt.log 2>&1 ||
  skipped "apt-get could not bring libreoffice-calc and gnumeric"
calc=$(dpkg-query -W -f='${Version}' libreoffice-calc) gnumeric=$(dpkg-query -W -f='${Version}' gnumeric)
echo "libreoffice-calc $calc, gnumeric $gnumeric, exceljs 4.4.0"
case "$calc $gnumeric" in *:7.4.7-*\ 1.12.55-*) ;; *) changed "other versions than 7.4.7 and 1.12.55" ;; esac

cat >make.js <<'JS'
const ExcelJS = require('exceljs'), book = new ExcelJS.Workbook(), sheet = book.addWorksheet('Dokumenty');
// A run as Excel stores it: bold, and the size and colour that it had anyway.
const font = { bold: true, size: 11, color: { argb: 'FF000000' }, name: 'Calibri' };
sheet.getCell('A1').value = { richText: [{ text: 'FV ' }, { font, text: '11/2026' }] };
sheet.getCell('A2').value = '7\n1250';
sheet.getCell('A3').value = 'FV 12/2026';
book.xlsx.writeFile('book.xlsx');
JS
node make.js
ssconvert book.xlsx book.ods 2>/dev/null
ssconvert book.ods back.csv 2>/dev/null
HOME=$tmp soffice -env:UserInstallation="file://$tmp/profile" --headless --convert-to csv book.ods >/dev/null 2>&1
echo "The ODS as Gnumeric reads it:"
cat back.csv
echo "The same ODS as LibreOffice reads it:"
cat book.csv

[[ $(cat back.csv) == $'"FV 11/2026"\n"7\n1250"\n"FV 12/2026"' ]] || changed "Gnumeric does not read its file whole"
[[ $(cat book.csv) == $'FV \n71250\nFV 12/2026' ]] || changed "LibreOffice reads other texts"
