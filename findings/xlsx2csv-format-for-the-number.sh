#!/usr/bin/env bash
# A count shown as `91 os.` leaves xlsx2csv as `0" os."`: the format stands where the number was.
#
# Tool:      xlsx2csv 0.7.8 (Debian 12) with a workbook that openpyxl 3.0.9 writes.
# Behaviour: a number format with a word behind the number is common: `0" os."`, `0.00" godz."`, `0" dni"`,
#            `0" m-cy"`. The letters d, m, y, h and s in the quoted word make it a date to xlsx2csv, which then fills
#            the format in as a day: every cell of the column says `0" os."`, 91 days are `0" 31ni"`, 12 hours and a
#            half `0.00" go11z."`. The number is nowhere in the file. A word without these letters (`"zł"`) only
#            adds zeros (1250.5000000); the format `General` is harmless.
# Matters:   what a centre sends as its monthly count has no count in it any more, and the columns of amounts beside
#            it are right, so the file looks read.
# Careful:   text in quotes of a number format is no part of a date; a reader gives the stored value.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
cd "$tmp"
changed() { echo "CHANGED: $*" >&2; exit 1; }
skipped() { echo "SKIPPED: $*" >&2; exit 77; }
debian() { apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$@"; }
export LC_ALL=C.UTF-8

{ command -v xlsx2csv && dpkg-query -W python3-openpyxl; } >/dev/null 2>&1 || debian xlsx2csv python3-openpyxl >apt.log 2>&1 ||
  skipped "apt-get could not bring xlsx2csv and python3-openpyxl"
reader=$(dpkg-query -W -f='${Version}' xlsx2csv) writer=$(dpkg-query -W -f='${Version}' python3-openpyxl)
echo "xlsx2csv $reader, openpyxl $writer"
case "$reader $writer" in *0.7.8-*\ 3.0.9-*) ;; *) changed "seen with 0.7.8 and 3.0.9" ;; esac

/usr/bin/python3 - <<'PY'
import openpyxl
book = openpyxl.Workbook()
sheet = book.active
formats = ["General", '0" os."', '0.00" godz."', '0" dni"', '0" m-cy"', '0.00" zł"']
sheet.append(["plain", "persons", "hours", "days", "months", "amount"])
sheet.append([91, 91, 12.5, 91, 3, 1250.5])
for column, form in enumerate(formats, 1):
    sheet.cell(2, column).number_format = form
book.save("counts.xlsx")
PY
unzip -p counts.xlsx xl/worksheets/sheet1.xml | grep -q '<v>12.5</v>' || changed "the workbook holds other numbers"
xlsx2csv counts.xlsx | tee given.csv
wanted='plain,persons,hours,days,months,amount
91,"0"" os.""","0.00"" go11z.""","0"" 31ni""","0"" 01-cy""",1250.5000000'
[[ $(tr -d '\r' <given.csv) == "$wanted" ]] || changed "the cells"
