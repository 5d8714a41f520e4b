# LibreOffice Calc in the languages en-US and pl-PL: typed cells saved as XLSX, ODS and CSV, and the same logs as somebody
# types them, which is what an import of CSV does: digits become numbers, days become days.
set -euo pipefail
here=$(dirname "$0") logs=$1 out=$2 reference=$3
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 "$here/fods.py" "$logs" "$work"
python3 - "$reference" "$work" <<'PY'
import csv, re, sys  # as a Pole types: 5.03.2026; 12,5
for log in ("participants", "support", "outcomes", "expenditures"):
    rows = list(csv.reader(open(f"{sys.argv[1]}/{log}.csv", encoding="utf-8", newline="")))
    numbers = [i for i, name in enumerate(rows[0]) if name in ("hours", "gross", "vat", "eligible")]
    for at, row in enumerate(rows[1:], 2):
        for i, cell in enumerate(row):
            if i in numbers: row[i] = cell.replace(".", ",")
            row[i] = re.sub(r"^(\d{4})-(\d\d)-(\d\d)$", r"\3.\2.\1", row[i])
    with open(f"{sys.argv[2]}/{log}.csv", "w", encoding="utf-8", newline="") as out:
        csv.writer(out, delimiter=";").writerows(rows)
    if log == "expenditures":
        for at, row in enumerate(rows[1:], 2): row[-1] = f"=G{at}-H{at}"
        with open(f"{sys.argv[2]}/formula.csv", "w", encoding="utf-8", newline="") as out:
            csv.writer(out, delimiter=";").writerows(rows)
PY
for language in en-US pl-PL; do
  profile=$work/profile-$language
  mkdir -p "$profile/user"
  cat >"$profile/user/registrymodifications.xcu" <<XCU
<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
<item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale"><value>$language</value></prop></item>
</oor:items>
XCU
  office() { HOME=$work soffice "-env:UserInstallation=file://$profile" --headless "$@" >/dev/null 2>&1; }
  for kind in xlsx ods csv; do
    folder="$out/$language, typed cells, $kind"
    mkdir -p "$folder"
    filter=$kind
    [ "$kind" != csv ] || filter='csv:Text - txt - csv (StarCalc):44,34,76'
    office --convert-to "$filter" --outdir "$folder" "$work"/*.fods
    [ "$kind" != csv ] || echo 'date: dd.mm.yyyy' >"$folder/declare"
  done
done
for kind in xlsx ods csv; do  # typed by hand in Polish
  folder="$out/pl-PL, typed by hand, $kind"
  mkdir -p "$folder"
  filter=$kind
  [ "$kind" != csv ] || filter='csv:Text - txt - csv (StarCalc):59,34,76'
  office --infilter='CSV:59,34,76,1,,1045,false,true' --convert-to "$filter" --outdir "$folder" "$work"/*.csv
  [ "$kind" != csv ] || echo 'date: dd.mm.yyyy' >"$folder/declare"
done
