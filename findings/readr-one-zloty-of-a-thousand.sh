#!/usr/bin/env bash
# The amount 1 234,56 is read as 1 zloty by a function made for numbers with thousands, even when told of the blank.
#
# Tool:      readr 2.1.4 (Debian 12: r-cran-readr), parse_number with a locale of decimal_mark ",".
# Behaviour: the function takes the first number in a text and leaves the rest. With a decimal comma alone "1 234,56"
#            is 1; with grouping_mark " " it is 1234.56, but the same text with a no-break space, which JavaScript and
#            PostgreSQL write for Polish, is 1 again. Amounts below 1 000 are right. No warning and no NA.
# Matters:   a column of documents keeps its small amounts and loses the large ones: 12 345,67 counts as 12.
# Careful:   a writer puts no separators into a file for programs; a reader takes blanks of every kind out and refuses
#            what is not a number from end to end.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
cd "$tmp"
changed() { echo "CHANGED: $*" >&2; exit 1; }
skipped() { echo "SKIPPED: $*" >&2; exit 77; }
debian() { apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$@"; }

dpkg-query -W r-cran-readr >/dev/null 2>&1 || debian r-cran-readr >apt.log 2>&1 ||
  skipped "apt-get could not bring r-cran-readr"
version=$(dpkg-query -W -f='${Version}' r-cran-readr)
echo "r-cran-readr $version"
case $version in 2.1.4-*) ;; *) changed "r-cran-readr is $version, seen with 2.1.4" ;; esac

cat >read.R <<'R'
options(warn = 2)  # a warning would stop here
library(readr)
read <- function(name, locale) {
  for (blank in c("space" = " ", "no-break" = "\u00a0", "narrow" = "\u202f")) {
    texts <- gsub(" ", blank, c("950,10", "1 234,56", "12 345,67", "-1 234,56 z\u0142"))
    amounts <- parse_number(texts, locale = locale)
    cat(name, sprintf("U+%04X", utf8ToInt(blank)), amounts, "\n")
  }
}
read("comma", locale(decimal_mark = ","))
read("comma and blank", locale(decimal_mark = ",", grouping_mark = " "))
R
Rscript read.R | sed 's/ $//' | tee read.txt
wanted='comma U+0020 950.1 1 12 -1
comma U+00A0 950.1 1 12 -1
comma U+202F 950.1 1 12 -1
comma and blank U+0020 950.1 1234.56 12345.67 -1234.56
comma and blank U+00A0 950.1 1 12 -1
comma and blank U+202F 950.1 1 12 -1'
[[ $(cat read.txt) == "$wanted" ]] || changed "other amounts"
