#!/usr/bin/env bash
# The chart on a sheet called 2026 keeps its first numbers for ever, and the print area is gone: quotes are missing.
#
# Tool:      libxlsxwriter 1.1.4 writes two sheets, "2026" and "rok 2026"; LibreOffice Calc 7.4.7 opens them.
# Behaviour: a sheet's name that begins with a digit must stand in quotes: '2026'!$A$1:$A$3. The library puts quotes
#            round blanks and letters with accents but not round 2026. LibreOffice cannot read 2026!$A$1:$A$3: the
#            print area and the filter are gone without a word, and the chart draws the values that were stored with
#            it (local-table), as a picture would. "rok 2026" has all of them.
# Matters:   a workbook with a sheet a year is common. After a correction the table is new, the chart beside it old;
#            all of the sheet is printed.
# Careful:   a writer begins names of sheets with a letter, or quotes them itself; what was written is opened in another
#            program by a test.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
cd "$tmp"
changed() { echo "CHANGED: $*" >&2; exit 1; }
skipped() { echo "SKIPPED: $*" >&2; exit 77; }
debian() { apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$@"; }

packages=(libxlsxwriter-dev libreoffice-calc gcc libc6-dev unzip)
dpkg-query -W "${packages[@]}" >/dev/null 2>&1 || debian "${packages[@]}" >apt.log 2>&1 ||
  skipped "apt-get could not bring ${packages[*]}"
writer=$(dpkg-query -W -f='${Version}' libxlsxwriter-dev) calc=$(dpkg-query -W -f='${Version}' libreoffice-calc)
echo "libxlsxwriter-dev $writer, libreoffice-calc $calc"
case "$writer $calc" in 1.1.4-*\ *:7.4.7-*) ;; *) changed "other versions than 1.1.4 and 7.4.7" ;; esac

cat >write.c <<'C'
#include <xlsxwriter.h>
int main(int count, char **names) {
  lxw_workbook *book = workbook_new("book.xlsx");
  lxw_worksheet *sheet = workbook_add_worksheet(book, names[count - 1]);
  for (lxw_row_t row = 0; row < 3; ++row) worksheet_write_number(sheet, row, 0, 100.0 * (row + 1), NULL);
  worksheet_print_area(sheet, 0, 0, 2, 0);
  worksheet_autofilter(sheet, 0, 0, 2, 0);
  lxw_chart *chart = workbook_add_chart(book, LXW_CHART_COLUMN);
  chart_series_set_values(chart_add_series(chart, NULL, NULL), names[count - 1], 0, 0, 2, 0);
  worksheet_insert_chart(sheet, 4, 2, chart);
  return workbook_close(book);
}
C
gcc write.c -o write -lxlsxwriter
for name in 2026 'rok 2026'; do
  ./write "$name"
  stored=$(unzip -p book.xlsx xl/charts/chart1.xml | grep -o '<c:f>[^<]*' | sed 's/<c:f>//')
  HOME=$tmp soffice -env:UserInstallation="file://$tmp/profile" --headless --convert-to fods book.xlsx >/dev/null 2>&1
  has() { grep -c "$1" book.fods || true; }
  source=$(grep -o 'chart:values-cell-range-address="[^"]*"' book.fods | cut -d'"' -f2 | sed "s/&apos;/'/g")
  echo "$name: written $stored; print areas $(has table:print-ranges=), filters $(has '<table:database-range ')," \
    "chart from $source"
done | tee seen.txt
wanted="2026: written 2026!\$A\$1:\$A\$3; print areas 0, filters 0, chart from local-table.\$B\$2:.\$B\$4
rok 2026: written 'rok 2026'!\$A\$1:\$A\$3; print areas 1, filters 1, chart from 'rok 2026'.A1:'rok 2026'.A3"
[[ $(cat seen.txt) == "$wanted" ]] || changed "another sheet"
