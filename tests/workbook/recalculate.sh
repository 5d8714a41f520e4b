#!/usr/bin/env bash
# LibreOffice opens the examples' workbooks and computes every formula anew: each must give the
# value that euproj stored beside it, every check must be TRUE, and money of sources and values of
# indicators must be those of the JSON of the same run.
#
# usage: recalculate.sh EUPROJ ROOT WORK. Each workbook becomes text, a file a sheet, twice: with its
# stored values, and recalculated. Compared are whole values (15 digits), not rounded ones.
set -uo pipefail
euproj=$1 root=$2 work=$3
faults=0
fault() { echo "FAULT: $*"; faults=$((faults + 1)); }

soffice=$(command -v soffice) || {
  echo "skipped: LibreOffice is not installed (./dev test installs it)"
  exit 77
}
rm -rf "$work" && mkdir -p "$work/books" && cd "$work" || exit 1

report() { # NAME ARGUMENT...
  "$euproj" report "${@:2}" --format xlsx --quiet -o "books/$1.xlsx" &&
    "$euproj" report "${@:2}" --format json --quiet -o "books/$1.json"
}
for project in "$root"/examples/*/project.yaml; do
  name=$(basename "$(dirname "$project")")
  # Some examples begin after this day.
  report "$name" "$project" --as-of 2022-12-31 2>err || report "$name" "$project" 2>err ||
    fault "$name: $(cat err)"
done
report english "$root/examples/jastrzebie/project.yaml" --as-of 2022-12-31 --lang en 2>err ||
  fault "english: $(cat err)"
report claim "$root/examples/bytom/project.yaml" --claim 8 2>err || fault "claim: $(cat err)"

# A copy with wrong stored totals shows that LibreOffice computes and does not just read.
mkdir spoilt && (cd spoilt && unzip -q ../books/claim.xlsx &&
  sed -i 's|\(<f>SUM([^<]*</f>\)<v>[^<]*</v>|\1<v>1</v>|' xl/worksheets/sheet2.xml &&
  cmake -E tar cf ../books/spoilt.xlsx --format=zip -- *) || fault "no copy could be made"

to_text() { # MODE FOLDER; 0 always recalculates, 1 never
  mkdir -p "profile$1/user" "$2"
  cat >"profile$1/user/registrymodifications.xcu" <<XCU
<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>$1</value></prop></item>
</oor:items>
XCU
  # Tabs, UTF-8, values rather than what is shown, every sheet into a file of its own.
  timeout 60 "$soffice" "-env:UserInstallation=file://$work/profile$1" --headless --convert-to \
    'csv:Text - txt - csv (StarCalc):9,34,76,1,,0,false,true,false,false,false,-1' \
    --outdir "$2" books/*.xlsx >"log$1" 2>&1 || fault "soffice: $(tail -3 "log$1")"
}
to_text 1 stored
to_text 0 recalculated

for book in books/*.xlsx; do
  name=$(basename "$book" .xlsx)
  sheets=$(unzip -p "$book" xl/workbook.xml | grep -o '<sheet ' | wc -l)
  found=$(find recalculated -name "$name-*.csv" | wc -l)
  [ "$sheets" = "$found" ] || fault "$name: $sheets sheets, LibreOffice shows $found"
done

# The spoilt copy: wrong as stored, and as its original once recalculated.
differing=0
for sheet in stored/claim-*.csv; do
  cmp -s "$sheet" "${sheet/claim-/spoilt-}" || differing=$((differing + 1))
done
[ "$differing" -eq 1 ] || fault "the copy differs as stored in $differing sheets, not in 1"
for sheet in recalculated/claim-*.csv; do
  cmp -s "$sheet" "${sheet/claim-/spoilt-}" || fault "LibreOffice did not recalculate: $sheet"
done
rm -f books/spoilt.xlsx stored/spoilt-* recalculated/spoilt-*

diff -r stored recalculated || fault "recalculated values differ"

# Of the sheet, and of the JSON: id, cumulative, then remaining and used, or achieved.
of_sheets() { # NAME
  cat recalculated/"$1"-{Źródła\ finansowania,Sources\ of\ financing}.csv 2>/dev/null |
    awk -F '\t' -v OFMT=%.15g '$NF ~ /%$/ && $1 !~ /^(Razem|Total)$/ {
      print $1, $(NF - 2) + 0, $(NF - 1) + 0, $NF + 0
    }'
  cat recalculated/"$1"-{Wskaźniki,Indicators}.csv 2>/dev/null |
    awk -F '\t' -v OFMT=%.15g 'NF > 13 && $1 != "" && $11 ~ /^[0-9]/ { print $1, $11 + 0, $14 + 0 }'
}
of_json() { # NAME; relies on its being written a key a line
  awk -F '"' -v OFMT=%.15g '
    /^  "/ { section = $2; group = ""; id = "" }
    /: [{\[]$/ { group = $2 }
    $2 == "id" { id = $4 }
    section == "financing" && id != "" { value[$2] = $4 + 0 }
    section == "financing" && $2 == "used_percent" {
      print id, value["cumulative"], value["remaining"], value[$2]
    }
    section == "indicators" && $2 == "total" {
      number = $4; if (number == "") { number = $3; sub(/^: */, "", number) }
      value[group] = number + 0
      if (group == "achieved_percent") print id, value["cumulative"], value[group]
    }' "books/$1.json"
}
figures=0
for book in books/*.json; do
  name=$(basename "$book" .json)
  of_sheets "$name" >of_sheets
  of_json "$name" >of_json
  diff of_sheets of_json || fault "$name: the sheets and the JSON differ"
  figures=$((figures + $(wc -w <of_sheets) - $(wc -l <of_sheets)))
done
[ "$figures" -gt 100 ] || fault "only $figures figures compared with the JSON"

formulas=0
for book in books/*.xlsx; do
  count=$(unzip -p "$book" 'xl/worksheets/*.xml' | grep -o '<f>' | wc -l)
  formulas=$((formulas + count))
done
[ "$formulas" -gt 500 ] || fault "only $formulas formulas"
checks=$(cat recalculated/*-{Kontrola,Checks}.csv | grep -c 'TRUE')
[ "$checks" -gt 50 ] || fault "only $checks checks are TRUE"
cat recalculated/*-{Kontrola,Checks}.csv | grep -E 'FALSE|#|Err:' && fault "a check is not TRUE"
echo "$formulas formulas recalculated, $checks checks TRUE, $figures figures as in the JSON," \
  "$faults faults"
[ "$faults" -eq 0 ]
