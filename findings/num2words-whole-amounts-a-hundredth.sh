#!/usr/bin/env bash
# The amount in words under a receipt is ten zlotys for 1000, and right for 1000.50 in the next row.
#
# Tool:      num2words 0.5.10 with openpyxl 3.0.9 (Debian 12: python3-num2words, python3-openpyxl).
# Behaviour: to='currency' takes a Python int for hundredths and a float for whole units. openpyxl gives a cell of
#            1000 as int and one of 1000.5 as float, whatever the format of the cell; so do JSON and YAML. One column
#            gives "dziesięć złotych, zero groszy" and "tysiąc złotych, pięćdziesiąt groszy". A Decimal or a text is
#            taken for whole units as well. No warning.
# Matters:   receipts, payrolls and agreements state the amount in words too, and where the two differ the words are
#            what people go by. Most rows have grosze, so a sample looks right.
# Careful:   an amount is handed over as a decimal text or as whole grosze, never as "a number"; what is printed from
#            a workbook is checked with a whole amount too.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
cd "$tmp"
changed() { echo "CHANGED: $*" >&2; exit 1; }
skipped() { echo "SKIPPED: $*" >&2; exit 77; }
debian() { apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$@"; }

dpkg-query -W python3-num2words python3-openpyxl >/dev/null 2>&1 ||
  debian python3-num2words python3-openpyxl >apt.log 2>&1 ||
  skipped "apt-get could not bring python3-num2words and python3-openpyxl"
words=$(dpkg-query -W -f='${Version}' python3-num2words) openpyxl=$(dpkg-query -W -f='${Version}' python3-openpyxl)
echo "python3-num2words $words, python3-openpyxl $openpyxl"
case "$words $openpyxl" in 0.5.10-*\ 3.0.9-*) ;; *) changed "other versions than 0.5.10 and 3.0.9" ;; esac

cat >receipts.py <<'PY'
import openpyxl
from num2words import num2words
book = openpyxl.Workbook()
for row, amount in enumerate([1000.0, 1000.5, 12000.0, 8442.37], 1):
    book.active.cell(row, 1, amount).number_format = '#,##0.00'
book.save('book.xlsx')
for amount, in openpyxl.load_workbook('book.xlsx').active.iter_rows(values_only=True):
    print(f"{amount:.2f} {num2words(amount, lang='pl', to='currency', currency='PLN')}")
PY
PYTHONIOENCODING=utf-8 /usr/bin/python3 receipts.py | tee words.txt
wanted='1000.00 dziesięć złotych, zero groszy
1000.50 tysiąc złotych, pięćdziesiąt groszy
12000.00 sto dwadzieścia złotych, zero groszy
8442.37 osiem tysięcy czterysta czterdzieści dwa złote, trzydzieści siedem groszy'
[[ $(cat words.txt) == "$wanted" ]] || changed "other words"
