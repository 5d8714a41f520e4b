#!/usr/bin/env bash
# A program that speaks Polish writes 12,5 into its XLSX, and LibreOffice reads 12 without a word.
#
# Tool:      libxlsxwriter 1.1.4 (as Debian 12 builds it) writes; LibreOffice Calc 7.4.7, Gnumeric 1.12.55 and
#            openpyxl 3.0.9 read.
# Behaviour: the library prints numbers with the locale's decimal sign. After setlocale(LC_ALL, ""), the first line of
#            every translated program, 8442.37 is stored under pl_PL as <v>8442,370000000001</v>, which is no number of
#            XLSX. LibreOffice says nothing and reads 8442, Gnumeric reads 8442 too (it complains of margins only), so
#            that the grosze of all amounts are gone. openpyxl refuses the file.
# Matters:   the same program is right on the server (C) and wrong at the desk; every total is a little too low.
# Careful:   a writer keeps LC_NUMERIC at "C" and is tested under pl_PL.UTF-8; a reader refuses a <v> that is not
#            wholly a number instead of taking its beginning.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
cd "$tmp"
changed() { echo "CHANGED: $*" >&2; exit 1; }
skipped() { echo "SKIPPED: $*" >&2; exit 77; }
debian() { apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$@"; }

packages=(libxlsxwriter-dev libreoffice-calc gnumeric python3-openpyxl gcc libc6-dev locales unzip)
dpkg-query -W "${packages[@]}" >/dev/null 2>&1 || debian "${packages[@]}" >apt.log 2>&1 ||
  skipped "apt-get could not bring ${packages[*]}"
versions=$(dpkg-query -W -f='${Version} ' libxlsxwriter-dev libreoffice-calc gnumeric python3-openpyxl)
echo "libxlsxwriter-dev, libreoffice-calc, gnumeric, python3-openpyxl in the order of their names: $versions"
case $versions in *1.12.55-*7.4.7-*1.1.4-*3.0.9-*) ;; *) changed "other versions than seen" ;; esac
localedef -i pl_PL -f UTF-8 "$tmp/pl_PL.UTF-8"

cat >write.c <<'C'
#include <locale.h>
#include <xlsxwriter.h>
int main(void) {
  setlocale(LC_ALL, "");
  lxw_workbook *book = workbook_new("book.xlsx");
  lxw_worksheet *sheet = workbook_add_worksheet(book, "Kwoty");
  const double amounts[] = {8442.37, 12.50, 100.00};
  for (lxw_row_t row = 0; row < 3; ++row) worksheet_write_number(sheet, row, 0, amounts[row], NULL);
  return workbook_close(book);
}
C
cat >read.py <<'PY'
import openpyxl
print(*[row[0] for row in openpyxl.load_workbook('book.xlsx').active.values])
PY
gcc write.c -o write -lxlsxwriter
for locale in C pl_PL.UTF-8; do
  LOCPATH=$tmp LC_ALL=$locale ./write
  stored=$(unzip -p book.xlsx xl/worksheets/sheet1.xml | grep -o '<v>[^<]*' | sed 's/<v>//' | paste -sd' ')
  HOME=$tmp soffice -env:UserInstallation="file://$tmp/profile" --headless --convert-to csv book.xlsx >/dev/null 2>&1
  ssconvert book.xlsx gnumeric.csv 2>/dev/null
  openpyxl=$(/usr/bin/python3 read.py 2>&1 | tail -n 1) || true
  echo "$locale: stored $stored; LibreOffice $(paste -sd' ' book.csv); Gnumeric $(paste -sd' ' gnumeric.csv);" \
    "openpyxl $openpyxl"
done | tee seen.txt

wanted='C: stored 8442.370000000001 12.5 100; LibreOffice 8442.37 12.5 100; Gnumeric 8442.3700000000010002 12.5 100; '
[[ $(sed -n 1p seen.txt) == "${wanted}openpyxl 8442.37 12.5 100" ]] || changed "C"
wanted='pl_PL.UTF-8: stored 8442,370000000001 12,5 100; LibreOffice 8442 12 100; Gnumeric 8442 12 100; '
[[ $(sed -n 2p seen.txt) == "${wanted}openpyxl ValueError"* ]] || changed "pl_PL"
