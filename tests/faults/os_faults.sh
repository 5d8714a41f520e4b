#!/usr/bin/env bash
# Faults that only an operating system makes: a closed or full standard output, a full disk, a
# folder that may not be written, signals at any moment, two runs at once, a log that shrinks.
#
# usage: os_faults.sh EUPROJ ROOT WORK. What this machine does not allow is skipped aloud.
set -uo pipefail
euproj=$1 root=$2 work=$3
project=$root/examples/jastrzebie/project.yaml
faults=0

fault() { echo "FAULT: $*"; faults=$((faults + 1)); }
is() { [ "$1" = "$2" ] || fault "$3: \`$1\`, expected \`$2\`"; } # GOT EXPECTED WHAT
says() { grep -q "$1" err || fault "$2: no sentence \`$1\` in: $(cat err)"; }

rm -rf "$work" && mkdir -p "$work" && cd "$work" || exit 1

"$euproj" report "$project" --lang en >/dev/full 2>err
is $? 3 "full standard output"; says "could not be printed" "full standard output"
"$euproj" report "$project" --lang en >&- 2>err
is $? 3 "closed standard output"; says "could not be printed" "closed standard output"
# A pipe whose reader has gone.
{ sleep 0.2; "$euproj" report "$project" --lang en 2>err; echo $? >status; } | true
is "$(cat status)" 3 "closed pipe"; says "could not be printed" "closed pipe"
"$euproj" report "$project" --period 2022 -o whole.txt --lang en >&- 2>&- <&-
is $? 0 "all descriptors closed"
head -1 whole.txt | grep >/dev/null . || fault "all descriptors closed: the report is empty"
"$euproj" report "$project" --period 2022 --lang en -o /dev/full 2>err
is $? 3 "full device"; says "no space left" "full device"

echo old >old.txt
mkdir -p locked && echo old >locked/raport.txt && chmod 500 locked
if touch locked/probe 2>/dev/null; then
  rm -f locked/probe
  echo "skipped: a folder without rights (this user may write everywhere)"
else
  "$euproj" report "$project" --lang en -o locked/raport.txt 2>err
  is $? 3 "read-only folder"; says "no permission" "read-only folder"
  is "$(cat locked/raport.txt)" old "read-only folder"
fi
chmod 700 locked

mkdir -p small
if mount -t tmpfs -o size=16k tmpfs small 2>/dev/null; then
  echo old >small/raport.xlsx
  "$euproj" report "$project" --format xlsx -o small/raport.xlsx --lang en 2>err
  is $? 3 "full disk"; says "no space left" "full disk"
  cmp -s small/raport.xlsx old.txt || fault "full disk: the old workbook is gone"
  is "$(ls -A small)" raport.xlsx "full disk: leftovers"
  mount -o remount,ro small
  "$euproj" report "$project" -o small/raport.xlsx --lang en 2>err
  is $? 3 "read-only file system"; says "no permission" "read-only file system"
  cmp -s small/raport.xlsx old.txt || fault "read-only file system: the old workbook is gone"
  umount small
  # The library that makes workbooks has temporary files, and never asks what became of them.
  for free in 0 8 40; do # KiB left
    mount -t tmpfs -o size=200k tmpfs small
    head -c $(((200 - free) * 1024)) /dev/zero >small/taken
    cp old.txt temporary.xlsx
    TMPDIR=$PWD/small "$euproj" report "$project" --format xlsx -o temporary.xlsx --lang en 2>err
    is $? 3 "full temporary folder, $free KiB left"; says "TMPDIR" "full temporary folder"
    cmp -s temporary.xlsx old.txt || fault "full temporary folder: the old workbook is gone"
    umount small
  done
else
  echo "skipped: a full disk and a read-only one (no right to mount)"
fi

# Signals: after each the target is the old text or the whole new one, and status 3 has a sentence.
"$euproj" report "$project" --period 2022 --lang en --quiet -o new.txt 2>/dev/null
for signal in TERM KILL HUP; do
  for wait in 0.000 0.002 0.004 0.006 0.008 0.010 0.012 0.014 0.017 0.020 0.025 0.030; do
    cp -f old.txt target.txt
    "$euproj" report "$project" --period 2022 --lang en --quiet -o target.txt 2>err &
    run=$!
    sleep $wait
    kill -$signal $run 2>/dev/null
    wait $run 2>/dev/null
    status=$?
    cmp -s target.txt old.txt || cmp -s target.txt new.txt || fault "SIG$signal: a mixed target"
    case $signal-$status in
      KILL-137 | *-0) ;;
      TERM-143 | HUP-129) ;; # before the handler is installed; nothing was begun
      *-3) says "stopped (SIG$signal)" "SIG$signal" ;;
      *) fault "SIG$signal: status $status" ;;
    esac
  done
done
# Stopped in the middle for sure: a device that takes nothing holds the run at its writing.
mkfifo slow
sleep 20 <>slow &
reader=$!
many=()
for _ in $(seq 40); do many+=("$project"); done
"$euproj" report "${many[@]}" --format json --period 2022 --lang en 2>err >slow & # fills the pipe
writer=$!
sleep 0.5
kill -TERM $writer
wait $writer
is $? 3 "SIGTERM while writing"
kill $reader
says "stopped (SIGTERM)" "SIGTERM while writing"
"$euproj" report "$project" --period 2022 --quiet -o target.txt
is "$(ls -A | grep -c '^\.euproj-')" 0 "leftovers of killed runs"

# Two runs at once on one target: one of them whole.
"$euproj" report "$project" --period 2022 --lang pl --quiet -o polish.txt
for _ in 1 2 3 4 5; do
  "$euproj" report "$project" --period 2022 --lang en --quiet -o both.txt &
  "$euproj" report "$project" --period 2022 --lang pl --quiet -o both.txt
  wait $!
  cmp -s both.txt new.txt || cmp -s both.txt polish.txt || fault "two runs: a mixed target"
done

# A log that is written, cut and removed while it is read: never a crash, and a change is told.
cp -r "$root/examples/jastrzebie" changing && chmod -R u+w changing
log=changing/$(cd changing && find . -name '*wsparcie*.csv' | sort | head -1)
rows=$(tail -n +2 "$log")
for _ in $(seq 60); do echo "$rows"; done >>"$log"
cp "$log" whole.csv
[ "$(stat -c %s "$log")" -gt 1048576 ] || fault "the log is too small to be mapped"
(while [ ! -e stop ]; do : >"$log"; cp whole.csv "$log"; truncate -s 5000 "$log"; rm -f "$log"; cp whole.csv "$log"; done) &
changer=$!
told=0
for _ in $(seq 15); do
  "$euproj" check changing/project.yaml --lang en >/dev/null 2>err
  status=$?
  [ $status -le 3 ] || fault "changing log: status $status"
  ! grep -q 'file-changed' err || told=$((told + 1))
done
touch stop; wait $changer
[ $told -gt 0 ] || fault "changing log: never told in 15 runs"

[ $faults -eq 0 ] && echo "no fault lost, mixed or hid anything"
exit $((faults > 0))
