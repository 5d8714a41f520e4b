#!/usr/bin/env bash
# LibreOffice opens the examples' workbooks and computes every formula anew: each must give the
# value that euproj stored beside it, every check must agree, every name must stand for the figure of
# the JSON of the same run, and every link must lead to a cell of a sheet that is there.
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
# The workbook of all projects of one run.
"$euproj" report "$root"/examples/*/project.yaml --period 2022-05 --format xlsx --quiet -o fleet/ \
  >log 2>&1 && cp fleet/_fleet-2022-05.xlsx books/fleet.xlsx || fault "fleet: $(cat log)"

# A project with more people than a sheet of the workbook holds at a time.
mkdir -p long && cat >long/project.yaml <<'YAML'
euproj: 1
project: {id: dlugi, title: "Długi", period: {start: 2022-01-01, end: 2022-12-31}}
financing: {total: 100.00, sources: [{id: eu, kind: eu, remainder: true}]}
indicators:
  - {id: P1, name: Osoby, kind: output, unit: osoby, target: 2600, count: persons}
data: {participants: osoby.csv}
YAML
awk 'BEGIN {
  print "person_id,sex,birth_date,entry_date"
  for (i = 1; i <= 2500; i++) printf "U-%d,%s,1990-05-01,2022-0%d-10\n", i, i % 2 ? "K" : "M", i % 9 + 1
}' >long/osoby.csv
report long long/project.yaml --as-of 2022-12-31 2>err || fault "long: $(cat err)"

# A copy with wrong stored totals shows that LibreOffice computes and does not just read.
mkdir spoilt && (cd spoilt && unzip -q ../books/claim.xlsx &&
  sed -i 's|\(<f>SUM([^<]*</f>\)<v>[^<]*</v>|\1<v>1</v>|' xl/worksheets/sheet3.xml &&
  cmake -E tar cf ../books/spoilt.xlsx --format=zip -- *) || fault "no copy could be made"

# In another a source has used an amount that begins with one more digit: the checks must see it, and the first sheet say it.
mkdir changed && (cd changed && unzip -q ../books/jastrzebie.xlsx &&
  sed -i 's|\(<c r="F6"[^>]*><v>\)|\11|' xl/worksheets/sheet3.xml &&
  cmake -E tar cf ../books/changed.xlsx --format=zip -- *) || fault "no copy could be changed"

to_text() { # MODE FOLDER; 0 always recalculates, 1 never
  mkdir -p "profile$1/user" "$2"
  cat >"profile$1/user/registrymodifications.xcu" <<XCU
<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>$1</value></prop></item>
</oor:items>
XCU
  # Tabs, UTF-8, values rather than what is shown, every sheet into a file of its own.
  timeout 900 "$soffice" "-env:UserInstallation=file://$work/profile$1" --headless --convert-to \
    'csv:Text - txt - csv (StarCalc):9,34,76,1,,0,false,true,false,false,false,-1' \
    --outdir "$2" books/*.xlsx >"log$1" 2>&1 || fault "soffice: $(tail -3 "log$1")"
}
to_text 1 stored

# One change a kind of check, each in a copy of its own: its check must see it.
report kinds "$root/examples/opole-centrum/project.yaml" --period 2026-09 2>err || fault "kinds: $(cat err)"
kinds=()
change() { # KIND SHEET SED: in the sheet of that name
  kinds+=("$1")
  rm -rf one && mkdir one && (
    cd one && unzip -q ../books/kinds.xlsx &&
      number=$(grep -o '<sheet name="[^"]*"' xl/workbook.xml | cut -d '"' -f 2 | grep -nxF "$2" | cut -d : -f 1) &&
      cp "xl/worksheets/sheet$number.xml" ../before.xml && sed -i "$3" "xl/worksheets/sheet$number.xml" &&
      ! cmp -s ../before.xml "xl/worksheets/sheet$number.xml" &&
      cmake -E tar cf "../books/kind_$1.xlsx" --format=zip -- *
  ) || fault "$1: no copy could be changed"
}
number() { echo "s|\\(<c r=\"$1\"[^>]*><v>\\)|\\19|"; } # of a cell without a formula: it begins with one more digit
change value Wskaźniki "$(number K7)"
change women Wskaźniki "$(number L7)"
change period Wskaźniki "$(number H7)"
change evidence_gone 'Dowody – osoby' 's|<c r="A12"[^>]*><v>[^<]*</v></c>||'
change evidence_sex 'Dowody – osoby' 's|\(<c r="B12"[^>]*><v>\)[^<]*|\11|'
change evidence_since 'Dowody – osoby' "$(number C12)"
change source 'Źródła finansowania' "$(number F6)"
change flat_rate Wydatki "$(number D12)"
change direct Wydatki "$(number D11)"
change task Wydatki "$(number E17)"
change category 'Wydatki (2)' "$(number D6)"
change partner 'Wydatki (2)' "$(number E12)"
change participants Uczestnicy "$(number B8)"
change sex Uczestnicy "$(number B9)"
change age Uczestnicy "$(number E17)"

to_text 0 recalculated

for book in books/*.xlsx; do
  name=$(basename "$book" .xlsx)
  sheets=$(unzip -p "$book" xl/workbook.xml | grep -o '<sheet ' | wc -l)
  # Sheets begin with a capital letter; a book may have a longer name that begins like this one.
  found=$(find recalculated -name "$name-*.csv" ! -name "$name-[[:lower:]]*.csv" | wc -l)
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
for sheet in Kontrola "Na jednej stronie"; do
  grep -q '✗ nie wszystkie' "recalculated/changed-$sheet.csv" || fault "$sheet: says that all agrees"
done
rm -f books/{spoilt,changed}.xlsx {stored,recalculated}/{spoilt,changed}-*
for kind in "${kinds[@]}"; do
  grep -q '✗' "recalculated/kind_$kind-Kontrola.csv" || fault "$kind: no check sees the change"
done
grep -q "✗" recalculated/kinds-Kontrola.csv && fault "kinds: red without a change"
rm -f books/{kind_*,kinds}.* recalculated/{kind_*,kinds}-*

diff -r stored recalculated || fault "recalculated values differ"
people=$(grep -c '^U-[0-9]*' "recalculated/long-Dowody – osoby.csv")
[ "$people" -eq 2500 ] || fault "long: the evidence shows $people of 2500 people"

# NAME VALUE of each name for scripts, read where LibreOffice shows the cell that it names.
of_names() { # BOOK
  unzip -p "books/$1.xlsx" xl/workbook.xml | grep -o '<definedName name="[^"]*">[^<]*<' |
    sed -n "s|<definedName name=\"\([a-z][^\"]*\)\">'\(.*\)'!\\$\([A-Z]*\)\\$\([0-9]*\)<|\1\t\2\t\3\t\4|p" |
    awk -F '\t' -v OFMT=%.15g -v book="recalculated/$1" '{
        column = 0
        for (i = 1; i <= length($3); i++)
          column = column * 26 + index("ABCDEFGHIJKLMNOPQRSTUVWXYZ", substr($3, i, 1))
        file = book "-" $2 ".csv"
        for (row = 0; row < $4; row++) if ((getline line <file) <= 0) line = "no such row"
        close(file)
        split(line, cells, "\t")
        if (cells[column] ~ /^-?[0-9]/) print $1, cells[column] + 0
        else print $1, "-"
      }' | sort
}
# The same of the JSON, which has a key a line, for names that stand there as they are.
of_json() { # BOOK
  awk -v OFMT=%.15g '
    { match($0, /^ */); depth = RLENGTH / 2; split($0, quoted, "\"") }
    /: [{\[]$/ { key[depth] = quoted[2]; next }
    quoted[2] == "" || quoted[2] == "name" || /: \[\],?$/ { next }
    quoted[2] == "id" { id = quoted[4]; gsub(/[^A-Za-z0-9]/, "_", id); next }
    {
      value = quoted[4]
      if (value == "") { value = quoted[3]; gsub(/^: |,$/, "", value) }
      value = value == "null" ? "-" : value + 0
      of = quoted[2]; name = ""
      if (key[1] == "financing" && key[2] == "sources" && of != "kind")
        name = "source_" id "_" of
      if (key[1] == "expenditure" && key[2] ~ /^(direct|indirect)$/ && of ~ /^(period|cumulative)$/ && depth == 3)
        name = "expenditure_" key[2] "_" of
      if (key[1] == "expenditure" && key[2] == "eligible" && depth == 3)
        name = "expenditure_total_" of
      if (key[1] == "expenditure" && key[2] == "tasks") name = "task_" id "_" of
      if (key[1] == "expenditure" && key[2] == "categories") name = "category_" id "_" of
      if (key[1] == "expenditure" && key[2] == "claims" && of == "eligible" && depth == 4)
        name = "claim_" id "_" of
      if (key[1] == "indicators" && depth == 4 && key[3] !~ /^(in_log|criterion)$/) {
        name = "indicator_" id "_" key[3]; sub(/_percent$/, "", name)
        if (of != "total") name = name "_" of
      }
      if (key[1] == "participants" && depth == 2)
        name = "persons_" of (of ~ /^(active|exited)$/ ? "" : "_cumulative")
      if (name != "") print name, value
    }' "books/$1.json" | sort
}
figures=0
for book in books/*.json; do
  name=$(basename "$book" .json)
  of_names "$name" >of_names
  of_json "$name" >of_json
  # Only names of a total over sources or age bands stand nowhere in the JSON. Targets of women and
  # men have no column where no indicator has one.
  grep -vE '^(financing_|persons_(total|women|men)_period )|_(target|achieved)_(women|men) -$' of_names >of_both
  grep -vE '_(target|achieved)_(women|men) -$' of_json >of_json_shown
  diff of_both of_json_shown || fault "$name: the names and the JSON differ"
  figures=$((figures + $(wc -l <of_both)))
done
[ "$figures" -gt 500 ] || fault "only $figures names compared with the JSON"

links=0
for book in books/*.xlsx; do
  unzip -p "$book" xl/workbook.xml | grep -o '<sheet name="[^"]*"' | cut -d '"' -f 2 >sheets
  unzip -p "$book" 'xl/worksheets/*.xml' | grep -o '<hyperlink [^>]*>' >found
  links=$((links + $(wc -l <found)))
  sed -n "s|.* location=\"'\(.*\)'![A-Z]*[1-9][0-9]*\".*|\1|p" found >targets
  [ "$(wc -l <targets)" = "$(wc -l <found)" ] || fault "$book: a link is no cell of a sheet"
  grep -vxFf sheets targets && fault "$book: links lead to sheets that are not there"
  evidence=$(grep -cE '^(Dowody|Evidence) – ' sheets)
  led_to=$(sort -u targets | grep -cE '^(Dowody|Evidence) – ')
  [ "$evidence" = "$led_to" ] || fault "$book: $evidence sheets of evidence, links to $led_to"
done
[ "$links" -gt 200 ] || fault "only $links links"

# Its totals are those of its rows: six columns have one.
totals=$(unzip -p books/fleet.xlsx xl/worksheets/sheet1.xml | grep -o '<f>SUM(' | wc -l)
[ "$totals" -eq 6 ] || fault "fleet: $totals totals are computed, not 6"
unzip -p books/fleet.xlsx xl/worksheets/sheet1.xml | grep '<oddHeader>&amp;L&amp;10 [0-9]* ' >/dev/null ||
  fault "fleet: the page header is not of size 10"

formulas=0
for book in books/*.xlsx; do
  count=$(unzip -p "$book" 'xl/worksheets/*.xml' | grep -o '<f>' | wc -l)
  formulas=$((formulas + count))
done
[ "$formulas" -gt 500 ] || fault "only $formulas formulas"
checks=$(cat recalculated/*-{Kontrola,Checks}.csv | grep -cE '✓ (zgadza się|agrees)')
[ "$checks" -gt 50 ] || fault "only $checks checks agree"
cat recalculated/*-{Kontrola,Checks}.csv | grep -E '✗|#|Err:' && fault "a check does not agree"
echo "$formulas formulas recalculated, $checks checks agree, $figures names as in the JSON," \
  "$links links, $faults faults"
[ "$faults" -eq 0 ]
