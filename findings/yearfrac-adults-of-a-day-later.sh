#!/usr/bin/env bash
# The usual formula for an age, INT(YEARFRAC(born; day; 1)), says 17 on the 18th birthday of 307 people out of 366.
#
# Tool:      LibreOffice Calc 7.4.7 and Gnumeric 1.12.55 (Debian 12), the same in both.
# Behaviour: basis 1 divides the days lived by the mean length of the years touched, here 365.26 of the 19 calendar
#            years from 2008 to 2026; eighteen birthdays are a little less than eighteen of those. Who was born in
#            2008 from 1 March on is 17 for one day more. So is, at 30, who was born in 1996; for who was born in 1971
#            the day is right. Without a basis (360 days a year) 14 birthdays in a year come a day early, those on a
#            31st and on the 1st after it. `DATEDIF(born; day; "y")` has but that of 29 February on 1 March.
# Matters:   many start a project on the day they may: the age at the start decides between "below 18" and "18 to 29",
#            and between being a participant and being none.
# Careful:   completed years come from comparing month and day, never from a quotient of days.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
cd "$tmp"
changed() { echo "CHANGED: $*" >&2; exit 1; }
skipped() { echo "SKIPPED: $*" >&2; exit 77; }
debian() { apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$@"; }
export LC_ALL=C.UTF-8

{ command -v soffice && command -v ssconvert && dpkg-query -W python3-openpyxl; } >/dev/null 2>&1 ||
  debian libreoffice-calc gnumeric python3-openpyxl >apt.log 2>&1 ||
  skipped "apt-get could not bring libreoffice-calc, gnumeric and python3-openpyxl"
office=$(dpkg-query -W -f='${Version}' libreoffice-calc) gnumeric=$(dpkg-query -W -f='${Version}' gnumeric)
echo "LibreOffice $office, Gnumeric $gnumeric"
case "$office $gnumeric" in *7.4.7-*\ 1.12.55-*) ;; *) changed "seen with 7.4.7 and 1.12.55" ;; esac

/usr/bin/python3 - <<'PY'
import datetime, openpyxl
book = openpyxl.Workbook()
sheet = book.active
of = lambda day: f"DATE({day.year},{day.month},{day.day})"
for age in (18, 30, 55):
    born = datetime.date(2026 - age, 1, 1)
    while born.year == 2026 - age:
        leap = (born.month, born.day) == (2, 29)
        birthday = datetime.date(2026, 2, 28) if leap else born.replace(year=2026)
        before = birthday - datetime.timedelta(1)
        row = [age, born.isoformat()]
        for form in ("INT(YEARFRAC({},{},1))", "INT(YEARFRAC({},{}))", 'DATEDIF({},{},"y")'):
            row += ["=" + form.format(of(born), of(before)), "=" + form.format(of(born), of(birthday))]
        sheet.append(row)
        born += datetime.timedelta(1)
book.save("ages.xlsx")
PY
soffice "-env:UserInstallation=file://$tmp/profile" --headless --convert-to csv ages.xlsx >soffice.log 2>&1
mv ages.csv LibreOffice.csv
ssconvert --recalc ages.xlsx Gnumeric.csv 2>gnumeric.log

count() { # FILE: by age, for each formula the birthdays that come a day early and those that come late
  awk -F, '{ ++all[$1]; for (i = 3; i < 9; i += 2) { early[$1, i] += $i >= $1; late[$1, i] += $(i + 1) < $1 } }
    END { for (age = 18; age < 60; ++age) if (all[age]) { printf "%d of %d:", age, all[age]
      for (i = 3; i < 9; i += 2) printf " %d early, %d late;", early[age, i], late[age, i]; print "" } }' "$1"
}
wanted='18 of 366: 0 early, 307 late; 14 early, 0 late; 0 early, 1 late;
30 of 366: 0 early, 307 late; 14 early, 0 late; 0 early, 1 late;
55 of 365: 0 early, 0 late; 14 early, 0 late; 0 early, 0 late;'
for program in LibreOffice Gnumeric; do
  echo "$program: YEARFRAC with basis 1; without; DATEDIF"
  given=$(count $program.csv)
  echo "$given"
  [[ $given == "$wanted" ]] || changed "$program counts otherwise"
done
