# csvkit: csvcut takes texts as they are, csvsort guesses types as it does by default, in2csv reads an XLSX of openpyxl.
set -euo pipefail
reference=$3 out=$2
mkdir -p "$out/csvcut" "$out/csvsort" "$out/csvsort -I"
for log in participants support outcomes expenditures; do
  csvcut -c 1- "$reference/$log.csv" >"$out/csvcut/$log.csv"
  csvsort -c 1 "$reference/$log.csv" >"$out/csvsort/$log.csv"
  csvsort -I -c 1 "$reference/$log.csv" >"$out/csvsort -I/$log.csv"
done
for log in participants support outcomes expenditures formula; do
  mkdir -p "$out/in2csv of openpyxl's XLSX"
  [ ! -e "$4/xlsx/$log.xlsx" ] || in2csv "$4/xlsx/$log.xlsx" >"$out/in2csv of openpyxl's XLSX/$log.csv" 2>/dev/null
done
