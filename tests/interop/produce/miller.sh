# Miller: CSV through sort and put, as CSV and TSV; its arithmetic gives eligible.
set -euo pipefail
reference=$3 out=$2
mkdir -p "$out/csv" "$out/tsv"
echo 'delimiter: tab' >"$out/tsv/declare"
for log in participants support outcomes expenditures; do
  mlr --icsv --ocsv cat "$reference/$log.csv" >"$out/csv/$log.csv"
  mlr --icsv --otsv cat "$reference/$log.csv" >"$out/tsv/$log.csv"
done
for kind in csv tsv; do
  mlr --icsv "--o$kind" put '$eligible = $gross - $vat' "$reference/expenditures.csv" >"$out/$kind/formula.csv"
done
