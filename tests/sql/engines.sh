# Sourced: which engines are there, and their answer to a script. `start_engines MODULES` sets `engines`;
# npm packages are kept in MODULES, PostgreSQL runs on a private socket until the script ends.
here=${here:-$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)}

start_engines() { # MODULES
  modules=$1 engines=() socket=
  local missing=() package name engine wanted=" ${EUPROJ_ENGINES:-duckdb clickhouse postgresql} "
  for engine in $wanted; do
    [[ $engine =~ ^(duckdb|clickhouse|postgresql)$ ]] || { echo "no engine of this name: $engine" >&2; exit 2; }
  done
  mkdir -p "$modules"
  if command -v node >/dev/null && command -v npm >/dev/null; then
    for package in @duckdb/node-api@1.5.6-r.1 chdb@3.4.0; do
      name=${package%@*}
      engine=$([ "$name" = chdb ] && echo clickhouse || echo duckdb)
      [[ $wanted == *" $engine "* ]] || continue
      [ -d "$modules/node_modules/$name" ] ||
        { [ -f "$modules/package.json" ] || echo '{"private": true}' >"$modules/package.json"
          timeout 180 npm install --prefix "$modules" --no-audit --no-fund "$package" >>"$modules/install.log" 2>&1; } || true
      if [ -d "$modules/node_modules/$name" ]; then engines+=("$engine"); else missing+=("$engine"); fi
    done
  else
    missing+=(duckdb clickhouse)
  fi
  if [[ $wanted == *" postgresql "* ]]; then
    if ls -d /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 && command -v psql >/dev/null; then
      socket=$(mktemp -d /tmp/euproj-pg.XXXXXX)
      chmod 755 "$socket"
      trap '"$here/postgres.sh" stop "$socket" || true; rm -rf "$socket"' EXIT
      "$here/postgres.sh" start "$socket" && engines+=(postgresql)
    else
      missing+=(postgresql)
    fi
  fi
  [ ${#missing[@]} -eq 0 ] || echo "the figures were NOT compared with: ${missing[*]}"
  [ ${#engines[@]} -gt 0 ] || exit 77
}

answer() { # ENGINE SCRIPT EXPORT [DATABASE]
  case $1 in
    duckdb) node "$here/duckdb.mjs" "$modules" "${@:2}" ;;
    clickhouse) node "$here/chdb.mjs" "$modules" "${@:2}" ;;
    postgresql) "$here/postgres.sh" run "$socket" "${@:2}" ;;
  esac
}
