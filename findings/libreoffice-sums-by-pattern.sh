#!/usr/bin/env bash
# A sum by the name of a task is 0 because the name has brackets - but only in the ODS copy of the same book.
#
# Tool:      SheetJS (npm xlsx 0.18.5) writes one table as ODS and as XLSX; LibreOffice Calc 7.4.7 opens both.
# Behaviour: an ODS file may leave out its calculation settings, and SheetJS does (python3-odf 1.4.2 too).
#            LibreOffice then reads the criteria of SUMIF, COUNTIF and MATCH as regular expressions:
#            "Zadanie 1 (świetlica)" does not match itself (0 instead of 10), "Zadanie 2?" gets the money of
#            "Zadanie 2" (80 instead of 40), "Zad. 1.1" also takes "Zad. 111" (3 instead of 1). No error is shown.
# Matters:   names of tasks with brackets, dots and question marks are ordinary, and the total of the parts is
#            wrong in one format and right in the other.
# Careful:   a reader of ODS does not trust a stored SUMIF by a name but adds the rows itself; a writer of ODS
#            states use-regular-expressions="false", and formulas compare names with = (SUMPRODUCT) where it can.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
cd "$tmp"
changed() { echo "CHANGED: $*" >&2; exit 1; }
skipped() { echo "SKIPPED: $*" >&2; exit 77; }
debian() { apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$@"; }

npm install --no-audit --no-fund --ignore-scripts xlsx@0.18.5 >npm.log 2>&1 ||
  skipped "npm could not bring xlsx@0.18.5: $(tail -n 1 npm.log)"
command -v soffice >/dev/null || debian libreoffice-calc >apt.log 2>&1 ||
  skipped "apt-get could not bring libreoffice-calc"
version=$(dpkg-query -W -f='${Version}' libreoffice-calc)
echo "xlsx 0.18.5, libreoffice-calc $version"
case $version in *:7.4.7-*) ;; *) changed "LibreOffice is $version, seen with 7.4.7" ;; esac

cat >make.js <<'JS'
const XLSX = require('xlsx');
const rows = [['Zadanie 1 (świetlica)', 10], ['Zadanie 1', 20], ['Zadanie 2?', 40], ['Zadanie 2', 80],
              ['Zad. 1.1', 1], ['Zad. 111', 2]];
const sheet = XLSX.utils.aoa_to_sheet(rows), last = rows.length;
rows.forEach((_, i) => {  // column C adds column B of the rows that bear this row's name
  sheet['C' + (i + 1)] = { t: 'n', f: `SUMIF(A1:A${last},A${i + 1},B1:B${last})` };
});
sheet['!ref'] = 'A1:C' + last;
for (const ext of ['ods', 'xlsx']) {
  XLSX.writeFile({ SheetNames: ['Koszty'], Sheets: { Koszty: sheet } }, 'book.' + ext);
}
JS
node make.js
for ext in ods xlsx; do
  HOME=$tmp soffice -env:UserInstallation="file://$tmp/profile" --headless \
    --convert-to 'csv:Text - txt - csv (StarCalc):44,34,76' --outdir "$ext" "book.$ext" >/dev/null 2>&1
  echo "$ext:"
  cat "$ext/book.csv"
done
sums() { sed 's/.*,//' "$1/book.csv" | paste -sd' '; }
[[ $(sums xlsx) == "10 20 40 80 1 2" ]] || changed "the XLSX copy gives $(sums xlsx)"
[[ $(sums ods) == "0 20 80 80 3 2" ]] || changed "the ODS copy gives $(sums ods)"
