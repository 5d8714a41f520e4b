#!/usr/bin/env bash
# VLOOKUP of Łódź in a table sorted from A to Ż gives the rate of Zabrze when the workbook is recalculated at night.
#
# Tool:      LibreOffice Calc 7.4.7 makes the XLSX; Gnumeric 1.12.55 (ssconvert) recalculates it.
# Behaviour: a look-up without its last argument asks for a sorted table and searches it by halves. Gnumeric compares
#            texts by the locale of the account: under pl_PL it finds Łódź between Legnica and Mielec, under C, the
#            locale of scheduled jobs, every Ł, Ś and Ż comes after Z, so that Łódź and Śrem get the row of Zabrze.
#            COUNTIF(...;">Łódź") counts 2 towns instead of 6. LibreOffice finds the right rows. No error value.
# Matters:   rates, limits and plans by commune or partner are looked up so; a job that refreshes the workbook gives
#            some of them the figures of others, and the same command by hand shows the right ones.
# Careful:   a writer looks up exactly (VLOOKUP with 0 or FALSE) or writes the number; a reader takes stored results
#            and never recalculates by a locale.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
cd "$tmp"
changed() { echo "CHANGED: $*" >&2; exit 1; }
skipped() { echo "SKIPPED: $*" >&2; exit 77; }
debian() { apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$@"; }

dpkg-query -W libreoffice-calc gnumeric locales >/dev/null 2>&1 ||
  debian libreoffice-calc gnumeric locales >apt.log 2>&1 ||
  skipped "apt-get could not bring libreoffice-calc, gnumeric and locales"
calc=$(dpkg-query -W -f='${Version}' libreoffice-calc) gnumeric=$(dpkg-query -W -f='${Version}' gnumeric)
echo "libreoffice-calc $calc, gnumeric $gnumeric"
case "$calc $gnumeric" in *:7.4.7-*\ 1.12.55-*) ;; *) changed "other versions than 7.4.7 and 1.12.55" ;; esac
localedef -i pl_PL -f UTF-8 "$tmp/pl_PL.UTF-8"

text() { echo "<table:table-cell office:value-type=\"string\"><text:p>$1</text:p></table:table-cell>"; }
{
  cat <<'XML'
<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
  xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
  xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
  xmlns:of="urn:oasis:names:tc:opendocument:xmlns:of:1.2"
  office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.spreadsheet">
<office:body><office:spreadsheet><table:table table:name="Stawki">
XML
  row=0
  for town in Gdynia Kielce Legnica Łódź Mielec Radom Śrem Toruń Zabrze Żory; do
    echo "<table:table-row>$(text $town)"
    echo "<table:table-cell office:value-type=\"float\" office:value=\"$((++row * 10))\"/>"
    echo "<table:table-cell table:formula=\"of:=VLOOKUP([.A$row];[.A\$1:.B\$10];2)\"/>"
    echo "<table:table-cell table:formula=\"of:=COUNTIF([.A\$1:.A\$10];&quot;&gt;&quot;&amp;[.A$row])\"/>"
    echo '</table:table-row>'
  done
  echo '</table:table></office:spreadsheet></office:body></office:document>'
} >book.fods
for format in xlsx 'csv:Text - txt - csv (StarCalc):44,34,76'; do
  HOME=$tmp soffice -env:UserInstallation="file://$tmp/profile" --headless --convert-to "$format" book.fods \
    >/dev/null 2>&1
done
for locale in C pl_PL.UTF-8; do
  LOCPATH=$tmp LC_ALL=$locale ssconvert --recalc book.xlsx "$locale.csv" 2>/dev/null
done
found() { grep -E 'Łódź|Śrem|Toruń' "$1" | paste -sd' '; }
echo "town, its rate, the rate found, towns after it"
echo "LibreOffice:        $(found book.csv)"
echo "Gnumeric, pl_PL:    $(found pl_PL.UTF-8.csv)"
echo "Gnumeric, C:        $(found C.csv)"
right='Łódź,40,40,6 Śrem,70,70,3 Toruń,80,80,2' wrong='Łódź,40,90,2 Śrem,70,90,1 Toruń,80,80,4'
[[ $(found book.csv) == "$right" ]] || changed "LibreOffice"
[[ $(found pl_PL.UTF-8.csv) == "$right" ]] || changed "Gnumeric under pl_PL"
[[ $(found C.csv) == "$wrong" ]] || changed "Gnumeric under C"
