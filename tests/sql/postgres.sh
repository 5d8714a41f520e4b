#!/usr/bin/env bash
# postgres.sh start FOLDER | stop FOLDER | run FOLDER SCRIPT EXPORT: a PostgreSQL of our own on a private
# socket, as an unprivileged user. `run` has a database for each script and prints the answer as CSV.
set -euo pipefail
bin=$(ls -d /usr/lib/postgresql/*/bin | sort -V | tail -1)
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
    name=witness_$$
    "${psql[@]}" -d postgres -c "CREATE DATABASE $name"
    status=0
    (cd "$4" && "${psql[@]}" --csv -d "$name" -f "$3") || status=3
    "${psql[@]}" -d postgres -c "DROP DATABASE $name WITH (FORCE)"
    exit "$status"
    ;;
esac
