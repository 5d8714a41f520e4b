#!/usr/bin/env bash
# A cell that lets one choose task "1.10", "1.2" or "05" offers the numbers 1.1, 1.2 and 5 once Gnumeric saved it.
#
# Tool:      LibreOffice Calc 7.4.7 and Gnumeric 1.12.55, ODS and XLSX.
# Behaviour: the list of allowed entries holds texts. Gnumeric writes it to ODS as an array and there gives what looks
#            like a number as one: {1.10000000000000000002;1.20000000000000000004;5}. LibreOffice then has the list
#            {1.1;1.2;5}, from the ODS as from Gnumeric's XLSX; the text 1.10 that stands in the cell is none of them.
#            A list of words stays as it was. No warning.
# Matters:   drop-down lists are how a register keeps to the tasks and forms of the agreement. Whoever chooses 1.10
#            later enters 1.1, which is another task or none.
# Careful:   a writer of lists takes codes with a letter in them (Z1.10) or refers to cells; a reader checks ids itself
#            and takes a number where a text is due for a mistake.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
cd "$tmp"
changed() { echo "CHANGED: $*" >&2; exit 1; }
skipped() { echo "SKIPPED: $*" >&2; exit 77; }
debian() { apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$@"; }

dpkg-query -W libreoffice-calc gnumeric unzip >/dev/null 2>&1 || debian libreoffice-calc gnumeric unzip >apt.log 2>&1 ||
  skipped "apt-get could not bring libreoffice-calc, gnumeric and unzip"
calc=$(dpkg-query -W -f='${Version}' libreoffice-calc) gnumeric=$(dpkg-query -W -f='${Version}' gnumeric)
echo "libreoffice-calc $calc, gnumeric $gnumeric"
case "$calc $gnumeric" in *:7.4.7-*\ 1.12.55-*) ;; *) changed "other versions than 7.4.7 and 1.12.55" ;; esac

list() {  # name, entries
  echo "<table:content-validation table:name=\"$1\" table:condition=\"of:cell-content-is-in-list($2)\""
  echo ' table:display-list="unsorted"><table:error-message table:message-type="stop" table:display="true"/>'
  echo '</table:content-validation>'
}
cell() {  # list, text
  echo "<table:table-cell table:content-validation-name=\"$1\" office:value-type=\"string\">"
  echo "<text:p>$2</text:p></table:table-cell>"
}
{
  cat <<'XML'
<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
  xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
  xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
  xmlns:of="urn:oasis:names:tc:opendocument:xmlns:of:1.2"
  office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.spreadsheet">
<office:body><office:spreadsheet><table:content-validations>
XML
  list tasks '&quot;1.10&quot;;&quot;1.2&quot;;&quot;05&quot;'
  list forms '&quot;kurs&quot;;&quot;terapia&quot;'
  echo '</table:content-validations><table:table table:name="Wsparcie"><table:table-row>'
  cell tasks 1.10
  cell forms kurs
  echo '</table:table-row></table:table></office:spreadsheet></office:body></office:document>'
} >book.fods
calc() {
  HOME=$tmp soffice -env:UserInstallation="file://$tmp/profile" --headless --convert-to "$1" --outdir "$2" "$3" \
    >/dev/null 2>&1
}
lists() { grep -o 'cell-content-is-in-list([^)]*)' | sed 's/&quot;/"/g; s/cell-content-is-in-list//' | paste -sd' '; }
calc ods calc book.fods
ssconvert calc/book.ods book.ods 2>/dev/null
ssconvert calc/book.ods book.xlsx 2>/dev/null
calc fods again book.ods
calc fods xlsx book.xlsx
before=$(unzip -p calc/book.ods content.xml | lists)
after=$(unzip -p book.ods content.xml | lists)
again=$(lists <again/book.fods)
echo "ODS of LibreOffice:            $before"
echo "the same saved by Gnumeric:    $after"
echo "that opened in LibreOffice:    $again"
from_xlsx=$(lists <xlsx/book.fods)
echo "its XLSX in LibreOffice:       $from_xlsx"
[[ $before == '("1.10";"1.2";"05") ("kurs";"terapia")' ]] || changed "LibreOffice writes other lists"
[[ $after == '({1.10000000000000000002;1.20000000000000000004;5}) ({"kurs";"terapia"})' ]] || changed "Gnumeric"
[[ $again == '({1.1;1.2;5}) ({"kurs";"terapia"})' ]] || changed "LibreOffice reads other lists"
[[ $from_xlsx == "$again" ]] || changed "LibreOffice reads other lists from the XLSX"
