#!/usr/bin/env bash
# A note on a cell of an ODS becomes part of the id in pandas: U-1 is `Ania2026-02-03T00:00:00from March onU-1`.
#
# Tool:      pandas 1.5.3 with odfpy 1.4.2 (Debian 12): read_excel of an ODS saved by LibreOffice 7.4.7.
# Behaviour: a note (Insert, Comment) lies inside its cell, before the text. Of a text cell pandas takes all that lies
#            in it: the author of the note, its date, its text and then the cell's own. Numbers and dates are read from
#            their stored values and stay right, so nothing looks amiss in the sums. LibreOffice itself and Gnumeric
#            read U-1.
# Matters:   notes are put on the rows that need care: a new number, a corrected name. These are the people who are no
#            longer found in the other list and are counted twice; and the name of who wrote the note gets into data.
# Careful:   a reader of ODS passes over notes, and so does ours.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
cd "$tmp"
changed() { echo "CHANGED: $*" >&2; exit 1; }
skipped() { echo "SKIPPED: $*" >&2; exit 77; }
debian() { apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$@"; }
export LC_ALL=C.UTF-8

{ command -v soffice && command -v ssconvert && dpkg-query -W python3-pandas python3-odf; } >/dev/null 2>&1 ||
  debian python3-pandas python3-odf libreoffice-calc gnumeric >apt.log 2>&1 ||
  skipped "apt-get could not bring python3-pandas, python3-odf, libreoffice-calc and gnumeric"
pandas=$(dpkg-query -W -f='${Version}' python3-pandas) odf=$(dpkg-query -W -f='${Version}' python3-odf)
calc=$(dpkg-query -W -f='${Version}' libreoffice-calc)
echo "pandas $pandas, odfpy $odf, LibreOffice $calc"
case "$pandas $odf $calc" in 1.5.3*\ 1.4.2*\ *:7.4.7-*) ;; *) changed "seen with 1.5.3, 1.4.2 and 7.4.7" ;; esac

text() { echo "<table:table-cell office:value-type=\"string\">${2:-}<text:p>$1</text:p></table:table-cell>"; }
number() { echo "<table:table-cell office:value-type=\"float\" office:value=\"$1\">${2:-}<text:p>$1</text:p></table:table-cell>"; }
note() { # TEXT, by an invented author
  echo "<office:annotation><dc:creator>Ania</dc:creator><dc:date>2026-02-03T00:00:00</dc:date><text:p>$1</text:p></office:annotation>"
}
row() { echo "<table:table-row>$*</table:table-row>"; }
{
  echo '<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/"
  xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
  office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.spreadsheet">
<office:body><office:spreadsheet><table:table table:name="List">'
  row "$(text person)" "$(text hours)"
  row "$(text U-1 "$(note 'from March on')")" "$(number 12.5 "$(note 'to be checked')")"
  row "$(text U-2)" "$(number 2)"
  echo '</table:table></office:spreadsheet></office:body></office:document>'
} >list.fods
soffice "-env:UserInstallation=file://$tmp/profile" --headless --convert-to ods list.fods >soffice.log 2>&1
soffice "-env:UserInstallation=file://$tmp/profile" --headless --convert-to csv --outdir office list.ods >>soffice.log 2>&1
ssconvert list.ods gnumeric.csv 2>ssconvert.log

/usr/bin/python3 - >pandas.csv <<'PY'
import pandas
for row in pandas.read_excel("list.ods", engine="odf").itertuples(index=False):
    print(row.person, row.hours, sep=",")
PY
cat pandas.csv
wanted='Ania2026-02-03T00:00:00from March onU-1,12.5
U-2,2.0'
[[ $(cat pandas.csv) == "$wanted" ]] || changed "pandas"
for program in office/list gnumeric; do
  echo "$program: $(tr '\n' ' ' <$program.csv)"
  [[ $(cat $program.csv) == $'person,hours\nU-1,12.5\nU-2,2' ]] || changed "$program"
done
