#!/usr/bin/env bash
# LibreOffice prints the workbooks of examples, and measure_pages looks at every page: no text of a
# cell is cut or lies on another, no letters are smaller than 8 points, and no page is nearly empty
# unless it is the last of its sheet.
#
# usage: pages.sh EUPROJ ROOT WORK [all]. `all`: every example in both languages, and a payment claim
# of each that has one; else four workbooks that have all there is.
set -uo pipefail
euproj=$1 root=$2 work=$3 which=${4:-few}
here=$(cd "$(dirname "$0")" && pwd)
faults=0
fault() { echo "FAULT: $*"; faults=$((faults + 1)); }

soffice=$(command -v soffice) || {
  echo "skipped: LibreOffice is not installed (./dev test installs it)"
  exit 77
}
command -v python3 >/dev/null || {
  echo "skipped: python3 is not installed (./dev test installs it)"
  exit 77
}
rm -rf "$work" && mkdir -p "$work/books" && cd "$work" || exit 1

report() { # NAME EXAMPLE ARGUMENT...
  "$euproj" report "$root/examples/$2/project.yaml" "${@:3}" --format xlsx --quiet -o "books/$1.xlsx" 2>err ||
    fault "$1: $(cat err)"
}
if [ "$which" = all ]; then
  for project in "$root"/examples/*/project.yaml; do
    name=$(basename "$(dirname "$project")")
    for lang in pl en; do
      # Some examples begin after this day.
      "$euproj" report "$project" --as-of 2022-12-31 --lang $lang --format xlsx --quiet \
        -o "books/$name-$lang.xlsx" 2>err || report "$name-$lang" "$name" --lang $lang
    done
    claim=$(sed -n '/^claims:/,/^[a-z]/s/.*{id: "\?\([^",}]*\)"\?[,}].*/\1/p' "$project" | head -1)
    [ -z "$claim" ] || report "$name-claim" "$name" --claim "$claim"
  done
  "$euproj" report "$root"/examples/*/project.yaml --period 2022-05 --format xlsx --quiet -o fleet/ \
    >log 2>&1 && cp fleet/_fleet-2022-05.xlsx books/fleet.xlsx || fault "fleet: $(cat log)"
else
  report centrum opole-centrum --period 2026-09
  report english jastrzebie --as-of 2022-12-31 --lang en
  report lump kwoty-i-stawki --as-of 2026-12-31
  report claim bytom --claim 8
fi

# Copies that are wrong show that the measure sees it: a column too narrow, one that makes letters small,
# a chart that lies on a table, a page that ends after the title.
first=$(find books -name '*.xlsx' | sort | head -1)
spoil() { # NAME PART SED
  mkdir "$1" && (cd "$1" && unzip -q "../$first" && cp "xl/$2" ../before.xml &&
    sed -i "$3" "xl/$2" && ! cmp -s ../before.xml "xl/$2" &&
    cmake -E tar cf "../books/wrong_$1.xlsx" --format=zip -- *) || fault "$1: no copy could be changed"
}
spoil narrow worksheets/sheet2.xml 's|<col min="2" max="2" width="[0-9.]*"|<col min="2" max="2" width="3"|'
spoil small worksheets/sheet2.xml 's|<col min="1" max="1" width="[0-9.]*"|<col min="1" max="1" width="240"|'
spoil chart drawings/drawing1.xml 's|<xdr:from>\(<xdr:col>[0-9]*</xdr:col><xdr:colOff>[0-9]*</xdr:colOff>\)<xdr:row>[0-9]*<|<xdr:from>\1<xdr:row>1<|g'
spoil break worksheets/sheet2.xml 's|fitToPage="1"|fitToPage="0"|; s|</headerFooter>|&<rowBreaks count="1" manualBreakCount="1"><brk id="3" max="16383" man="1"/></rowBreaks>|'

timeout 900 "$soffice" "-env:UserInstallation=file://$work/profile" --headless --convert-to pdf \
  --outdir pdf books/*.xlsx >log 2>&1 || fault "soffice: $(tail -3 log)"
[ "$(find books -name '*.xlsx' | wc -l)" = "$(find pdf -name '*.pdf' 2>/dev/null | wc -l)" ] ||
  fault "not every workbook was printed"
for kind in cut:narrow small:small overlap:chart empty:break; do
  "$here/measure_pages" "pdf/wrong_${kind#*:}.pdf" >seen
  grep -q "^${kind%:*}:" seen ||
    fault "${kind#*:}: the measure does not see it"
done
rm -f pdf/wrong_*.pdf
"$here/measure_pages" pdf/*.pdf || fault "see above"
[ "$faults" -eq 0 ]
