#!/usr/bin/env bash
# The unit, the timer and the cron line of examples/batch: parsed, and what they run is run.
# schedule.sh EUPROJ ROOT WORK
set -uo pipefail
euproj=$1 root=$2 work=$3
batch=$root/examples/batch
rm -rf "$work" && mkdir -p "$work/srv/projects" "$work/srv/reports" && cd "$work" || exit 1
faults=0
fault() { echo "fault: $*"; faults=$((faults + 1)); }

if command -v systemd-analyze >/dev/null; then
  # The manual page may not be installed where this runs.
  said=$(systemd-analyze verify --man=no "$batch"/euproj-reports.{service,timer} 2>&1) || fault "systemd: $said"
  [ -z "$said" ] || fault "systemd: $said"
  when=$(sed -n 's/^OnCalendar=//p' "$batch/euproj-reports.timer")
  systemd-analyze calendar --base-time='2026-11-26 12:00' "$when" | grep >/dev/null 'Next elapse: Wed 2026-12-02 03:15:00' ||
    fault "timer: $when is another time"
else
  echo "skipped: the units (no systemd-analyze)"
fi

for name in bytom opole; do cp -r "$root/examples/$name" srv/projects/; done
chmod -R u+w srv

# What is run, in a folder and with a program of this test.
run_here() { # WHAT COMMAND
  rm -f srv/reports/*
  local command=${2//\/srv\/euproj/$work\/srv}
  command=${command//\/usr\/bin\/euproj/$euproj}
  (cd srv && eval "$command") >out 2>err || fault "$1: status $?"
  for format in txt xlsx json; do
    [ "$(find srv/reports -name "*-20??-??.$format" ! -name '_*' | wc -l)" = 2 ] || fault "$1: no two reports as $format"
  done
  "$batch/heartbeat-is-fresh" srv/reports/heartbeat.json 31 | grep >/dev/null '^OK: euproj ended well at 20' || fault "$1: monitoring says it is not well"
}
run_here unit "$(sed -n 's/^ExecStart=//p' "$batch/euproj-reports.service")"

lines=$(grep -Ev '^(#|[A-Z]+=|$)' "$batch/crontab")
[ "$(wc -l <<<"$lines")" = 1 ] || fault "cron: not one line"
read -r minute hour day month weekday user command <<<"$lines"
in_range() { [[ $1 == '*' || ($1 =~ ^[0-9]+$ && $1 -ge $2 && $1 -le $3) ]] || fault "cron: $1 is not of $2..$3"; }
in_range "$minute" 0 59; in_range "$hour" 0 23; in_range "$day" 1 31; in_range "$month" 1 12; in_range "$weekday" 0 7
[ "$user" = euproj ] || fault "cron: the user is $user"
[[ $command != *%* ]] || fault "cron: % is a line break to it"
[ -z "$(tail -c1 "$batch/crontab" | tr -d '\n')" ] || fault "cron: the last line does not end, so it is ignored"
run_here cron "$command"
[ ! -s out ] || fault "cron: standard output would be an e-mail"
[ ! -s err ] || fault "cron: a quiet run says something: $(cat err)"

# Monitoring sees a bad end, an old one and none.
sed -i 's/total: 999996.50/total: 999996.5O/' srv/projects/bytom/project.yaml
(cd srv && "$euproj" report projects/*/project.yaml -o reports/ --heartbeat reports/heartbeat.json) >/dev/null 2>&1
"$batch/heartbeat-is-fresh" srv/reports/heartbeat.json 31 >said; [ $? = 1 ] || fault "monitoring: errors go unseen: $(cat said)"
touch -d '40 days ago' srv/reports/heartbeat.json
"$batch/heartbeat-is-fresh" srv/reports/heartbeat.json 31 >said; [ $? = 2 ] || fault "monitoring: no run goes unseen: $(cat said)"
"$batch/heartbeat-is-fresh" srv/reports/none.json 31 >said; [ $? = 2 ] || fault "monitoring: no file goes unseen"

[ $faults -eq 0 ] && echo "the unit, the timer and the cron line do what they say"
exit $((faults > 0))
