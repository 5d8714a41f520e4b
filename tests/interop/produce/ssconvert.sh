# Gnumeric's ssconvert under the locales C and pl_PL: a CSV becomes XLSX and ODS, an XLSX of XlsxWriter CSV and ODS.
set -euo pipefail
out=$2 reference=$3 made=$4
convert() { LC_ALL=$1 ssconvert "$2" "$3" >/dev/null 2>&1; }
[ -d /usr/lib/locale/pl_PL.utf8 ] || localedef -i pl_PL -f UTF-8 pl_PL.UTF-8 2>/dev/null || true
for locale in C.UTF-8 pl_PL.UTF-8; do
  for kind in xlsx ods; do
    mkdir -p "$out/$locale, CSV to $kind"
    for log in participants support outcomes expenditures; do
      convert "$locale" "$reference/$log.csv" "$out/$locale, CSV to $kind/$log.$kind"
    done
  done
  for kind in csv ods xlsx; do
    [ -d "$made/xlsx" ] || continue
    mkdir -p "$out/$locale, XLSX to $kind"
    for log in participants support outcomes expenditures formula; do
      LC_ALL=$locale ssconvert --recalc "$made/xlsx/$log.xlsx" "$out/$locale, XLSX to $kind/$log.$kind" >/dev/null 2>&1
    done
    [ "$kind" != csv ] || echo 'date: dd.mm.yyyy' >"$out/$locale, XLSX to csv/declare"
  done
done
