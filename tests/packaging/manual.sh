#!/usr/bin/env bash
# Every command and option that --help names is in the manual pages and in the completions of each
# shell, and the shells offer them: manual.sh EUPROJ MANUAL_FOLDER
set -uo pipefail
euproj=$1 manual=$2
PATH=$(cd "$(dirname "$euproj")" && pwd):$PATH  # the completions call it
faults=0
fault() { echo "fault: $*"; faults=$((faults + 1)); }

# "-h,--help", "-o,--output", "--lang" of one command, a line each.
options_of() { "$euproj" "$@" --help --lang en | sed -n 's/^  \(-[-a-z,]*\).*/\1/p' | tr , '\n'; }
commands=$("$euproj" --help --lang en | sed -n '/^Commands:/,/^$/s/^  \([a-z]*\) .*/\1/p')
[ "$(wc -w <<<"$commands")" -ge 8 ] || fault "found only the commands: $commands"
[ "$(options_of report | wc -l)" -ge 15 ] || fault "found only the options: $(options_of report)"

source "$manual/euproj.bash"
bash_offers() { # WORD.. of the command line; the last one is completed
  COMP_WORDS=("$@") COMP_CWORD=$(($# - 1))
  _euproj 2>/dev/null
  printf '%s\n' "${COMPREPLY[@]}"
}
have() { command -v "$1" >/dev/null; }
fish_offers() { fish --no-config -c "source $manual/euproj.fish; complete -C '$1'" | cut -f1; }
zsh_syntax() { zsh -n "$manual/_euproj" || fault "zsh: syntax"; }

for page in euproj.1 euproj.pl.1 euproj-project.5 euproj-project.pl.5; do
  warned=$(LC_ALL=C.UTF-8 man --warnings -E UTF-8 -l -Tutf8 "$manual/$page" 2>&1 >/dev/null) || true
  [ -z "$warned" ] || fault "$page: $warned"
done
plain() { sed 's/\\f[BIR]//g; s/\\-/-/g' "$1"; }
if have zsh; then zsh_syntax; else echo "skipped: zsh"; fi
have fish || echo "skipped: fish"

for command in '' $commands; do
  page=$(plain "$manual/euproj.1")
  page_pl=$(plain "$manual/euproj.pl.1")
  offered=$(bash_offers euproj ${command:+"$command"} -)
  ! have fish || offered_fish="$(fish_offers "euproj $command --") $(fish_offers "euproj $command -")"
  zsh_part=$(sed -n "/^    ${command:-[*]})/,/;;/p" "$manual/_euproj")
  for option in $(options_of ${command:+"$command"}); do
    grep -qx -- "$option" <<<"$offered" || fault "bash: euproj $command $option"
    grep -qF -- "'$option[" <<<"$zsh_part" || fault "zsh: euproj $command $option"
    grep -qE -- "(^|, )$option( |,|\$)" <<<"$page" || fault "manual: $option"
    grep -qE -- "(^|, )$option( |,|\$)" <<<"$page_pl" || fault "manual, Polish: $option"
    ! have fish || grep -qwF -- "$option" <<<"$offered_fish" || fault "fish: euproj $command $option"
  done
  [ -n "$command" ] || continue
  grep -qx "$command" <<<"$(bash_offers euproj '')" || fault "bash: $command"
  grep -qF "    '$command:" "$manual/_euproj" || fault "zsh: $command"
  grep -q "^.SS .fBeuproj $command" "$manual/euproj.1" || fault "manual: $command"
  ! have fish || grep -qx "$command" <<<"$(fish_offers 'euproj ')" || fault "fish: $command"
done
[ "$(bash_offers euproj report --format text,x)" = text,xlsx ] || fault "bash: a list with commas"
[ "$(bash_offers euproj report --lang e)" = en ] || fault "bash: words of an option"
[ "$(bash_offers euproj schema se)" = seal ] || fault "bash: words of an argument"
! have fish || [ "$(fish_offers 'euproj schema se')" = seal ] || fault "fish: words of an argument"
! have fish || [ "$(fish_offers 'euproj report --lang e')" = en ] || fault "fish: words of an option"

# Ids come from the definition that the line names, codes from the program: the shells ask `euproj list`.
cd "$(dirname "${BASH_SOURCE[0]}")/../../examples/opole-centrum" || fault "no example"
[ "$(bash_offers euproj report project.yaml --claim '' | tr '\n' ' ')" = "1 2 3 " ] || fault "bash: claims"
[ "$(bash_offers euproj report project.yaml --period 2026-0 | head -n 1)" = 2026-01 ] || fault "bash: periods"
[ "$(bash_offers euproj explain project.yaml K)" = KE ] || fault "bash: indicators"
[ "$(bash_offers euproj explain agreed-)" = agreed-differs ] || fault "bash: codes of findings"
[ "$(bash_offers euproj catalogue EECO02)" = EECO02 ] || fault "bash: codes of the catalogue"
! have fish || [ "$(fish_offers 'euproj explain project.yaml K')" = KE ] || fault "fish: indicators"

# What stands in an id is a text: it is quoted for the line, and nothing of it is run.
cd "$(mktemp -d)" || fault "no folder"
trap 'rm -rf "$PWD"' EXIT
cat >project.yaml <<'YAML'
euproj: 1
project: {id: przyklad, title: Przykład, period: {start: 2022-01-01, end: 2022-12-31}}
financing:
  total: 1000.00
  sources: [{id: eu, kind: eu, rate: 85%}, {id: own, kind: own, remainder: true}]
claims:
  - {id: "wniosek 1", from: 2022-01-01, to: 2022-03-31}
  - {id: "$(touch ran)", from: 2022-04-01, to: 2022-06-30}
YAML
[ "$(bash_offers euproj report project.yaml --claim w)" = 'wniosek\ 1' ] || fault "bash: an id with a blank"
[ "$(bash_offers euproj report project.yaml --claim '' | tail -n 1)" = '\$\(touch\ ran\)' ] || fault "bash: an id with signs"
[ ! -e ran ] || fault "bash: a command in an id was run"

[ $faults -eq 0 ] && echo "the manual and the completions name all that --help does"
exit $((faults > 0))
