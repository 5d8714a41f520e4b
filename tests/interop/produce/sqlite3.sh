# sqlite3: .import makes columns of texts; eligible is computed by the engine, in floats.
set -euo pipefail
reference=$3 out=$2
mkdir -p "$out/csv" "$out/tabs"
echo 'delimiter: tab' >"$out/tabs/declare"
for log in participants support outcomes expenditures; do
  sqlite3 :memory: '.mode csv' ".import '$reference/$log.csv' log" '.headers on' 'select * from log' >"$out/csv/$log.csv"
  sqlite3 :memory: '.mode csv' ".import '$reference/$log.csv' log" '.headers on' '.mode tabs' 'select * from log' \
    >"$out/tabs/$log.csv"
done
computed='select doc_no, issuer_nip, issue_date, paid_date, task, description, gross, vat, gross - vat as eligible from log'
sqlite3 :memory: '.mode csv' ".import '$reference/expenditures.csv' log" '.headers on' "$computed" >"$out/csv/formula.csv"
