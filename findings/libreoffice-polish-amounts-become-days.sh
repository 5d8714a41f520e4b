#!/usr/bin/env bash
# In a Polish LibreOffice the amount 12.05 of a CSV is 12 May and the task 1.10 is 1 October, of the year of the import.
#
# Tool:      LibreOffice Calc 7.4.7 imports a CSV with the language Polish (token 1045 of the filter) and saves XLSX.
# Behaviour: Polish accepts D.M as a date, so a number with a decimal point is a date wherever it can be one: 12.05,
#            1.10, 2.1, and in the same column 12.50, 2.29 and 100.00 stay text. A SUM over them then is the number of
#            days since 1899 for each date and nothing for the rest. The year is that of the clock: the same file
#            imported in January has other dates. With the language English (1033) all of them are numbers.
# Matters:   bank files and scripts write points. Tasks 1.10 and 1.1 change to days, which a join by task no longer
#            finds; amounts vanish from one sum and put tens of thousands into another. No warning.
# Careful:   a writer for Polish spreadsheets uses a comma, or XLSX with real numbers and ids as text; a reader asks
#            for a declared decimal sign and refuses a date where an amount or a task is due.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
cd "$tmp"
changed() { echo "CHANGED: $*" >&2; exit 1; }
skipped() { echo "SKIPPED: $*" >&2; exit 77; }
debian() { apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$@"; }

command -v soffice >/dev/null || debian libreoffice-calc >apt.log 2>&1 ||
  skipped "apt-get could not bring libreoffice-calc"
version=$(dpkg-query -W -f='${Version}' libreoffice-calc)
echo "libreoffice-calc $version"
case $version in *:7.4.7-*) ;; *) changed "libreoffice-calc is $version, seen with 7.4.7" ;; esac

printf '%s\n' 'zadanie;kwota' '1.10;12.05' '2.1;12.50' '2.29;100.00' '3.12;1.01' 'Razem;=SUM(B2:B5)' >log.csv
read_as() {  # language: the cells below the heading, each as its type and its date, number or text
  HOME=$tmp soffice -env:UserInstallation="file://$tmp/profile" --headless --infilter="CSV:59,34,76,1,,$1" \
    --convert-to fods log.csv >/dev/null 2>&1
  tr -d '\n' <log.fods | sed 's|</table:table-cell>|&\n|g' | grep -o '<table:table-cell [^>]*value-type=.*' | sed -E "
    s/.*date-value=\"$(date +%Y)-([^\"]*)\".*/date:\1/; t
    s/.*office:value=\"([^\"]*)\".*/number:\1/; t
    s/.*<text:p>([^<]*).*/text:\1/" | tail -n +3 | paste -sd' '
}
polish=$(read_as 1045) english=$(read_as 1033)
echo "as Polish:  $polish"
echo "as English: $english"
days='date:10-01 date:05-12 date:01-02 text:12.50 text:2.29 text:100.00 date:12-03 date:01-01 text:Razem number:'
[[ $polish == "$days"* ]] || changed "Polish reads other cells"
total=${polish##*number:}
((total > 80000)) || changed "the Polish sum is $total"
numbers='number:1.1 number:12.05 number:2.1 number:12.5 number:2.29 number:100 number:3.12 number:1.01 '
[[ $english == "${numbers}text:Razem number:125.56" ]] || changed "English reads other cells"
