#!/usr/bin/env bash
# An amount shown in thousands ("1 234,6 tys.") keeps the word but not the division: "1 234 567,0 tys.".
#
# Tool:      LibreOffice Calc 7.4.7 saves the book as ODS; Gnumeric 1.12.55 opens it (and the other way round).
# Behaviour: the format #,##0.0," tys." divides by a thousand; ODF says so with number:display-factor="1000".
#            Gnumeric reads the format without the factor and shows 1,234,567.0 tys.; from XLSX it shows
#            1,234.6 tys. An ODS written by Gnumeric has no factor either, and LibreOffice shows the same.
# Matters:   budgets of communes are shown in thousands. Values and formulas are right; what a person reads, prints
#            or exports as shown is a thousand times too much, with the unit beside it.
# Careful:   a writer shows whole amounts and puts the unit into the heading instead of a scaling format; a reader
#            takes values, never shown texts, and keeps away from CSV "as shown".
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
const ExcelJS = require('exceljs'), book = new ExcelJS.Workbook(), cell = book.addWorksheet('Plan').getCell('A1');
cell.value = 1234567;
cell.numFmt = '#,##0.0," tys."';
book.xlsx.writeFile('book.xlsx');
JS
node make.js
calc() {
  HOME=$tmp soffice -env:UserInstallation="file://$tmp/profile" --headless --convert-to "$1" --outdir "$2" "$3" \
    >/dev/null 2>&1
}
shown_by_gnumeric() { ssconvert -T Gnumeric_stf:stf_assistant -O 'format=preserve' "$1" "$2" 2>/dev/null; }
as_shown='csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,true'
shown_by_gnumeric book.xlsx xlsx.csv
calc ods calc book.xlsx
shown_by_gnumeric calc/book.ods ods.csv
mkdir gnumeric
ssconvert book.xlsx gnumeric/book.ods 2>/dev/null
calc "$as_shown" calc calc/book.ods
calc "$as_shown" gnumeric gnumeric/book.ods
echo "XLSX in Gnumeric:                     $(cat xlsx.csv)"
echo "ODS of LibreOffice, in LibreOffice:   $(cat calc/book.csv)"
echo "ODS of LibreOffice, in Gnumeric:      $(cat ods.csv)"
echo "ODS of Gnumeric, in LibreOffice:      $(cat gnumeric/book.csv)"
for file in xlsx.csv calc/book.csv; do
  [[ $(cat $file) == '"1,234.6 tys."' ]] || changed "$file says $(cat $file)"
done
for file in ods.csv gnumeric/book.csv; do
  [[ $(cat $file) == '"1,234,567.0 tys."' ]] || changed "$file says $(cat $file)"
done
