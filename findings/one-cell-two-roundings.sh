#!/usr/bin/env bash
# One cell with 18.525 is 18.53 in one program and 18.52 in another, and 28.5% is 29% or 28%.
#
# Tool:      LibreOffice Calc 7.4.7, Gnumeric 1.12.55 and SheetJS (npm xlsx 0.18.5) show the same XLSX.
# Behaviour: 15% of 123.50 is 18.525, shown under 0.00; a degree of 0.285 is shown under 0%.
#              ROUND(...;2)   18.53 in LibreOffice and in Gnumeric, 0.29 for the degree
#              shown          LibreOffice 18.53 and 28%; Gnumeric 18.52 and 29%; SheetJS 18.52 and 28%
#            Each of the two spreadsheets contradicts its own ROUND in one of the cells, and neither in the other.
# Matters:   the grosz and the per cent on paper depend on who printed them; a column shown so does not add up to
#            the total that is computed beside it.
# Careful:   a writer stores amounts that are rounded to the grosz and degrees rounded to the digits that are shown,
#            by its own rule; a reader of a computed amount with a half grosz asks for ROUND in the sheet.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
cd "$tmp"
changed() { echo "CHANGED: $*" >&2; exit 1; }
skipped() { echo "SKIPPED: $*" >&2; exit 77; }
debian() { apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$@"; }

npm install --no-audit --no-fund --ignore-scripts xlsx@0.18.5 >npm.log 2>&1 ||
  skipped "npm could not bring xlsx@0.18.5: $(tail -n 1 npm.log)"
{ command -v soffice && command -v ssconvert; } >/dev/null ||
  debian libreoffice-calc gnumeric >apt.log 2>&1 ||
  skipped "apt-get could not bring libreoffice-calc and gnumeric"
calc=$(dpkg-query -W -f='${Version}' libreoffice-calc) gnumeric=$(dpkg-query -W -f='${Version}' gnumeric)
echo "libreoffice-calc $calc, gnumeric $gnumeric, xlsx 0.18.5"
case "$calc $gnumeric" in *:7.4.7-*\ 1.12.55-*) ;; *) changed "other versions than 7.4.7 and 1.12.55" ;; esac

cat >make.js <<'JS'
const XLSX = require('xlsx');
const sheet = {
  A1: { t: 'n', v: 18.525, z: '0.00' }, B1: { t: 'n', v: 0.285, z: '0%' },
  C1: { t: 'n', f: 'ROUND(A1,2)' }, D1: { t: 'n', f: 'ROUND(B1,2)' }, '!ref': 'A1:D1' };
XLSX.writeFile({ SheetNames: ['S'], Sheets: { S: sheet } }, 'book.xlsx');
const read = XLSX.readFile('book.xlsx').Sheets.S;
console.log([read.A1.w, read.B1.w].join());
JS
sheetjs=$(node make.js)
ssconvert --recalc -T Gnumeric_stf:stf_assistant -O 'format=preserve' book.xlsx gnumeric.csv 2>/dev/null
HOME=$tmp soffice -env:UserInstallation="file://$tmp/profile" --headless \
  --convert-to 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,true' book.xlsx >/dev/null 2>&1
echo "shown amount, shown degree, ROUND of both"
echo "LibreOffice: $(cat book.csv)"
echo "Gnumeric:    $(cat gnumeric.csv)"
echo "SheetJS:     $sheetjs"
[[ $(cat book.csv) == 18.53,28%,18.53,0.29 ]] || changed "LibreOffice"
[[ $(cat gnumeric.csv) == 18.52,29%,18.53,0.29 ]] || changed "Gnumeric"
[[ $sheetjs == 18.52,28% ]] || changed "SheetJS"
