#!/usr/bin/env bash
# A rate of VAT kept under the name VAT23 becomes the empty cell VAT23 when the book is saved as XLSX.
#
# Tool:      LibreOffice Calc 7.4.7 saves an ODF book as XLSX; Gnumeric 1.12.55 recalculates it.
# Behaviour: in ODF a cell is written [.A1], so the bare word VAT23 can only be a name: 0.23, times 100 is 23.
#            LibreOffice copies the formula to XLSX as VAT23*100, where that is column VAT, row 23 (columns end
#            at XFD), and writes the name beside it. Gnumeric computes 0. LibreOffice opens its own file with 23,
#            and Gnumeric computes 23 from the ODS. No one warns.
# Matters:   such names were free while sheets ended at column AMJ; three letters and a year or a rate (VAT23,
#            RAZ2026, WKL1) are what people choose. The VAT is 0, the total lower, in one program only.
# Careful:   a writer of XLSX refuses or renames names of one to three letters and digits (a "_" is enough), and
#            a reader says so when a defined name has the form of an address.
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

# One row: the rate, a formula with the name VAT23, the same with the name STAWKA_23. Both name the rate.
cat >book.fods <<'XML'
<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
  xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
  xmlns:of="urn:oasis:names:tc:opendocument:xmlns:of:1.2"
  office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.spreadsheet">
 <office:body><office:spreadsheet>
  <table:table table:name="S"><table:table-row>
   <table:table-cell office:value-type="float" office:value="0.23"/>
   <table:table-cell table:formula="of:=VAT23*100"/>
   <table:table-cell table:formula="of:=STAWKA_23*100"/>
  </table:table-row></table:table>
  <table:named-expressions>
   <table:named-range table:name="VAT23" table:base-cell-address="$S.$A$1" table:cell-range-address="$S.$A$1"/>
   <table:named-range table:name="STAWKA_23" table:base-cell-address="$S.$A$1" table:cell-range-address="$S.$A$1"/>
  </table:named-expressions>
 </office:spreadsheet></office:body>
</office:document>
XML
calc() {
  HOME=$tmp soffice -env:UserInstallation="file://$tmp/profile" --headless --convert-to "$1" --outdir "$2" "$3" \
    >/dev/null 2>&1
}
calc ods . book.fods
calc xlsx . book.fods
calc csv calc book.xlsx
ssconvert --recalc book.ods ods.csv 2>/dev/null
ssconvert --recalc book.xlsx xlsx.csv 2>/dev/null
echo "rate, VAT23*100, STAWKA_23*100"
echo "ODS in Gnumeric:      $(cat ods.csv)"
echo "XLSX in LibreOffice:  $(cat calc/book.csv)"
echo "XLSX in Gnumeric:     $(cat xlsx.csv)"
[[ $(cat ods.csv) == 0.23,23,23 ]] || changed "Gnumeric computes the ODS otherwise"
[[ $(cat calc/book.csv) == 0.23,23,23 ]] || changed "LibreOffice reads its XLSX otherwise"
[[ $(cat xlsx.csv) == 0.23,0,23 ]] || changed "Gnumeric computes the XLSX otherwise"
