#!/usr/bin/env bash
# An amount of 8442.37 leaves the writer as 8442.370000000001, and Gnumeric no longer finds 8442.37 in its column.
#
# Tool:      libxlsxwriter 1.1.4 writes amounts to the grosz; Gnumeric 1.12.55 reads them.
# Behaviour: the library prints 16 significant digits, so that the file says 69999.75999999999 and 8442.370000000001
#            where 69999.76 and 8442.37 were given. A reader with doubles gets the same double back. Gnumeric reads
#            with more digits than a double has and keeps the tail: MATCH(8442.37;...;0) is #N/A, A2=8442.37 is
#            FALSE, and its CSV says 8442.3700000000010002. 100.10 is whole. Of the amounts from 0.01 to 100 000.00,
#            12 in 100 get a tail (counted by the script with the same 16 digits).
# Matters:   a whole amount fails a look-up or a check "total = sum", and who cuts the text after two decimals
#            loses a grosz.
# Careful:   a writer gives the shortest digits that read back as the same number, or the text of its own decimal;
#            a reader rounds to 15 digits before it asks whether an amount is whole grosze.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
cd "$tmp"
changed() { echo "CHANGED: $*" >&2; exit 1; }
skipped() { echo "SKIPPED: $*" >&2; exit 77; }
debian() { apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$@"; }

dpkg-query -W libxlsxwriter-dev gnumeric gcc unzip >/dev/null 2>&1 ||
  debian libxlsxwriter-dev gnumeric gcc libc6-dev unzip >apt.log 2>&1 ||
  skipped "apt-get could not bring libxlsxwriter-dev, gnumeric, gcc and unzip"
writer=$(dpkg-query -W -f='${Version}' libxlsxwriter-dev) gnumeric=$(dpkg-query -W -f='${Version}' gnumeric)
echo "libxlsxwriter-dev $writer, gnumeric $gnumeric"
case "$writer $gnumeric" in 1.1.4-*\ 1.12.55-*) ;; *) changed "other versions than 1.1.4 and 1.12.55" ;; esac

cat >write.c <<'C'
#include <stdio.h>
#include <string.h>
#include <xlsxwriter.h>
int main(void) {
  const double amounts[] = {69999.76, 8442.37, 100.10};
  const char *places[] = {"=MATCH(69999.76,A1:A3,0)", "=MATCH(8442.37,A1:A3,0)", "=MATCH(100.1,A1:A3,0)"};
  const char *equal[] = {"=A1=69999.76", "=A2=8442.37", "=A3=100.1"};
  lxw_workbook *book = workbook_new("book.xlsx");
  lxw_worksheet *sheet = workbook_add_worksheet(book, "Kwoty");
  for (lxw_row_t row = 0; row < 3; ++row) {
    worksheet_write_number(sheet, row, 0, amounts[row], NULL);
    worksheet_write_formula(sheet, row, 1, equal[row], NULL);
    worksheet_write_formula(sheet, row, 2, places[row], NULL);
  }
  int tails = 0;
  for (int grosze = 1; grosze <= 10000000; ++grosze) {
    char text[40];
    tails += snprintf(text, sizeof text, "%.16G", grosze / 100.0) > 10;
  }
  printf("amounts with a tail at 16 digits: %d of 10000000\n", tails);
  return workbook_close(book);
}
C
gcc -O2 write.c -o write -lxlsxwriter
./write | tee tails.txt
stored=$(unzip -p book.xlsx xl/worksheets/sheet1.xml | grep -o '<c r="A[^/]*</v>' |
  sed 's/.*<v>//;s/<.*//' | paste -sd' ')
ssconvert --recalc book.xlsx book.csv 2>/dev/null
echo "in the file: $stored"
echo "in Gnumeric: amount, whether it equals what was written, its place in the column"
cat book.csv

[[ $stored == "69999.75999999999 8442.370000000001 100.1" ]] || changed "the file says $stored"
grep -q ': 1198677 of' tails.txt || changed "another number of tails"
[[ $(cut -d, -f2,3 book.csv | paste -sd' ') == "FALSE,#N/A FALSE,#N/A TRUE,3" ]] || changed "Gnumeric finds others"
grep -q '^8442.3700000000010002,' book.csv || changed "Gnumeric writes other digits"
