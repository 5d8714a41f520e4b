# text-tools.sh TOOL KIND FILE WORK: programs whose own output is read as CSV, or JSON as it comes.
set -euo pipefail
tool=$1 kind=$2 file=$3 work=$4 here=$(dirname "$0")
cells() { python3 "$here/csv-cells.py" "$@"; }
case $tool-$kind in
  xlsx2csv-xlsx)
    xlsx2csv -a --exclude_hidden_sheets "$file" "$work/sheets" >/dev/null 2>&1 || xlsx2csv -a "$file" "$work/sheets"
    for each in "$work/sheets"/*.csv; do cells "$(basename "$each" .csv)=$each"; done ;;
  miller-csv) mlr --icsv --ocsv cat "$file" >"$work/out.csv" && cells "csv=$work/out.csv" ;;
  miller-json) mlr --json cat "$file" | sed '1{/^\[$/d};${/^\]$/d}' ;;
  jq-json) jq . "$file" ;;
  csvkit-csv) csvjson "$file" | python3 -c '
import csv, json, sys
rows = json.load(sys.stdin)
out = csv.writer(open(sys.argv[1], "w", newline=""))
out.writerow(rows[0])
out.writerows(["" if value is None else value for value in row.values()] for row in rows)' "$work/out.csv"
    cells "csv=$work/out.csv" ;;
  sqlite3-csv) sqlite3 :memory: '.mode csv' ".import '$file' t" '.headers on' 'select * from t' >"$work/out.csv"
    cells "csv=$work/out.csv" ;;
  ssconvert-csv) ssconvert "$file" "$work/out.xlsx" >/dev/null 2>&1; echo "file $work/out.xlsx" ;;
  ssconvert-xlsx) ssconvert --recalc "$file" "$work/out.xlsx" >/dev/null 2>&1; echo "file $work/out.xlsx" ;;
  libreoffice-xlsx | libreoffice-csv | libreoffice-pl-csv)
    filter=()
    [ "$tool-$kind" != libreoffice-csv ] || filter=(--infilter=CSV:44,34,76,1,,1033,false,true)
    [ "$tool-$kind" != libreoffice-pl-csv ] || filter=(--infilter=CSV:44,34,76,1,,1045,false,true)
    mkdir -p "$work/out"
    HOME=$work soffice "-env:UserInstallation=file://$work/../profile" --headless "${filter[@]}" --convert-to xlsx \
      --outdir "$work/out" "$file" >/dev/null 2>&1
    echo "file $(ls "$work"/out/*.xlsx)" ;;
esac
