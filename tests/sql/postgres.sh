#!/usr/bin/env bash
# postgres.sh start FOLDER | stop FOLDER | run FOLDER SCRIPT EXPORT [DATABASE]: a PostgreSQL of our own on a
# private socket, as an unprivileged user. `run` prints the answer as CSV, status 3 where the script fails; it
# has a database for each script, or DATABASE, which stays.
set -euo pipefail
bin=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -1) || true
[ -n "$bin" ] || { echo "PostgreSQL is not there: apt-get install postgresql" >&2; exit 77; }
own=$2
as_nobody() {
  if [ "$(id -u)" -eq 0 ]; then setpriv --reuid=nobody --regid=nogroup --clear-groups "$@"; else "$@"; fi
}
case $1 in
  start)
    mkdir -p "$own"
    [ "$(id -u)" -ne 0 ] || chown nobody "$own"
    as_nobody "$bin/initdb" -D "$own/data" -A trust -U witness -E UTF8 --locale=C >/dev/null
    as_nobody "$bin/pg_ctl" -D "$own/data" -w -l "$own/log" -o "-k $own -c listen_addresses='' -c fsync=off" start >/dev/null
    ;;
  stop) as_nobody "$bin/pg_ctl" -D "$own/data" -m immediate stop >/dev/null ;;
  run)
    psql=(psql -q -X -h "$own" -U witness)
    name=${5:-witness_$$}
    "${psql[@]}" -At -d postgres -c "SELECT 1 FROM pg_database WHERE datname = '$name'" | grep -q 1 ||
      "${psql[@]}" -d postgres -c "CREATE DATABASE $name"
    status=0
    (cd "$4" && "${psql[@]}" -v ON_ERROR_STOP=1 --csv -d "$name" -f "$3") || status=3
    # The backend drops its temporary tables after psql has gone, for longer than DROP DATABASE waits on a busy
    # machine: the database then stays as long as the server.
    [ -n "${5:-}" ] || "${psql[@]}" -d postgres -c "DROP DATABASE $name WITH (FORCE)" 2>/dev/null || true
    exit "$status"
    ;;
esac
