#!/usr/bin/env bash
# PostgreSQL writes 1234567.89 with to_char and reads 12345 back with to_number and the same format.
#
# Tool:      PostgreSQL 15 (Debian 12) in a database with the locale pl_PL.UTF-8.
# Behaviour: the G of a format is the locale's sign between thousands, in pl_PL a narrow no-break space of three bytes.
#            to_char writes it. to_number with the same format is right only for amounts that fill the format to its
#            first digit; of all others it loses the end of the text, from the last decimal to several digits before
#            the comma: 1 234,56 is read as 1234.5, 1 234 567,89 as 12345. A no-break space (two bytes) in a bank's
#            file costs a decimal or two; a common space nothing. No error, no warning.
# Matters:   a table printed with separators and loaded again, or a file with no-break spaces, loses grosze or a
#            hundredfold of amounts from 1 000 on; the small ones, and those of full length, are right.
# Careful:   a writer puts no separators into a file for programs; a reader takes blanks of every kind out and then
#            takes the whole text as a number or refuses it.
set -euo pipefail
tmp=$(mktemp -d)
stop() { [[ ! -f $tmp/data/postmaster.pid ]] || as_postgres "$bin/pg_ctl -D $tmp/data -m fast -w stop >/dev/null"; }
trap 'stop; rm -rf "$tmp"' EXIT
cd "$tmp"
changed() { echo "CHANGED: $*" >&2; exit 1; }
skipped() { echo "SKIPPED: $*" >&2; exit 77; }
debian() { apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$@"; }
as_postgres() { su postgres -s /bin/bash -c "LOCPATH=$tmp $*"; }

dpkg-query -W postgresql-15 locales >/dev/null 2>&1 || debian postgresql-15 locales >apt.log 2>&1 ||
  skipped "apt-get could not bring postgresql-15 and locales"
bin=/usr/lib/postgresql/15/bin
echo "postgresql-15 $(dpkg-query -W -f='${Version}' postgresql-15)"
localedef -i pl_PL -f UTF-8 "$tmp/pl_PL.UTF-8"
chmod -R a+rX "$tmp"
chown postgres "$tmp"
as_postgres "$bin/initdb -D $tmp/data -E UTF8 --locale=pl_PL.UTF-8" >init.log 2>&1
as_postgres "$bin/pg_ctl -D $tmp/data -l $tmp/server.log -o \"-k $tmp -c listen_addresses=''\" -w start" >/dev/null

cat >read.sql <<'SQL'
SELECT amount, to_number(to_char(amount, '999G999G999D99'), '999G999G999D99')
  FROM (VALUES (100.14), (1234.56), (12345.67), (1234567.89), (123456789.01)) AS t(amount);
SELECT kind, to_number('12' || sign || '345,67', '999G999D99'), to_number('123' || sign || '456,78', '999G999D99')
  FROM (VALUES ('space', ' '), ('no-break space', U&'\00A0'), ('narrow no-break space', U&'\202F')) AS t(kind, sign);
SQL
chmod a+r read.sql
as_postgres "psql -X -At -F' -> ' -h $tmp -f $tmp/read.sql postgres" | tee read.txt
wanted='100.14 -> 100.14
1234.56 -> 1234.5
12345.67 -> 12345
1234567.89 -> 12345
123456789.01 -> 123456789.01
space -> 12345.67 -> 123456.78
no-break space -> 12345.6 -> 123456
narrow no-break space -> 12345 -> 123456.78'
[[ $(cat read.txt) == "$wanted" ]] || changed "other amounts are read"
