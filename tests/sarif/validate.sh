#!/usr/bin/env bash
# validate.sh EUPROJ ROOT MODULES WORK: `check --format sarif` of every finding's case and of the
# examples, in both languages, satisfies the official schema of SARIF 2.1.0, which the npm package
# @microsoft/jest-sarif carries with a validator. Ends with 77, and says so, when there is no npm.
set -euo pipefail
euproj=$1 root=$2 modules=$3 work=$4
here=$(cd "$(dirname "$0")" && pwd)

skip() {
  echo "SARIF was NOT compared with its schema: $1"
  exit 77
}
command -v node >/dev/null || skip "there is no node on this machine"
mkdir -p "$modules" "$work"
if [ ! -d "$modules/node_modules/@microsoft/jest-sarif" ]; then
  command -v npm >/dev/null || skip "there is no npm on this machine"
  echo '{"private": true}' >"$modules/package.json"
  timeout 120 npm install --prefix "$modules" --no-audit --no-fund \
    @microsoft/jest-sarif@1.0.0-beta.0 ajv@6.15.0 >"$modules/install.log" 2>&1 ||
    skip "npm could not install @microsoft/jest-sarif ($modules/install.log)"
fi

cd "$root"
logs=()
check() { # NAME ARGUMENT...
  local status=0
  "$euproj" check "${@:2}" --format sarif >"$work/$1.sarif" 2>"$work/err" || status=$?
  [ "$status" -le 3 ] || { echo "FAULT: $1: status $status: $(cat "$work/err")"; exit 1; } # 3: a file that cannot be read is a finding
  logs+=("$work/$1.sarif")
}
for language in pl en; do
  check "cases-$language" tests/findings/cases/*/project.yaml --lang "$language"
  check "examples-$language" examples/*/project.yaml --lang "$language"
  check "fine-$language" examples/jastrzebie/project.yaml --lang "$language"
done
node "$here/validate.mjs" "$modules" "${logs[@]}"
