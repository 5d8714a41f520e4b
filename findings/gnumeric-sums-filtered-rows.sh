#!/usr/bin/env bash
# The total under a filtered list counts the rows that the filter hides, or becomes #NUM!.
#
# Tool:      LibreOffice Calc 7.4.7 computes a filtered list and saves it; Gnumeric 1.12.55 recalculates it.
# Behaviour: the list shows task A only. SUBTOTAL(9;...) leaves out what a filter hides, SUBTOTAL(109;...) also what
#            was hidden by hand: LibreOffice gives 94.5 twice. Gnumeric gives 220.5, the sum of all rows, for 9,
#            and #NUM! for 109, from the XLSX as from the ODS; the rows stay hidden, so nobody sees what was added.
# Matters:   "Suma" under a filtered list is how an accountant reads one task or one month. The number depends on
#            the program that saved the file last, with the same rows on the screen.
# Careful:   a reader takes no SUBTOTAL as a figure: it reads hidden rows too and says how many there were; a
#            writer puts SUM or written numbers into totals that must not depend on a filter.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
cd "$tmp"
changed() { echo "CHANGED: $*" >&2; exit 1; }
skipped() { echo "SKIPPED: $*" >&2; exit 77; }
debian() { apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$@"; }

{ command -v soffice && command -v ssconvert; } >/dev/null ||
  debian libreoffice-calc gnumeric >apt.log 2>&1 ||
  skipped "apt-get could not bring libreoffice-calc and gnumeric"
calc=$(dpkg-query -W -f='${Version}' libreoffice-calc) gnumeric=$(dpkg-query -W -f='${Version}' gnumeric)
echo "libreoffice-calc $calc, gnumeric $gnumeric"
case "$calc $gnumeric" in *:7.4.7-*\ 1.12.55-*) ;; *) changed "other versions than 7.4.7 and 1.12.55" ;; esac

row() {  # attributes of the row, task, amount
  echo "<table:table-row $1><table:table-cell office:value-type=\"string\"><text:p>$2</text:p></table:table-cell>"
  echo "<table:table-cell office:value-type=\"float\" office:value=\"$3\"/></table:table-row>"
}
total() {  # the function and what stands before its range
  echo "<table:table-row><table:table-cell/><table:table-cell table:formula=\"of:=$1[.B2:.B7])\"/></table:table-row>"
}
{
  cat <<'XML'
<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
  xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
  xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
  xmlns:of="urn:oasis:names:tc:opendocument:xmlns:of:1.2"
  office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.spreadsheet">
<office:body><office:spreadsheet><table:table table:name="Koszty">
<table:table-row><table:table-cell office:value-type="string"><text:p>zadanie</text:p></table:table-cell>
<table:table-cell office:value-type="string"><text:p>kwota</text:p></table:table-cell></table:table-row>
XML
  for amount in 10.5 31.5 52.5; do
    row '' A "$amount"
    row 'table:visibility="filter"' B "$(awk "BEGIN { print $amount + 10.5 }")"
  done
  total 'SUBTOTAL(9;'
  total 'SUBTOTAL(109;'
  total 'SUM('
  cat <<'XML'
</table:table><table:database-ranges>
<table:database-range table:name="lista" table:target-range-address="Koszty.A1:Koszty.B7"
  table:display-filter-buttons="true"><table:filter>
<table:filter-condition table:field-number="0" table:value="A" table:operator="="/>
</table:filter></table:database-range>
</table:database-ranges></office:spreadsheet></office:body></office:document>
XML
} >book.fods
for ext in ods xlsx csv; do
  HOME=$tmp soffice -env:UserInstallation="file://$tmp/profile" --headless --convert-to "$ext" book.fods >/dev/null 2>&1
done
totals() { tail -n 3 "$1" | sed 's/.*,//' | paste -sd' '; }
for ext in ods xlsx; do ssconvert --recalc "book.$ext" "$ext.csv" 2>/dev/null; done
echo "SUBTOTAL(9), SUBTOTAL(109), SUM"
echo "LibreOffice:         $(totals book.csv)"
echo "Gnumeric, the ODS:   $(totals ods.csv)"
echo "Gnumeric, the XLSX:  $(totals xlsx.csv)"
[[ $(totals book.csv) == "94.5 94.5 220.5" ]] || changed "LibreOffice"
[[ $(totals ods.csv) == "220.5 #NUM! 220.5" ]] || changed "Gnumeric with the ODS"
[[ $(totals xlsx.csv) == "220.5 #NUM! 220.5" ]] || changed "Gnumeric with the XLSX"
